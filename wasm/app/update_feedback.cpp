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
  return saying.on_its_way() ? nullptr : &saying;
}

void changed(Model& m, Effects& out, const Draft& draft, Saying& saying) {
  saying.way = Saying::Way::none;
  saying.resumed = false;
  saying.here = true;
  saying.superseded = false;
  saying.code.clear();
  keep(m, out, draft);
}

/// The form is free again.
void empty(Saying& saying) {
  const auto rev = saying.text_rev;
  saying = {};
  saying.text_rev = rev + 1;
}

void let_be_sent(Saying& saying, Saying::Way way) {
  saying.way = way;
  saying.code.clear();
}

void send(Model& m, Effects& out, const Draft& draft, Saying& saying, const MaySay& say) {
  saying.choice = say.choice;
  if (say.kind != Kind::vote) saying.vote = 0;  // chosen before the person wished something else
  saying.here = true;
  saying.superseded = false;
  saying.number = static_cast<std::int64_t>(draft.said.size()) + 1;
  let_be_sent(saying, Saying::Way::sending);
  keep(m, out, draft);
  out.push_back(effect::SendFeedback{.number = draft.receipt.number,
                                     .body = draft.sealed.body,
                                     .root = draft.root,
                                     .draft = draft.hex,
                                     .unit = competent_unit(draft),
                                     .feedback = saying.number,
                                     .kind = std::string(feedback::kind_name(say.kind)),
                                     .about = say.about,
                                     .text = saying.text,
                                     .vote = saying.vote});
}

/// The record has these very words already.
bool has_arrived(const Draft& draft, const Saying& saying) {
  return std::any_of(draft.said.begin(), draft.said.end(), [&](const RecordSaid& each) {
    return each.number == saying.number && each.text == saying.text && each.vote == saying.vote;
  });
}

/// What was on its way when the page was left goes on, unless it has no place any more.
void go_on(Model& m, Effects& out, const Draft& draft, Saying& saying) {
  if (has_arrived(draft, saying)) {
    empty(saying);
    return keep(m, out, draft);
  }
  const auto offered = may_say(draft);
  const auto same = [&](const MaySay& each) { return each.choice == saying.choice; };
  const auto say = std::find_if(offered.begin(), offered.end(), same);
  if (say == offered.end() || !may_send(saying, *say)) return changed(m, out, draft, saying);
  saying.resumed = true;
  send(m, out, draft, saying, *say);
}

}  // namespace

void on(Model& m, Effects& out, const msg::ChooseFeedback& e) {
  auto* saying = open_saying(m);
  if (!saying) return;
  saying->choice = e.choice;
  saying->missing = false;
  changed(m, out, *dossier_here(m), *saying);
}

void on(Model& m, Effects& out, const msg::TypeFeedback& e) {
  auto* saying = open_saying(m);
  if (!saying) return;
  saying->text = e.text;
  std::erase(saying->text, '\r');
  changed(m, out, *dossier_here(m), *saying);
}

void on(Model& m, Effects& out, const msg::ChooseVote& e) {
  auto* saying = open_saying(m);
  if (!saying) return;
  saying->vote = e.vote;
  changed(m, out, *dossier_here(m), *saying);
}

void on(Model& m, Effects& out, const msg::SendFeedback&) {
  auto* saying = open_saying(m);
  if (!saying) return;
  const auto* draft = dossier_here(m);
  const bool sent_elsewhere = saying->way != Saying::Way::none;
  const auto offered = may_say(*draft);
  if (offered.empty()) return;
  const auto& say = shown_choice(*saying, offered);
  saying->missing = !may_send(*saying, say);
  if (saying->missing) {
    out.push_back(effect::Focus{.target = effect::Focus::Target::errors});
    return;
  }
  if (sent_elsewhere) return go_on(m, out, *draft, *saying);  // it may have arrived by now
  send(m, out, *draft, *saying, say);
}

void on(Model& m, Effects&, const msg::ShowWorking& e) {
  if (!m.workings.erase(e.feedback)) m.workings.insert(e.feedback);
}

void on(Model& m, Effects& out, const msg::FeedbackWay& e) {
  const auto* draft = find_filed(m, e.number);
  if (!draft) return;
  auto& saying = m.sayings[draft->id];
  if (!saying.on_its_way()) return;
  const auto& w = words_of(m);
  if (e.way == "sent" || (saying.resumed && e.code == "feedback-taken")) {
    // In its place is what went before the page was left: the log will tell.
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
    keep(m, out, *draft);
    if (dossier_here(m) == draft)
      out.push_back(effect::Focus{.target = effect::Focus::Target::errors});
    else
      out.push_back(effect::Announce{
          w("feedback.failed_about", {{"name", procedure_name(m, draft->procedure)}})});
  }
}

void on(Model& m, Effects& out, const msg::SaidSeen& e) {
  auto* draft = find_filed(m, e.number);
  if (!draft) return;
  const auto same = [&](const RecordSaid& each) { return each.number == e.said.number; };
  // Another tab may have kept it already; what is written here is looked at all the same.
  if (std::none_of(draft->said.begin(), draft->said.end(), same)) {
    draft->said.push_back(e.said);
    store(m, out, *draft);
  }
  // What came back from the log need not be kept as words any more.
  const auto found = m.sayings.find(draft->id);
  if (found == m.sayings.end() || found->second.number != e.said.number) return;
  auto& saying = found->second;
  if (!has_arrived(*draft, saying)) {
    // Other words took their place.
    if (saying.resumed) changed(m, out, *draft, saying);
    return;
  }
  empty(saying);
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
  weigh_statements(*draft);
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
  if (known.here && !known.empty() && m.route.page == Page::feedback) {
    known.superseded = true;
    return true;
  }
  saying.text_rev = known.text_rev + 1;
  known = std::move(saying);
  return true;
}

bool drop_saying(Model& m, Effects& out, std::string_view id) {
  if (id.substr(0, saying_id.size()) != saying_id) return false;
  const auto found = m.sayings.find(id.substr(saying_id.size()));
  if (found == m.sayings.end()) return true;
  auto& saying = found->second;
  const auto draft = m.drafts.find(found->first);
  const bool arrived = draft != m.drafts.end() && has_arrived(draft->second, saying);
  // What is on its way here, or was written here last, is stored again: nobody else knows that it
  // is needed.
  const bool needed = saying.on_its_way() || (saying.here && !saying.superseded && !saying.empty());
  if (needed && !arrived && draft != m.drafts.end())
    keep(m, out, draft->second);
  else
    empty(saying);
  return true;
}

void resume_feedback(Model& m, Effects& out) {
  for (auto& [id, saying] : m.sayings) {
    const auto draft = m.drafts.find(id);
    if (draft == m.drafts.end() || saying.way != Saying::Way::sending) continue;
    go_on(m, out, draft->second, saying);
  }
}

void settle_feedback(Model& m) {
  if (!dossier_here(m)) m.workings.clear();
}

}  // namespace motcua::app
