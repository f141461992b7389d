#include "wasm/app/clocks.h"

#include "shared/deadline/sentences.h"
#include "shared/feedback/clocks.h"
#include "shared/record/time.h"
#include "wasm/app/due.h"
#include "wasm/app/local_time.h"

namespace motcua::app {
namespace {

using codec::Json;

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

/// Nothing when a part of it is not what the record can hold.
std::optional<feedback::Matter> matter_of(const Draft& draft, const RecordSaid& said) {
  const auto kind = feedback::kind_named(said.kind);
  const auto at = record::parse_time(said.time);
  if (!kind || !at) return std::nullopt;
  feedback::Matter matter{.kind = *kind, .said = *at, .steps = {}, .additions = {}};
  for (const auto& answer : draft.answers) {
    if (answer.feedback != said.number) continue;
    const auto step = feedback::step_named(answer.step);
    const auto taken = record::parse_time(answer.time);
    if (!step || !taken) return std::nullopt;
    matter.steps.push_back({*step, *taken});
  }
  for (const auto& other : draft.said) {
    if (other.about != said.number) continue;
    const auto added = record::parse_time(other.time);
    if (!added) return std::nullopt;
    matter.additions.push_back(*added);
  }
  return matter;
}

ClockShown shown(const Words& words, const Words& counting, std::string_view language,
                 const feedback::Clock& clock) {
  ClockShown out{.duty = std::string(feedback::duty_name(clock.duty)),
                 .due = {},
                 .met = {},
                 .late = clock.late,
                 .may_change = clock.deadline.may_change,
                 .steps = deadline::sentences({counting, language}, clock.deadline.working)};
  if (clock.deadline.due) out.due = deadline::moment_words(words, *clock.deadline.due);
  if (clock.met) out.met = moment_text(words, record::time_text(*clock.met));
  return out;
}

}  // namespace

std::vector<ClockShown> clocks_of(const Model& m, const Draft& draft, const RecordSaid& said) {
  const auto matter = matter_of(draft, said);
  const auto now = record::parse_time(m.now);
  const auto* hours = hours_of(m, competent_unit(draft));
  if (!matter || !now || !m.calendar || !hours) return {};
  const auto found = feedback::clocks(deadline::Timetable(*m.calendar, *hours), *matter, *now);
  std::vector<ClockShown> out;
  if (!found || found->empty()) return out;
  const auto& words = words_of(m);
  const auto counting = counting_words(words);
  for (const auto& clock : *found) out.push_back(shown(words, counting, m.lang, clock));
  return out;
}

}  // namespace motcua::app
