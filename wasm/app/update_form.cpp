#include <algorithm>

#include "shared/form/normalise.h"
#include "shared/form/visible.h"
#include "shared/text/utf8.h"
#include "wasm/app/handlers.h"
#include "wasm/app/steps.h"

namespace motcua::app {
namespace {

/// Far above any field's own bound, which is judged and told; this only protects the draft.
constexpr std::size_t max_points = 200000;

/// What comes in one piece is pasted.
constexpr std::size_t pasted_bytes = 24;

form::Value value_of(const form::Field& field, std::string_view text) {
  if (field.kind == form::Kind::checkbox) return text == "1";
  return std::string(text::first_points(text, max_points));
}

std::vector<form::Defect> step_defects(const Model& m, const Draft& draft, std::string_view step) {
  return form::defects_of_step(answer_defects(m, draft), step);
}

void put(Model& m, Effects& out, Draft& draft, const form::Field& field, form::Value value) {
  auto& stored = draft.values[field.id];
  if (stored == value) return;
  stored = std::move(value);
  save(m, out, draft);
}

const form::Field* field_here(const Model& m, const Draft* draft, std::string_view id) {
  const auto* schema = draft ? schema_of(m, *draft) : nullptr;
  return schema ? form::find_field(*schema, id) : nullptr;
}

bool is_choice(form::Kind kind) {
  using form::Kind;
  return kind == Kind::choice || kind == Kind::select || kind == Kind::country ||
         kind == Kind::ethnicity || kind == Kind::checkbox || kind == Kind::unit;
}

/// Makes all answers of a step regular; the document takes over what changed.
void regularise(Model& m, Effects& out, Draft& draft, const form::Field& field) {
  const auto found = draft.values.find(field.id);
  if (found == draft.values.end()) return;
  auto regular = form::normalise(field, found->second);
  if (regular == found->second) return;
  ++m.revisions[field.id];
  put(m, out, draft, field, std::move(regular));
}

}  // namespace

void recheck(Model& m, const Draft& draft) {
  if (m.shown.defects.empty() || m.shown.draft != draft.id) return;
  const auto now = step_defects(m, draft, m.shown.place);
  std::erase_if(m.shown.defects, [&](form::Defect& old) {
    const auto* still = form::defect_of(now, old.field);
    if (still) old = *still;
    return still == nullptr;
  });
}

void show_defects(Model& m, Effects& out, const Draft& draft, std::string_view place,
                  std::vector<form::Defect> defects) {
  m.shown = {.draft = draft.id, .place = std::string(place), .defects = std::move(defects)};
  out.push_back(effect::Focus{.target = effect::Focus::Target::errors});
}

void on(Model& m, Effects& out, const msg::Answer& e) {
  auto* draft = editable_here(m);
  const auto* field = field_here(m, draft, e.field);
  if (!field) return;
  const auto before = form::text_of(draft->values, e.field).size();
  put(m, out, *draft, *field, value_of(*field, e.text));
  // Pasted at once; a scanner that types letter by letter ends with Enter or Tab.
  if (e.text.size() > before + pasted_bytes && take_card(m, out, *draft, *field))
    recheck(m, *draft);
  if (field->kind == form::Kind::address) ask_places(m, out, *draft, *field, Came::typed);
  if (is_choice(field->kind)) recheck(m, *draft);
}

void on(Model& m, Effects& out, const msg::AnswerDate& e) {
  auto* draft = editable_here(m);
  const auto* field = field_here(m, draft, e.field);
  if (!field) return;
  auto parts = form::split_date(form::text_of(draft->values, e.field));
  const std::string typed(text::first_points(e.text, 16));
  (e.part == msg::DatePart::day     ? parts.day
   : e.part == msg::DatePart::month ? parts.month
                                    : parts.year) = typed;
  put(m, out, *draft, *field, form::join_date(parts.day, parts.month, parts.year));
}

void on(Model& m, Effects& out, const msg::LeaveField& e) {
  auto* draft = editable_here(m);
  const auto* field = field_here(m, draft, e.field);
  if (!field) return;
  // A date is left three times while it is typed; its parts stay as they were typed.
  take_card(m, out, *draft, *field);
  if (field->kind != form::Kind::date) regularise(m, out, *draft, *field);
  if (field->kind == form::Kind::address) leave_address(m, out, *draft, *field);
  recheck(m, *draft);
}

void on(Model& m, Effects& out, const msg::FinishStep&) {
  auto* draft = editable_here(m);
  const auto* schema = draft ? schema_of(m, *draft) : nullptr;
  const auto* step = schema ? form::find_step(*schema, m.route.step) : nullptr;
  if (!step) return;
  // A scanner ends with Enter: that is no wish to go on.
  bool scanned = false;
  for (const auto& group : step->groups)
    for (const auto& field : group.fields) scanned = take_card(m, out, *draft, field) || scanned;
  if (scanned) return;
  for (const auto& group : step->groups)
    for (const auto& field : group.fields) regularise(m, out, *draft, field);
  auto defects = step_defects(m, *draft, step->id);
  if (form::blocks(defects)) return show_defects(m, out, *draft, step->id, std::move(defects));
  m.shown = {};
  go(m, out, draft->reviewed ? review_path(draft->id) : next_path(m, *draft));
}

void on(Model& m, Effects& out, const msg::FixAnswer& e) {
  const auto* draft = editable_here(m);
  if (!draft) return;
  const bool papers = e.step == papers_place;
  if (!papers && !e.field.empty())
    m.shown = {.draft = draft->id, .place = e.step, .defects = step_defects(m, *draft, e.step)};
  m.focus_field = e.field;
  go(m, out, papers ? papers_path(draft->id) : step_path(draft->id, e.step));
}

}  // namespace motcua::app
