// What a person says about a filed dossier, and what came of it: one form, and under it each word
// with its answers, by when the unit must act, and whether it is late.

#include "wasm/screens/feedback.h"

#include <algorithm>

#include "wasm/app/clocks.h"
#include "wasm/app/local_time.h"
#include "wasm/app/quantity.h"
#include "wasm/app/states.h"
#include "wasm/screens/parts.h"
#include "wasm/ui/components/details.h"

namespace motcua::screens {

using namespace app;

namespace {

using ::motcua::feedback::Kind;

constexpr std::string_view choice_field = "feedback-what", vote_field = "feedback-vote",
                           text_field = "feedback-text";
constexpr std::int64_t best_vote = 5;
constexpr int most_characters = 4000;

const Saying& saying_of(const Model& m, const Draft& draft) {
  static const Saying none;
  const auto found = m.sayings.find(draft.id);
  return found == m.sayings.end() ? none : found->second;
}

std::string vote_words(Frame& f, std::int64_t vote) {
  return std::string(f.w("feedback_vote." + ("v" + std::to_string(vote))));
}

// --- the form

std::string missing_words(Frame& f, const Saying& saying, const MaySay& say) {
  if (say.kind == Kind::vote && saying.vote == 0) return std::string(f.w("feedback.no_vote"));
  if (saying.text.empty()) return std::string(f.w("feedback.no_text"));
  return std::string(f.w("feedback.bad_text"));
}

std::string_view wrong_field(const Saying& saying, const MaySay& say) {
  return say.kind == Kind::vote && saying.vote == 0 ? vote_field : text_field;
}

/// On top of the page: what is missing, or why it did not go.
void trouble(Frame& f, const Saying& saying, const std::vector<MaySay>& offered) {
  if (saying.missing && !offered.empty()) {
    const auto& say = shown_choice(saying, offered);
    if (!may_send(saying, say)) {
      const std::vector<ui::FieldError> errors = {
          {std::string(wrong_field(saying, say)), missing_words(f, saying, say)}};
      f.b.error_summary("errors", f.w("form.errors"), errors);
    }
  }
  if (saying.code.empty()) return;
  auto notice = f.b.notice("failed", ui::Kind::bad, f.w("feedback.failed"));
  f.b.text("why", failure_words(f, "feedback_error", saying.code, saying.message, saying.hint));
  f.b.text("safe", f.w("feedback.safe"));
}

void choices(Frame& f, const std::vector<MaySay>& offered, const MaySay& say) {
  std::vector<ui::Option> options;
  for (const auto& each : offered) {
    const auto key = std::string(feedback::kind_name(each.kind));
    options.push_back({each.choice, std::string(f.w("feedback_choose." + key))});
  }
  f.b.radios(choice_field,
             {.label = f.w("feedback.what"), .options = options, .chosen = {&say.choice, 1}},
             f.on([](std::string_view choice) -> Message {
               return msg::ChooseFeedback{std::string(choice)};
             }));
}

void votes(Frame& f, const Saying& saying, std::string_view error) {
  std::vector<ui::Option> options;
  for (auto vote = best_vote; vote >= 1; --vote)
    options.push_back({std::to_string(vote), vote_words(f, vote)});
  const auto chosen = std::to_string(saying.vote);
  f.b.radios(
      vote_field,
      {.label = f.w("feedback.vote"), .error = error, .options = options, .chosen = {&chosen, 1}},
      f.on([](std::string_view vote) -> Message {
        return msg::ChooseVote{vote.empty() ? 0 : vote.front() - '0'};
      }));
}

/// What the unit wants to know, above the place for the answer.
void question(Frame& f, const Draft& draft, std::int64_t about) {
  const auto asked =
      std::find_if(draft.answers.rbegin(), draft.answers.rend(), [&](const RecordAnswer& each) {
        return each.feedback == about && each.step == "more-wanted";
      });
  if (asked == draft.answers.rend()) return;
  auto notice = f.b.notice("asked", ui::Kind::warning, f.w("feedback.asked"));
  f.b.text("text", asked->text);
}

void way(Frame& f, const Draft& draft, const Saying& saying) {
  auto status = f.b.status("way");
  const auto kept = f.m.saves.find(std::string(saying_id) + draft.id);
  if (!saying.empty() && kept != f.m.saves.end() && kept->second.failed) {
    const auto key = "save." + kept->second.reason;
    f.b.text("text", f.w("save.failed", {{"reason", f.w.has(key) ? f.w(key) : f.w("save.other")}}),
             ui::Variant::error);
    return;
  }
  using Way = Saying::Way;
  const auto key = saying.way == Way::sending   ? "feedback.sending"
                   : saying.way == Way::waiting ? "feedback.waiting"
                   : saying.way == Way::sent    ? "feedback.sent"
                   : saying.empty()             ? ""
                                                : "feedback.kept";
  if (*key) f.b.text("text", f.w(key), ui::Variant::muted);
}

void form(Frame& f, const Draft& draft, const Saying& saying, const std::vector<MaySay>& offered) {
  const auto& say = shown_choice(saying, offered);
  const auto kind = std::string(feedback::kind_name(say.kind));
  const bool votes_here = say.kind == Kind::vote;
  const bool may_be_empty = votes_here || say.kind == Kind::withdrawal;
  const bool wrong = saying.missing && !may_send(saying, say);
  const auto error = wrong ? missing_words(f, saying, say) : std::string();
  const bool of_vote = wrong && wrong_field(saying, say) == vote_field;
  auto form = f.b.form("form", f.on(Message(msg::SendFeedback{})));
  choices(f, offered, say);
  if (say.kind == Kind::addition) question(f, draft, say.about);
  if (say.kind == Kind::withdrawal) {
    auto notice = f.b.notice("withdrawal", ui::Kind::warning);
    f.b.text("text", f.w("feedback.withdrawal_note"));
  }
  if (votes_here) votes(f, saying, of_vote ? std::string_view(error) : std::string_view());
  f.b.text_area(
      text_field,
      {.label = f.w("feedback_text." + kind),
       .hint = f.w("feedback.hint"),
       .error = of_vote ? std::string_view() : std::string_view(error),
       .value = saying.text,
       .value_rev = saying.text_rev,
       .required = !may_be_empty,
       .optional = f.w("form.optional"),
       .maxlength = most_characters},
      f.on([](std::string_view text) -> Message { return msg::TypeFeedback{std::string(text)}; }));
  if (!saying.on_its_way())
    f.b.button("send", f.w("feedback.send"), f.on(Message(msg::SendFeedback{})),
               ui::Variant::primary);
  way(f, draft, saying);
}

// --- what was said

ui::Kind step_kind(std::string_view step) {
  if (step == "resolved" || step == "published") return ui::Kind::good;
  return step == "forwarded" ? ui::Kind::info : ui::Kind::warning;
}

struct Happened {
  std::int64_t entry;
  ui::Event event;
};

void timeline(Frame& f, const Draft& draft, const RecordSaid& said) {
  std::vector<Happened> all;
  all.push_back({said.entry,
                 {.title = std::string(f.w("feedback.you_sent")),
                  .time = moment_text(f.w, said.time),
                  .proof = std::string(f.w("feedback.proof_own"))}});
  for (const auto& other : draft.said)
    if (other.about == said.number)
      all.push_back({other.entry,
                     {.title = std::string(f.w("feedback.you_added")),
                      .time = moment_text(f.w, other.time),
                      .text = other.text,
                      .proof = std::string(f.w("feedback.proof_own"))}});
  for (const auto& answer : draft.answers)
    if (answer.feedback == said.number)
      all.push_back({answer.entry,
                     {.title = std::string(f.w("feedback_step." + answer.step)),
                      .time = moment_text(f.w, answer.time),
                      .text = answer.text.empty() ? std::string()
                                                  : f.w("follow.message", {{"text", answer.text}}),
                      .proof = f.w("follow.proof", {{"unit", unit_name(f.m, answer.unit)}}),
                      .kind = step_kind(answer.step)}});
  std::sort(all.begin(), all.end(),
            [](const Happened& a, const Happened& b) { return a.entry > b.entry; });
  std::vector<ui::Event> events;
  for (auto& each : all) events.push_back(std::move(each.event));
  f.b.timeline("timeline", f.w("feedback.course"), events);
}

std::string clock_words(Frame& f, const ClockShown& clock) {
  const auto what = "feedback_duty." + clock.duty;
  const auto duty = std::string(f.w(what));
  if (!clock.met.empty())
    return f.w(clock.late ? "feedback.done_late" : "feedback.done",
               {{"duty", duty}, {"time", clock.met}});
  if (clock.due.empty()) return f.w("feedback.stands", {{"duty", duty}});
  return f.w(clock.late ? "feedback.late" : "feedback.due", {{"duty", duty}, {"time", clock.due}});
}

void clocks(Frame& f, const RecordSaid& said, const std::vector<ClockShown>& shown) {
  {
    auto list = f.b.list("clocks");
    for (const auto& clock : shown) {
      auto item = f.b.item(clock.duty);
      f.b.text("text", clock_words(f, clock),
               clock.late && clock.met.empty() ? ui::Variant::strong : ui::Variant::normal);
    }
  }
  const bool open = f.m.workings.count(said.number) != 0;
  auto working = ui::details(f.b, "working", f.w("feedback.working"), open,
                             f.on(Message(msg::ShowWorking{said.number})));
  if (!open) return;
  for (const auto& clock : shown) {
    f.b.text("of." + clock.duty, f.w("feedback_duty." + clock.duty), ui::Variant::strong);
    auto list = f.b.list("steps." + clock.duty);
    int n = 0;
    for (const auto& step : clock.steps) {
      auto item = f.b.item(std::to_string(n++));
      f.b.text("text", step, ui::Variant::small);
    }
  }
}

bool is_late(const std::vector<ClockShown>& shown) {
  return std::any_of(shown.begin(), shown.end(),
                     [](const ClockShown& each) { return each.late && each.met.empty(); });
}

void one_said(Frame& f, const Draft& draft, const RecordSaid& said) {
  const auto number = std::to_string(said.number);
  auto card = f.b.card("said." + number);
  f.b.heading("heading", 3, f.w("feedback_kind." + said.kind));
  const auto shown = clocks_of(f.m, draft, said);
  if (is_late(shown)) f.b.tag("late", f.w("feedback.is_late"), ui::Kind::bad);
  if (said.vote > 0) f.b.text("vote", vote_words(f, said.vote), ui::Variant::strong);
  if (!said.text.empty()) f.b.text("words", said.text);
  if (!shown.empty()) clocks(f, said, shown);
  timeline(f, draft, said);
}

void all_said(Frame& f, const Draft& draft) {
  if (draft.said.empty()) return;
  f.b.heading("all", 2, f.w("feedback.all"));
  f.b.anchor(said_anchor);
  for (auto said = draft.said.rbegin(); said != draft.said.rend(); ++said)
    if (said->about == 0) one_said(f, draft, *said);
}

bool waits_for_person(const std::vector<MaySay>& offered) {
  return !offered.empty() && offered.front().kind == Kind::addition;
}

bool may_vote_first(const std::vector<MaySay>& offered) {
  return !offered.empty() && offered.front().kind == Kind::vote;
}

}  // namespace

void feedback_link(Frame& f, const Draft& draft) {
  const auto& saying = saying_of(f.m, draft);
  if (is_unsent(saying)) {
    const bool failed = !saying.code.empty();
    auto notice = f.b.notice("unsent", ui::Kind::warning,
                             failed ? f.w("feedback.failed") : std::string_view());
    f.b.text("text", f.w(failed ? "feedback.unsent_failed" : "feedback.unsent"));
  }
  const auto offered = may_say(draft);
  const auto key = waits_for_person(offered) ? "feedback.link_asked"
                   : may_vote_first(offered) ? "feedback.link_vote"
                                             : "feedback.title";
  visit(f, "feedback", f.w(key), feedback_path(draft.receipt.number));
}

void feedback(Frame& f) {
  const auto* draft = find_filed(f.m, f.m.route.number);
  if (!draft && f.m.drafts_known) return not_found(f);
  if (!draft) {
    title(f);
    auto status = f.b.status("loading");
    f.b.text("text", f.w("load.wait"), ui::Variant::muted);
    return;
  }
  const auto& saying = saying_of(f.m, *draft);
  const auto offered = may_say(*draft);
  trouble(f, saying, offered);
  visit(f, "back", f.w("follow.title"), follow_path(draft->receipt.number), ui::Variant::quiet);
  title(f);
  f.b.text("what", procedure_name(f.m, draft->procedure), ui::Variant::lead);
  f.b.text("number", grouped_number(draft->receipt.number), ui::Variant::code);
  if (!draft->alarm.empty()) {
    auto notice = f.b.notice("alarm", ui::Kind::bad, f.w("follow.alarm_title"));
    visit(f, "see", f.w("follow.title"), follow_path(draft->receipt.number));
  }
  f.b.text("lead", f.w("feedback.lead"));
  if (!offered.empty()) form(f, *draft, saying, offered);
  all_said(f, *draft);
}

}  // namespace motcua::screens
