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
    if (field->kind == form::Kind::address) ask_places(m, out, draft, *field, false);
  }
  return true;
}

}  // namespace

bool take_card(Model& m, Effects& out, Draft& draft, const form::Field& field) {
  const auto* schema = schema_of(m, draft);
  const std::string text(form::text_of(draft.values, field.id));
  if (!schema || field.kind != form::Kind::personal_id || !ids::is_card_like(text)) return false;
  const auto card = ids::read_card(text);
  if (!card) return false;  // judged like any answer: "card-text"
  const auto& to = field.card;
  const bool letters = !card->letters_damaged;
  fill(m, out, draft, *schema, field.id, card->number);
  fill(m, out, draft, *schema, to.birth, card->birth);
  fill(m, out, draft, *schema, to.sex, card->sex);
  if (letters) fill(m, out, draft, *schema, to.name, card->name);
  if (letters) fill(m, out, draft, *schema, to.address, card->address);
  m.card = {.draft = draft.id, .field = field.id, .letters_damaged = !letters};
  save(m, out, draft);
  out.push_back(effect::Announce{
      std::string(words_of(m)(letters ? "form.card_taken" : "form.card_damaged"))});
  return true;
}

}  // namespace motcua::app
