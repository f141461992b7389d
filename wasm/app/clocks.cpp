#include "wasm/app/clocks.h"

#include "wasm/app/deadline_words.h"
#include "wasm/app/draft.h"
#include "wasm/app/json_read.h"

namespace motcua::app {
namespace {

using codec::Json;

bool has_clocks(const RecordSaid& said) {
  return said.kind == "complaint" || said.kind == "suggestion";
}

/// The words of deadlines, but for those that speak of dossiers and papers.
Words counting_words(const Words& words) {
  constexpr std::pair<const char*, const char*> own[] = {
      {"step_received", "feedback.count_from"},
      {"step_receipt_day", "feedback.count_first_day"},
      {"step_due", "feedback.count_due"},
      {"why_supplement", "feedback.count_waiting"},
      {"when_supplement", "feedback.count_when"}};
  Json deadline = Json::object();
  for (const auto& [key, ours] : own) deadline[key] = words(ours);
  auto out = Words::parse(Json{{"deadline", std::move(deadline)}}.dump());
  if (!out) return words;
  out->add(words);
  return std::move(*out);
}

Result<ClockShown> read_clock(const Words& words, std::string_view language, const Json& json) {
  const auto bad = fail(Code::invalid, "this is no clock");
  if (!json.is_object()) return bad;
  ClockShown out{.duty = text_at(json, "duty"),
                 .due = {},
                 .met = text_at(json, "met"),
                 .late = flag_at(json, "late"),
                 .may_change = flag_at(json, "may_change"),
                 .steps = {}};
  Json counted = Json::object();
  for (const char* name : {"due", "working"})
    if (const auto found = json.find(name); found != json.end()) counted[name] = *found;
  auto told = deadline_words(words, language, counted.dump());
  if (!told) return told.error();
  out.due = std::move(told->due);
  out.steps = std::move(told->steps);
  return out;
}

}  // namespace

Json clock_matters(const Draft& draft) {
  Json matters = Json::array();
  for (const auto& said : draft.said) {
    if (!has_clocks(said)) continue;
    Json steps = Json::array();
    for (const auto& answer : draft.answers)
      if (answer.feedback == said.number)
        steps.push_back({{"step", answer.step}, {"time", answer.time}});
    Json additions = Json::array();
    for (const auto& other : draft.said)
      if (other.about == said.number) additions.push_back(other.time);
    matters.push_back({{"kind", said.kind},
                       {"time", said.time},
                       {"steps", std::move(steps)},
                       {"additions", std::move(additions)}});
  }
  return matters;
}

Result<std::vector<std::vector<ClockShown>>> read_clocks(const Words& words,
                                                         std::string_view language,
                                                         std::string_view answer) {
  const auto json = codec::json_parse(answer);
  if (!json) return json.error();
  if (!json->is_array()) return fail(Code::invalid, "these are no clocks");
  const auto counting = counting_words(words);
  std::vector<std::vector<ClockShown>> out;
  for (const Json& matter : *json) {
    if (!matter.is_array()) return fail(Code::invalid, "these are no clocks");
    auto& clocks = out.emplace_back();
    for (const Json& each : matter) {
      auto clock = read_clock(counting, language, each);
      if (!clock) return clock.error();
      clocks.push_back(std::move(*clock));
    }
  }
  return out;
}

}  // namespace motcua::app
