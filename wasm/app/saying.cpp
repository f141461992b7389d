#include "wasm/app/saying.h"

#include <algorithm>

#include "shared/feedback/message.h"
#include "wasm/app/draft.h"
#include "wasm/app/json_read.h"

namespace motcua::app {
namespace {

using codec::Json;
using feedback::Kind;

constexpr std::string_view format = "motcua.words/1";

}  // namespace

Json json_of(const RecordSaid& s) {
  return {{"number", s.number}, {"kind", s.kind}, {"about", s.about}, {"time", s.time},
          {"text", s.text},     {"vote", s.vote}, {"entry", s.entry}};
}

Json json_of(const RecordAnswer& a) {
  return {{"feedback", a.feedback}, {"sequence", a.sequence}, {"step", a.step},  {"time", a.time},
          {"unit", a.unit},         {"text", a.text},         {"entry", a.entry}};
}

RecordSaid record_said(const Json& json) {
  return {.number = number_at(json, "number"),
          .kind = text_at(json, "kind"),
          .about = number_at(json, "about"),
          .time = text_at(json, "time"),
          .text = text_at(json, "text"),
          .vote = number_at(json, "vote"),
          .entry = number_at(json, "entry")};
}

RecordAnswer record_answer(const Json& json) {
  return {.feedback = number_at(json, "feedback"),
          .sequence = number_at(json, "sequence"),
          .step = text_at(json, "step"),
          .time = text_at(json, "time"),
          .unit = text_at(json, "unit"),
          .text = text_at(json, "text"),
          .entry = number_at(json, "entry")};
}

DossierCourse::DossierCourse(const Draft& draft) {
  for (const auto& each : draft.said) {
    const auto kind = feedback::kind_named(each.kind);
    if (kind)
      said.push_back(
          {static_cast<std::uint64_t>(each.number), *kind, static_cast<std::uint64_t>(each.about)});
  }
  for (const auto& each : draft.answers) {
    const auto step = feedback::step_named(each.step);
    if (step)
      answers.push_back({static_cast<std::uint64_t>(each.feedback),
                         static_cast<std::uint64_t>(each.sequence), *step});
  }
  if (!draft.events.empty()) status = static_cast<int>(draft.events.back().status);
}

std::vector<MaySay> may_say(const Draft& draft) {
  const DossierCourse known(draft);
  const auto course = known.course();
  const auto allowed = [&](Kind kind, std::uint64_t about) {
    return bool(feedback::check_said({known.said.size() + 1, kind, about}, course));
  };
  std::vector<MaySay> out;
  const auto offer = [&](Kind kind, std::uint64_t about = 0) {
    if (!allowed(kind, about)) return;
    std::string choice(feedback::kind_name(kind));
    if (about > 0) choice += "." + std::to_string(about);
    out.push_back({kind, static_cast<std::int64_t>(about), std::move(choice)});
  };
  const bool voted =
      std::any_of(known.said.begin(), known.said.end(),
                  [](const feedback::Said& each) { return each.kind == Kind::vote; });
  for (const auto& each : known.said) offer(Kind::addition, each.number);
  if (!voted) offer(Kind::vote);
  offer(Kind::complaint);
  offer(Kind::suggestion);
  offer(Kind::withdrawal);
  if (voted) offer(Kind::vote);
  return out;
}

bool is_unsent(const Saying& saying) {
  // A mark alone, chosen and left, is no work that anybody could lose.
  return (!saying.text.empty() || !saying.code.empty()) && saying.way == Saying::Way::none;
}

bool may_send(const Saying& saying, const MaySay& say) {
  const bool blank = saying.text.find_first_not_of(" \n\t\r") == std::string::npos;
  if (!feedback::words_ok(saying.text)) return false;
  if (say.kind == Kind::vote) return saying.vote >= 1 && saying.vote <= 5;
  return !blank || say.kind == Kind::withdrawal;
}

const MaySay& shown_choice(const Saying& saying, const std::vector<MaySay>& offered) {
  const auto found = std::find_if(offered.begin(), offered.end(),
                                  [&](const MaySay& each) { return each.choice == saying.choice; });
  return found == offered.end() ? offered.front() : *found;
}

std::string saying_json(std::string_view draft, const Saying& saying) {
  const Json json = {{"format", format},        {"draft", draft},
                     {"choice", saying.choice}, {"text", saying.text},
                     {"vote", saying.vote},     {"number", saying.number},
                     {"code", saying.code},     {"pressed", saying.way != Saying::Way::none}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool read_saying(std::string_view text, std::string& draft, Saying& saying) {
  const auto json = codec::json_parse(text);
  if (!json || !json->is_object() || text_at(*json, "format") != format) return false;
  draft = text_at(*json, "draft");
  saying = {.choice = text_at(*json, "choice"),
            .text = text_at(*json, "text"),
            .vote = number_at(*json, "vote"),
            .way = flag_at(*json, "pressed") ? Saying::Way::sending : Saying::Way::none,
            .number = number_at(*json, "number"),
            .code = text_at(*json, "code")};
  return true;
}

std::string competent_unit(const Draft& draft) {
  const auto envelope = codec::json_parse(draft.sealed.envelope);
  if (envelope && envelope->is_object()) {
    if (auto unit = text_at(*envelope, "competent"); !unit.empty()) return unit;
  }
  // A dossier that came from a sheet: whoever has acted on it.
  return draft.events.empty() ? draft.unit : draft.events.back().unit;
}

}  // namespace motcua::app
