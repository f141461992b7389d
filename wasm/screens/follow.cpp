#include "shared/record/time.h"
#include "wasm/app/due.h"
#include "wasm/app/local_time.h"
#include "wasm/app/quantity.h"
#include "wasm/app/standing.h"
#include "wasm/app/states.h"
#include "wasm/screens/feedback.h"
#include "wasm/screens/parts.h"

namespace motcua::screens {

using namespace app;

namespace {

void live_line(Frame& f) {
  auto status = f.b.status("live");
  f.b.mark(ui::flag_no_print);
  const bool live = f.m.follow_state == "live";
  const bool first = f.m.follow_state.empty();
  f.b.tag("tag",
          f.w(live    ? "follow.live"
              : first ? "follow.connecting"
                      : "follow.offline"),
          live    ? ui::Kind::good
          : first ? ui::Kind::neutral
                  : ui::Kind::warning);
  if (!live && !f.m.follow_as_of.empty())
    f.b.text("as-of", f.w("follow.as_of", {{"time", moment_text(f.w, f.m.follow_as_of)}}),
             ui::Variant::small);
}

void alarm(Frame& f, const Draft& draft) {
  if (draft.alarm.empty()) return;
  auto notice = f.b.notice("alarm", ui::Kind::bad, f.w("follow.alarm_title"));
  const auto own = "alarm." + draft.alarm;
  f.b.text("text", f.w.has(own) ? f.w(own) : f.w("follow.alarm_text"));
  if (!draft.evidence.empty())
    f.b.button("evidence", f.w("follow.evidence"),
               f.on(Message(msg::SaveEvidence{draft.receipt.number})), ui::Variant::secondary);
  f.b.text("code", f.w("follow.alarm_code", {{"code", draft.alarm}}), ui::Variant::small);
}

/// Up to when the unit itself says that nothing more has happened.
void stated(Frame& f, const Draft& draft) {
  // Whoever is not in touch with the gateway cannot know.
  const bool knows = draft.alarm.empty() && f.m.follow_state == "live";
  const auto silent = knows ? silent_unit(f.m, draft) : std::nullopt;
  if (silent) {
    auto notice = f.b.notice("silent", ui::Kind::warning, f.w("follow.silent_title"));
    f.b.text("text", f.w("follow.silent", {{"unit", unit_name(f.m, *silent)}}));
  }
  const auto* stated = nothing_newer(draft);
  if (!stated) return;
  f.b.text("stated",
           f.w("follow.stated",
               {{"unit", unit_name(f.m, stated->unit)}, {"time", moment_text(f.w, stated->time)}}),
           ui::Variant::small);
}

/// What the unit wrote with what is shown above: what is to be done stands there. Long ones are
/// read in the history alone.
void message(Frame& f, const Draft& draft) {
  constexpr std::size_t longest = 600;
  const auto shown = [&](std::string_view key, const std::string& text) {
    if (!text.empty() && text.size() <= longest)
      f.b.text(key, f.w("follow.message", {{"text", text}}));
  };
  const auto* event = standing_event(draft);
  if (event && event->slip.empty()) shown("message", event->text);
  if (event && !event->slip.empty() && f.m.sheet_words.count(f.m.lang))
    visit(f, "sheet", f.w("slip.open." + event->slip),
          slip_path(f.m.route.number, event->sequence));
  if (const auto* mark = standing_mark(draft)) shown("mark", mark->text);
}

/// Clocks differ a little; what is further ahead was dated wrongly, here or there.
bool later_than(std::string_view time, std::string_view now) {
  constexpr std::int64_t clock_error = 10 * 60;
  const auto one = record::parse_time(time);
  const auto other = record::parse_time(now);
  return one && other && *one > *other + clock_error;
}

/// A sentence instead of the sheet's data, and the way to it.
void slip_link(Frame& f, const RecordEvent& e, ui::Event& out) {
  if (!f.m.sheet_words.count(f.m.lang)) return;
  out.text = f.w("slip.text." + e.slip);
  out.link = f.w("slip.open." + e.slip);
  out.href = slip_path(f.m.route.number, e.sequence);
  out.press = f.on(Message(msg::Visit{out.href}));
}

ui::Event shown_event(Frame& f, const RecordEvent& e) {
  ui::Event out{.title = state_words(f.w, e.state, e.status), .time = moment_text(f.w, e.time)};
  if (!e.slip.empty()) {
    slip_link(f, e, out);
  } else if (!e.text.empty()) {
    out.text = f.w("follow.message", {{"text", e.text}});
  }
  if (later_than(e.time, f.m.now))
    out.text += (out.text.empty() ? "" : "\n") + std::string(f.w("follow.clock"));
  const bool witnessed = e.entry >= 0 && e.entry < f.m.witnessed;
  out.proof = f.w(witnessed ? "follow.proof_witnessed" : "follow.proof",
                  {{"unit", unit_name(f.m, e.unit)}});
  out.kind = state_kind(e.status);
  return out;
}

ui::Event shown_mark(Frame& f, const Draft& draft, const RecordMark& mark) {
  const bool witnessed = mark.entry >= 0 && mark.entry < f.m.witnessed;
  return {.title = f.w("axes.news", {{"axis", axis_words(f.w, draft, mark.axis)},
                                     {"state", mark_words(f.w, draft, mark)}}),
          .time = moment_text(f.w, mark.time),
          .text = mark.text.empty() ? std::string() : f.w("follow.message", {{"text", mark.text}}),
          .proof = f.w(witnessed ? "follow.proof_witnessed" : "follow.proof",
                       {{"unit", unit_name(f.m, mark.unit)}}),
          .kind = mark_kind(mark)};
}

/// Events, and between them what was paid and handed over, newest first. A mark never comes before
/// the event that it stands on, whatever their clocks say.
void timeline(Frame& f, const Draft& draft) {
  std::vector<ui::Event> events;
  const auto marks_on = [&](std::int64_t event) {
    for (auto mark = draft.marks.rbegin(); mark != draft.marks.rend(); ++mark)
      if (mark->event == event && mark->axis != "synchronisation")
        events.push_back(shown_mark(f, draft, *mark));
  };
  for (auto e = draft.events.rbegin(); e != draft.events.rend(); ++e) {
    marks_on(e->sequence);
    events.push_back(shown_event(f, *e));
  }
  marks_on(0);
  events.push_back({.title = std::string(f.w("state.sent")),
                    .time = moment_text(f.w, draft.receipt.time),
                    .proof = std::string(f.w("follow.proof_sent"))});
  f.b.heading("history", 2, f.w("follow.history"));
  f.b.timeline("timeline", f.w("follow.history"), events);
}

/// The browser's notifications, where it has them.
void notices(Frame& f) {
  f.b.mark(ui::flag_no_print);
  if (f.m.notices == "off")
    f.b.button("notices", f.w("notices.want"), f.on(Message(msg::WantNotices{true})),
               ui::Variant::secondary);
  if (f.m.notices == "denied") f.b.text("notices", f.w("notices.denied"), ui::Variant::small);
  if (f.m.notices != "on") return;
  f.b.text("notices", f.w("notices.on"), ui::Variant::small);
  f.b.button("no-notices", f.w("notices.stop"), f.on(Message(msg::WantNotices{false})),
             ui::Variant::quiet);
}

std::string official_code(const Draft& draft) {
  for (const auto& e : draft.events)
    if (!e.code.empty() && e.code != "-") return e.code;
  return {};
}

}  // namespace

void follow(Frame& f) {
  const auto* draft = find_filed(f.m, f.m.route.number);
  if (!draft && f.m.drafts_known) return not_found(f);
  visit(f, "back", f.w("dossiers.title"), std::string(dossiers_path), ui::Variant::quiet);
  title(f);
  if (!draft) {
    auto status = f.b.status("loading");
    f.b.text("text", f.w("load.wait"), ui::Variant::muted);
    return;
  }
  alarm(f, *draft);
  f.b.text("what", procedure_name(f.m, draft->procedure), ui::Variant::lead);
  f.b.text("number", grouped_number(draft->receipt.number), ui::Variant::code);
  const auto code = official_code(*draft);
  if (!code.empty()) f.b.text("code", f.w("follow.code", {{"code", code}}));
  {
    const auto kind = standing_kind(*draft);
    auto box = f.b.notice("now", kind == ui::Kind::bad ? ui::Kind::warning : kind);
    f.b.text("state", standing_words(f.w, *draft), ui::Variant::strong);
    f.b.text("turn", turn_of(f.w, *draft, unit_of(f, *draft)));
    message(f, *draft);
  }
  live_line(f);
  stated(f, *draft);
  due(f, *draft);
  axes(f, *draft);
  timeline(f, *draft);
  notices(f);
  feedback_link(f, *draft);
  visit(f, "receipt", f.w("follow.receipt"), receipt_path(draft->receipt.number));
  visit(f, "keys", f.w("receipt.secret_keep"), keys_path(draft->receipt.number));
}

}  // namespace motcua::screens
