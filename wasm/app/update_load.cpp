#include <utility>

#include "shared/form/visible.h"
#include "wasm/app/due.h"
#include "wasm/app/handlers.h"
#include "wasm/app/language.h"

namespace motcua::app {
namespace {

constexpr std::string_view words_name = "words/";
constexpr std::string_view index_name = "procedures/index";
constexpr std::string_view search_name = "procedures/search";
constexpr std::string_view procedure_name_start = "procedures/";
constexpr std::string_view form_name = "forms/";
constexpr std::string_view official_name = "official/";
constexpr std::string_view places_name = "places/demo";
constexpr std::string_view calendar_name = "calendar/vn";
constexpr std::string_view office_name = "calendar/office";
constexpr std::string_view sheet_words_name = "slips/";

std::string path_for(std::string_view as) {
  return as == directory_name ? std::string("api:/directory") : std::string(as) + ".json";
}

void want_named(Model& m, Effects& out, std::string_view as) {
  want(m, out, path_for(as), std::string(as));
}

void want_procedure(Model& m, Effects& out, const std::string& code) {
  const auto* entry = m.index ? catalogue::find_entry(*m.index, code) : nullptr;
  if (!entry || m.procedures.count(code)) return;
  const auto version = catalogue::version_on(*entry, form::to_text(today(m)));
  want(m, out, catalogue::procedure_path(*entry, version),
       std::string(procedure_name_start) + code);
}

void want_form(Model& m, Effects& out, const std::string& form) {
  if (form.empty() || m.forms.count(form)) return;
  want(m, out, catalogue::form_path(form), std::string(form_name) + form);
}

/// Once the person opens it.
void want_official(Model& m, Effects& out) {
  const auto& code = m.route.code;
  if (m.ahead.record_open && m.official_codes.count(code) && !m.officials.count(code))
    want_named(m, out, std::string(official_name) + code);
}

void want_units(Model& m, Effects& out) {
  if (!m.directory) want_named(m, out, directory_name);
  if (!m.places) want_named(m, out, places_name);
}

/// What a deadline is counted from, of the dossier on the screen.
void want_due(Model& m, Effects& out) {
  const auto* draft = find_filed(m, m.route.number);
  const auto version = draft ? filed_version(*draft) : std::string();
  if (version.empty()) return;
  if (!m.calendar) want_named(m, out, calendar_name);
  if (!m.office) want_named(m, out, office_name);
  const auto* entry = m.index ? catalogue::find_entry(*m.index, draft->procedure) : nullptr;
  if (entry && !m.procedures.count(version))
    want(m, out, catalogue::procedure_path(*entry, draft->version),
         std::string(procedure_name_start) + version);
}

Wanted failed(const Error& error) {
  return {
      .failed = true, .code = code_name(error.code), .message = error.message, .hint = error.hint};
}

template <class T>
bool take(const Result<T>& parsed, Wanted& wanted) {
  if (!parsed) wanted = failed(parsed.error());
  return bool(parsed);
}

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

/// A language that is not whole speaks the first one where it has no words yet.
void put_words(Model& m, const std::string& code, Words words) {
  if (const auto more = m.sheet_words.find(code); more != m.sheet_words.end())
    words.add(more->second);
  m.words[code] = std::move(words);
  const auto first = m.words.find(languages[0].code);
  if (first == m.words.end()) return;
  for (auto& [each, has] : m.words)
    if (!language_of(each).whole) has.fill_gaps(first->second);
}

/// A loaded text on its way to its place; `rest`: its name after what all of its kind have.
struct Arrived {
  Model& m;
  std::string rest;
  const std::string& text;
  Wanted& wanted;
};

void put_words_of(const Arrived& a) {
  auto parsed = Words::parse(a.text);
  if (take(parsed, a.wanted)) put_words(a.m, a.rest, std::move(*parsed));
}

void put_sheet_words(const Arrived& a) {
  auto parsed = Words::parse(a.text);
  if (!take(parsed, a.wanted)) return;
  // They may come before the others of their language.
  if (const auto words = a.m.words.find(a.rest); words != a.m.words.end())
    words->second.add(*parsed);
  a.m.sheet_words[a.rest] = std::move(*parsed);
}

void put_index(const Arrived& a) {
  auto parsed = catalogue::parse_index(std::string_view(a.text));
  if (take(parsed, a.wanted)) a.m.index = std::move(*parsed);
}

void put_search(const Arrived& a) {
  const auto added =
      a.m.index ? catalogue::parse_search(*a.m.index, std::string_view(a.text)) : Status();
  a.m.search_known = bool(added);
  if (!added) a.wanted = failed(added.error());
}

void put_procedure(const Arrived& a) {
  auto parsed = catalogue::parse_procedure(std::string_view(a.text));
  if (take(parsed, a.wanted)) a.m.procedures[a.rest] = std::move(*parsed);
}

void put_form(const Arrived& a) {
  auto parsed = form::parse_schema(std::string_view(a.text));
  if (take(parsed, a.wanted)) a.m.forms[a.rest] = std::move(*parsed);
  a.m.judged = std::make_shared<Judged>();
}

void put_official(const Arrived& a) {
  auto parsed = catalogue::parse_official(std::string_view(a.text));
  if (take(parsed, a.wanted)) a.m.officials[a.rest] = std::move(*parsed);
}

void put_directory(const Arrived& a) {
  auto parsed = parse_directory(a.text);
  if (take(parsed, a.wanted)) a.m.directory = std::move(*parsed);
}

void put_places(const Arrived& a) {
  auto parsed = places::parse_list(std::string_view(a.text));
  if (take(parsed, a.wanted)) a.m.places = std::move(*parsed);
}

void put_calendar(const Arrived& a) {
  auto parsed = deadline::parse_calendar(a.text);
  if (take(parsed, a.wanted))
    a.m.calendar = std::make_shared<const deadline::Calendar>(std::move(*parsed));
}

void put_office(const Arrived& a) {
  auto parsed = deadline::parse_office(a.text);
  if (take(parsed, a.wanted))
    a.m.office = std::make_shared<const deadline::Office>(std::move(*parsed));
}

/// Beginnings of names, the longer before the shorter. A table for the same reason as the one of
/// screens (view.cpp).
constexpr struct {
  std::string_view start;
  void (*put)(const Arrived&);
} places_of[] = {{words_name, put_words_of},
                 {sheet_words_name, put_sheet_words},
                 {index_name, put_index},
                 {search_name, put_search},
                 {procedure_name_start, put_procedure},
                 {form_name, put_form},
                 {official_name, put_official},
                 {directory_name, put_directory},
                 {places_name, put_places},
                 {calendar_name, put_calendar},
                 {office_name, put_office}};

/// Puts a loaded text where it belongs; false when it is unusable.
bool place_text(Model& m, const msg::Loaded& e, Wanted& wanted) {
  for (const auto& [start, put] : places_of) {
    if (!starts_with(e.as, start)) continue;
    put({m, e.as.substr(start.size()), e.text, wanted});
    break;
  }
  return !wanted.failed;
}

/// The first step's id, or the one where the person was.
std::string step_to_show(const Model& m, const Draft& draft, const form::Schema& schema) {
  const auto seen = form::visible(schema, draft.values, today(m));
  for (const auto& step : schema.steps)
    if (step.id == draft.step && seen.step(step.id)) return step.id;
  for (const auto& step : schema.steps)
    if (seen.step(step.id)) return step.id;
  return {};
}

/// Where a draft's page leads instead, or nothing.
std::string redirect(const Model& m, const Draft& draft) {
  if (draft.stage == Stage::sent) return receipt_path(draft.receipt.number);
  if (draft.stage == Stage::sealed)
    return m.route.page == Page::seal ? std::string() : seal_path(draft.id);
  const auto* schema = schema_of(m, draft);
  if (m.route.page != Page::step || !schema) return {};
  const auto seen = form::visible(*schema, draft.values, today(m));
  if (form::find_step(*schema, m.route.step) && seen.step(m.route.step)) return {};
  const auto step = step_to_show(m, draft, *schema);
  return step.empty() || step == m.route.step ? std::string() : step_path(draft.id, step);
}

/// A draft begun under another version goes on under today's, and says so until it is filed.
/// Answers to questions that are still asked stay.
void renew(Model& m, Effects& out, Draft& draft) {
  const auto* procedure = procedure_of(m, draft);
  if (!procedure || draft.stage != Stage::editing || !holds(m, draft.id)) return;
  if (draft.version == procedure->version) return;
  draft.older = draft.version;
  draft.version = procedure->version;
  draft.form = procedure->form;
  draft.reviewed = false;
  save(m, out, draft);
}

void settle_draft(Model& m, Effects& out) {
  auto* draft = current_draft(m);
  if (!draft) return;
  want_procedure(m, out, draft->procedure);
  renew(m, out, *draft);
  want_form(m, out, draft->form);
  want_units(m, out);
  if (draft->stage == Stage::editing) want_hold(m, out, *draft);
  const auto other = redirect(m, *draft);
  if (!other.empty()) go(m, out, other, true);
}

/// Notes that the person is on this page of the draft; saved with the next change.
void note_place(Model& m, Effects& out) {
  auto* draft = editable_here(m);
  if (!draft) return;
  // Before the form is there nobody knows whether the address names one of its steps.
  const auto* schema = schema_of(m, *draft);
  if (m.route.page == Page::step && schema && form::find_step(*schema, m.route.step))
    draft->step = m.route.step;
  if (m.route.page == Page::review) draft->reviewed = true;
  if (m.route.page == Page::seal && draft->notice_shown.empty()) {
    draft->notice_shown = m.now;
    save(m, out, *draft);
  }
}

/// What was answered on a procedure's page is forgotten when the page is left.
void settle_ahead(Model& m) {
  const auto here = m.route.page == Page::procedure ? m.route.code : std::string();
  if (m.ahead.procedure != here) m.ahead = {.procedure = here};
}

}  // namespace

void want(Model& m, Effects& out, const std::string& path, const std::string& as) {
  if (m.wanted.count(as)) return;
  m.wanted[as] = {};
  out.push_back(effect::Load{path, as});
}

void settle(Model& m, Effects& out) {
  const auto first = language_of(m.lang).whole ? m.lang : std::string(languages[0].code);
  for (const auto& code : {m.lang, first})
    if (!m.words.count(code)) want_named(m, out, std::string(words_name) + code);
  if (!m.index) want_named(m, out, index_name);
  if (m.index && !m.search_known && !m.query.empty()) want_named(m, out, search_name);
  settle_ahead(m);
  switch (m.route.page) {
    case Page::procedure:
      if (m.index && catalogue::find_entry(*m.index, m.route.code))
        want_procedure(m, out, m.route.code);
      if (const auto p = m.procedures.find(m.route.code); p != m.procedures.end())
        want_form(m, out, p->second.form);
      want_official(m, out);
      break;
    case Page::step:
    case Page::papers:
    case Page::review:
    case Page::sheet:
    case Page::seal: settle_draft(m, out); break;
    case Page::dossiers:
    case Page::receipt:
    case Page::follow:
    case Page::feedback:
    case Page::slip:
      if (m.drafts_known && !m.directory) want_named(m, out, directory_name);
      if (m.route.page == Page::follow || m.route.page == Page::feedback) want_due(m, out);
      break;
    case Page::verify:
      if (!m.directory) want_named(m, out, directory_name);
      break;
    case Page::fetch:
      if (!std::exchange(m.fetching.asked, true)) out.push_back(effect::AskLinkKey{});
      break;
    case Page::home:
    case Page::keys:
    case Page::move:
    case Page::not_found: break;
  }
  settle_sheet(m, out);
  settle_feedback(m);
  note_place(m, out);
  leave_card(m, out);
  let_go(m, out);
  follow(m, out);
}

void on(Model& m, Effects&, const msg::LoadAgain& e) {
  const auto found = m.wanted.find(e.as);
  if (found != m.wanted.end() && found->second.failed) m.wanted.erase(found);
}

void on(Model& m, Effects& out, const msg::Loaded& e) {
  Wanted wanted;
  if (place_text(m, e, wanted)) {
    m.wanted.erase(e.as);
    if (e.as == directory_name)
      for (auto& [id, draft] : m.drafts) proceed_to_seal(m, out, draft);
  } else {
    m.wanted[e.as] = std::move(wanted);
  }
}

void on(Model& m, Effects&, const msg::LoadFailed& e) {
  m.wanted[e.as] = {.failed = true, .code = e.code, .message = e.message, .hint = e.hint};
  if (e.as != directory_name) return;
  for (auto& [id, job] : m.jobs)
    if (job.phase == Job::Phase::preparing)
      job = {.phase = Job::Phase::seal_failed,
             .code = "directory",
             .message = e.message,
             .hint = e.hint};
}

}  // namespace motcua::app
