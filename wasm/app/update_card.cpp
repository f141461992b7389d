#include <algorithm>
#include <utility>

#include "shared/form/normalise.h"
#include "shared/ids/card.h"
#include "wasm/app/handlers.h"

namespace motcua::app {
namespace {

/// Gives a field what the card says of it; false when there is nothing, or it cannot be the answer.
bool fill(Model& m, Effects& out, Draft& draft, const form::Schema& schema, const std::string& id,
          const std::string& text) {
  const auto* field = id.empty() || text.empty() ? nullptr : form::find_field(schema, id);
  if (!field || (!field->options.empty() && !form::find_option(*field, text))) return false;
  auto& stored = draft.values[id];
  const form::Value regular = form::normalise(*field, form::Value(text));
  if (stored != regular) {
    stored = regular;
    ++m.revisions[id];
    if (field->kind == form::Kind::address) ask_places(m, out, draft, *field, Came::filled);
  }
  return true;
}

/// Spreads a card over the fields that it fills, and says so.
void spread(Model& m, Effects& out, Draft& draft, const form::Schema& schema,
            const form::Field& field, const ids::Card& card) {
  const auto& to = field.card;
  const bool letters = !card.letters_damaged;
  fill(m, out, draft, schema, field.id, card.number);
  fill(m, out, draft, schema, to.birth, card.birth);
  fill(m, out, draft, schema, to.sex, card.sex);
  if (letters) fill(m, out, draft, schema, to.name, card.name);
  if (letters) fill(m, out, draft, schema, to.address, card.address);
  m.card = {.draft = draft.id, .field = field.id, .letters_damaged = !letters};
  save(m, out, draft);
  out.push_back(effect::Announce{
      std::string(words_of(m)(letters ? "form.card_taken" : "form.card_damaged"))});
}

const form::Field* field_in(const form::Step* step, std::string_view id) {
  if (!step) return nullptr;
  for (const auto& group : step->groups)
    for (const auto& field : group.fields)
      if (field.id == id && field.card.any()) return &field;
  return nullptr;
}

/// The field of the page on the screen that a card can fill, or nullptr.
const form::Field* card_field_here(const Model& m, const Draft* draft, std::string_view id) {
  const auto* schema = draft && m.route.page == Page::step ? schema_of(m, *draft) : nullptr;
  return schema ? field_in(form::find_step(*schema, m.route.step), id) : nullptr;
}

void close(Model& m, Effects& out) {
  m.card_wanted = {};
  out.push_back(effect::StopCard{});
}

/// The browser gives the focus back by itself, but not to a button that was pressed in Safari.
void back_to_button(Effects& out, std::string_view field) {
  out.push_back(effect::Focus{.node = ui::field_id(std::string(card_anchor) + std::string(field))});
}

/// It is the code of a receipt that is waited for, and its page is on the screen.
bool waits_for_code(const Model& m) {
  return m.card_wanted.field == verify_field && m.route.page == Page::verify;
}

}  // namespace

bool take_card(Model& m, Effects& out, Draft& draft, const form::Field& field) {
  const auto* schema = schema_of(m, draft);
  const std::string text(form::text_of(draft.values, field.id));
  if (!schema || field.kind != form::Kind::personal_id || !ids::is_card_like(text)) return false;
  const auto card = ids::read_card(text);
  if (!card) return false;  // judged like any answer: "card-text"
  spread(m, out, draft, *schema, field, *card);
  return true;
}

void leave_card(Model& m, Effects& out) {
  if (m.card_wanted.field.empty() || waits_for_code(m)) return;
  if (!card_field_here(m, editable_here(m), m.card_wanted.field)) close(m, out);
}

void on(Model& m, Effects& out, const msg::WantCard& e) {
  const bool code = e.field == verify_field && m.route.page == Page::verify;
  if (!code && !card_field_here(m, editable_here(m), e.field)) return;
  m.card_wanted = {.field = e.field};
  out.push_back(effect::ReadCard{});
}

void on(Model& m, Effects& out, const msg::CloseCard&) {
  if (m.card_wanted.field.empty()) return;
  back_to_button(out, m.card_wanted.field);
  close(m, out);
}

void on(Model& m, Effects&, const msg::CardCamera& e) {
  if (!m.card_wanted.field.empty()) m.card_wanted.camera = e.state;
}

void on(Model& m, Effects& out, const msg::CardText& e) {
  if (waits_for_code(m)) {
    back_to_button(out, verify_field);
    close(m, out);
    return take_code(m, out, e.text);
  }
  auto* draft = editable_here(m);
  const auto* field = card_field_here(m, draft, m.card_wanted.field);
  if (!field) return;
  const auto card = ids::read_card(e.text);
  if (!card) {
    using Wrong = CardWanted::Wrong;
    m.card_wanted.wrong = card.error().code == Code::refused ? Wrong::spoiled : Wrong::not_card;
    return;
  }
  spread(m, out, *draft, *schema_of(m, *draft), *field, *card);
  recheck(m, *draft);
  back_to_button(out, field->id);
  close(m, out);
}

}  // namespace motcua::app
