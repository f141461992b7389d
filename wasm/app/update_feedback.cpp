#include <algorithm>

#include "wasm/app/handlers.h"

namespace motcua::app {
namespace {

using feedback::Kind;

/// The dossier of the page, or nullptr.
Draft* dossier_here(Model& m) {
  return m.route.page == Page::feedback ? find_filed(m, m.route.number) : nullptr;
}

void keep(Model& m, Effects& out, const Draft& draft) {
  const auto& saying = m.sayings[draft.id];
  const auto id = std::string(saying_id) + draft.id;
  if (saying.empty())
    out.push_back(effect::DeleteDraft{id});
  else
    out.push_back(effect::SaveDraft{id, saying_json(draft.id, saying)});
}

/// What is being written here, unless it is on its way and must stay as it is.
Saying* open_saying(Model& m) {
  const auto* draft = dossier_here(m);
  if (!draft) return nullptr;
  auto& saying = m.sayings[draft->id];
  const bool fixed = saying.way == Saying::Way::sending || saying.way == Saying::Way::waiting;
  return fixed ? nullptr : &saying;
}

void changed(Model& m, Effects& out, Saying& saying) {
  saying.way = Saying::Way::none;
  saying.code.clear();
  keep(m, out, *dossier_here(m));
}

void let_be_sent(Saying& saying, Saying::Way way) {
  saying.way = way;
  saying.code.clear();
}

bool by_number(const RecordSaid& a, std::int64_t number) { return a.number == number; }

}  // namespace

void on(Model& m, Effects& out, const msg::ChooseFeedback& e) {
  auto* saying = open_saying(m);
  if (!saying) return;
  saying->choice = e.choice;
  saying->missing = false;
  changed(m, out, *saying);
}

void on(Model& m, Effects& out, const msg::TypeFeedback& e) {
  auto* saying = open_saying(m);
  if (!saying) return;
  saying->text = e.text;
  std::erase(saying->text, '\r');
  changed(m, out, *saying);
}

void on(Model& m, Effects& out, const msg::ChooseVote& e) {
  auto* saying = open_saying(m);
  if (!saying) return;
  saying->vote = e.vote;
  changed(m, out, *saying);
}

void on(Model& m, Effects& out, const msg::SendFeedback&) {
  auto* saying = open_saying(m);
  if (!saying) return;
  const auto* draft = dossier_here(m);
  const auto offered = may_say(*draft);
  if (offered.empty()) return;
  const auto& say = shown_choice(*saying, offered);
  saying->missing = !may_send(*saying, say);
  if (saying->missing) {
    out.push_back(effect::Focus{.target = effect::Focus::Target::errors});
    return;
  }
  saying->choice = say.choice;
  saying->number = static_cast<std::int64_t>(draft->said.size()) + 1;
  let_be_sent(*saying, Saying::Way::sending);
  keep(m, out, *draft);
  out.push_back(effect::SendFeedback{.number = draft->receipt.number,
                                     .body = draft->sealed.body,
                                     .root = draft->root,
                                     .draft = draft->hex,
                                     .unit = competent_unit(*draft),
                                     .feedback = saying->number,
                                     .kind = std::string(feedback::kind_name(say.kind)),
                                     .about = say.about,
                                     .text = saying->text,
                                     .vote = say.kind == Kind::vote ? saying->vote : 0});
}

void on(Model& m, Effects&, const msg::ShowWorking& e) {
  if (!m.workings.erase(e.feedback)) m.workings.insert(e.feedback);
}

void on(Model& m, Effects& out, const msg::FeedbackWay& e) {
  const auto* draft = find_filed(m, e.number);
  if (!draft) return;
  auto& saying = m.sayings[draft->id];
  if (saying.way != Saying::Way::sending && saying.way != Saying::Way::waiting) return;
  const auto& w = words_of(m);
  if (e.way == "sent") {
    let_be_sent(saying, Saying::Way::sent);
  } else if (e.way == "waiting") {
    if (saying.way != Saying::Way::waiting)
      out.push_back(effect::Announce{std::string(w("feedback.waiting"))});
    let_be_sent(saying, Saying::Way::waiting);
  } else {
    saying.way = Saying::Way::none;
    saying.code = e.code.empty() ? "other" : e.code;
    saying.message = e.message;
    saying.hint = e.hint;
    out.push_back(effect::Focus{.target = effect::Focus::Target::errors});
  }
}

void on(Model& m, Effects& out, const msg::SaidSeen& e) {
  auto* draft = find_filed(m, e.number);
  if (!draft) return;
  const auto same = [&](const RecordSaid& each) { return by_number(each, e.said.number); };
  if (std::any_of(draft->said.begin(), draft->said.end(), same)) return;
  draft->said.push_back(e.said);
  store(m, out, *draft);
  // What came back from the log need not be kept as words any more.
  const auto found = m.sayings.find(draft->id);
  if (found == m.sayings.end() || found->second.text != e.said.text ||
      found->second.vote != e.said.vote)
    return;
  const auto rev = found->second.text_rev;
  found->second = {};
  found->second.text_rev = rev + 1;
  keep(m, out, *draft);
  out.push_back(effect::Announce{std::string(words_of(m)("feedback.arrived"))});
  if (dossier_here(m) == draft)
    out.push_back(effect::Focus{.node = ui::field_id(std::string(said_anchor))});
}

void on(Model& m, Effects& out, const msg::AnswerSeen& e) {
  auto* draft = find_filed(m, e.number);
  if (!draft) return;
  const auto& answer = e.answer;
  const auto same = [&](const RecordAnswer& each) {
    return each.feedback == answer.feedback && each.sequence == answer.sequence;
  };
  if (std::any_of(draft->answers.begin(), draft->answers.end(), same)) return;
  draft->answers.push_back(answer);
  store(m, out, *draft);
  const auto& w = words_of(m);
  out.push_back(
      effect::Announce{w("feedback.news", {{"name", procedure_name(m, draft->procedure)},
                                           {"step", w("feedback_step." + answer.step, {})}})});
}

bool take_saying(Model& m, std::string_view text) {
  std::string draft;
  Saying saying;
  if (!read_saying(text, draft, saying)) return false;
  auto& known = m.sayings[draft];
  // Whoever writes here goes on with what stands here.
  if (!known.empty() && m.route.page == Page::feedback) return true;
  saying.text_rev = known.text_rev + 1;
  known = std::move(saying);
  return true;
}

void settle_feedback(Model& m) {
  if (!dossier_here(m)) m.workings.clear();
}

}  // namespace motcua::app
