#include <algorithm>
#include <utility>

#include "shared/form/normalise.h"
#include "shared/text/utf8.h"
#include "wasm/app/handlers.h"

namespace motcua::app {
namespace {

constexpr std::size_t shortest = 2;   // code points that are looked up
constexpr std::size_t longest = 500;  // of what stands in the field

AddressHelp& help_of(Model& m, const Draft& draft, const std::string& field) {
  if (std::exchange(m.addresses_of, draft.id) != draft.id) {
    m.addresses.clear();
    m.agencies.clear();
  }
  return m.addresses[field];
}

const form::Field* address_here(const Model& m, const Draft* draft, std::string_view id) {
  const auto* schema = draft ? schema_of(m, *draft) : nullptr;
  const auto* field = schema ? form::find_field(*schema, id) : nullptr;
  return field && field->kind == form::Kind::address ? field : nullptr;
}

/// What the list says of a field that is still on the page; nullptr when there is no such.
AddressHelp* known_help(Model& m, const Draft* draft, std::string_view field) {
  const auto found = m.addresses.find(field);
  const bool here = draft && m.addresses_of == draft->id && found != m.addresses.end();
  return here ? &found->second : nullptr;
}

void choose(Model& m, Effects& out, Draft& draft, const form::Field& field,
            const PlaceFound& place) {
  draft.values[field.id] = place.address;
  ++m.revisions[field.id];
  save(m, out, draft);
  out.push_back(effect::Announce{place.address});
  ask_places(m, out, draft, field, false);
}

/// The question that stands below the field now is before where the person goes on.
void tell_old(const Model& m, Effects& out, const AddressHelp& help) {
  if (help.old) out.push_back(effect::Announce{std::string(words_of(m)(old_words(help)))});
}

/// Who is competent follows from the address that was given last, unless the person chose.
void choose_agency(Model& m, Effects& out, Draft& draft, const form::Field& field,
                   const std::string& commune) {
  if (field.agency.empty() || !m.directory) return;
  const auto& units = m.directory->units;
  const auto unit = std::find_if(units.begin(), units.end(), [&](const auto& each) {
    return each.code == commune && each.kind == "commune";
  });
  if (unit == units.end()) return;
  const auto chosen = form::text_of(draft.values, field.agency);
  const auto before = m.agencies.find(field.agency);
  if (!chosen.empty() && (before == m.agencies.end() || before->second != chosen)) return;
  m.agencies[field.agency] = unit->code;
  if (chosen == unit->code) return;
  draft.values[field.agency] = unit->code;
  ++m.revisions[field.agency];
  save(m, out, draft);
}

}  // namespace

void ask_places(Model& m, Effects& out, const Draft& draft, const form::Field& field, bool typed) {
  auto& help = help_of(m, draft, field.id);
  const auto text = form::text_of(draft.values, field.id);
  help.certain.reset();
  help.old = false;
  if (typed)
    ui::combobox_typed(help.list, text);
  else
    help.list.open = false;
  if (!typed) help.found.clear();
  if (text::count_points(text) < shortest) {
    help.found.clear();
    return;
  }
  out.push_back(effect::FindPlaces{field.id, std::string(text::first_points(text, longest))});
}

void leave_address(Model& m, Effects& out, const Draft& draft, const form::Field& field) {
  auto* help = known_help(m, &draft, field.id);
  if (!help) return ask_places(m, out, draft, field, false);
  help->list.open = false;
  tell_old(m, out, *help);
}

void on(Model& m, Effects& out, const msg::AddressKey& e) {
  auto* draft = editable_here(m);
  const auto* field = address_here(m, draft, e.field);
  auto* help = field ? known_help(m, draft, e.field) : nullptr;
  if (!help) return;
  const auto at = ui::combobox_key(help->list, e.key, help->found.size());
  if (at && *at < help->found.size()) choose(m, out, *draft, *field, PlaceFound(help->found[*at]));
}

void on(Model& m, Effects& out, const msg::ChoosePlace& e) {
  auto* draft = editable_here(m);
  const auto* field = address_here(m, draft, e.field);
  const auto* help = field ? known_help(m, draft, e.field) : nullptr;
  if (!help) return;
  const auto place = std::find_if(help->found.begin(), help->found.end(),
                                  [&](const auto& each) { return each.code == e.code; });
  if (place != help->found.end()) choose(m, out, *draft, *field, PlaceFound(*place));
}

void on(Model& m, Effects& out, const msg::PlacesFound& e) {
  auto* draft = editable_here(m);
  const auto* field = address_here(m, draft, e.field);
  auto* help = field ? known_help(m, draft, e.field) : nullptr;
  // Of another page, or overtaken by what was typed since.
  if (!help) return;
  if (text::first_points(form::text_of(draft->values, e.field), longest) != e.text) return;
  help->found = e.found;
  help->certain = e.certain;
  help->old = e.old;
  help->failed = false;
  help->list.active = -1;
  help->list.first = 0;
  if (e.certain) choose_agency(m, out, *draft, *field, e.certain->code);
  if (!help->list.open) tell_old(m, out, *help);
}

void on(Model& m, Effects&, const msg::PlacesFailed& e) {
  auto* help = known_help(m, editable_here(m), e.field);
  if (!help) return;
  help->found.clear();
  help->failed = true;
}

}  // namespace motcua::app
