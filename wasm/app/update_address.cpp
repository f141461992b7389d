#include <algorithm>
#include <utility>

#include "shared/form/normalise.h"
#include "shared/text/utf8.h"
#include "wasm/app/handlers.h"
#include "wasm/ui/id.h"

namespace motcua::app {
namespace {

constexpr std::size_t shortest = 2;   // code points that are looked up
constexpr std::size_t longest = 500;  // of what stands in the field

AddressHelp& help_of(Model& m, const Draft& draft, const std::string& field) {
  if (std::exchange(m.addresses_of, draft.id) != draft.id) m.addresses.clear();
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

/// A row that was found for what stood there before is no answer to what stands there now.
void choose(Model& m, Effects& out, Draft& draft, const form::Field& field, const AddressHelp& help,
            const PlaceFound& place) {
  if (!help.answers(form::text_of(draft.values, field.id))) return;
  draft.values[field.id] = place.address;
  ++m.revisions[field.id];
  save(m, out, draft);
  out.push_back(effect::Focus{.node = ui::field_id(field.id)});
  out.push_back(effect::Announce{place.address});
  ask_places(m, out, draft, field, Came::filled);
}

/// The question that stands below the field now is before where the person goes on.
void tell_old(const Model& m, Effects& out, const AddressHelp& help) {
  if (help.old) out.push_back(effect::Announce{std::string(words_of(m)(old_words(help)))});
}

/// Whether the unit that an address chose still stands there: the person has not chosen another.
bool stands(const Draft& draft, const std::string& agency) {
  const auto given = draft.given.find(agency);
  return given != draft.given.end() && form::text_of(draft.values, agency) == given->second;
}

/// What an address said of the competent office goes with it.
void forget_agency(Model& m, Effects& out, Draft& draft, const form::Field& field) {
  if (field.agency.empty()) return;
  if (stands(draft, field.agency)) {
    draft.values.erase(field.agency);
    ++m.revisions[field.agency];
  }
  if (draft.given.erase(field.agency) > 0) save(m, out, draft);
}

/// Who is competent follows from the address that was given last, unless the person chose.
void choose_agency(Model& m, Effects& out, Draft& draft, const form::Field& field,
                   const std::string& commune) {
  if (field.agency.empty() || !m.directory) return;
  const auto& units = m.directory->units;
  const bool takes_part = std::any_of(units.begin(), units.end(), [&](const auto& each) {
    return each.code == commune && each.kind == "commune";
  });
  const bool free =
      form::text_of(draft.values, field.agency).empty() || stands(draft, field.agency);
  if (!takes_part || !free) return;
  draft.given[field.agency] = commune;
  draft.values[field.agency] = commune;
  ++m.revisions[field.agency];
  save(m, out, draft);
}

}  // namespace

void ask_places(Model& m, Effects& out, Draft& draft, const form::Field& field, Came came) {
  auto& help = help_of(m, draft, field.id);
  if (came != Came::before) forget_agency(m, out, draft, field);
  const auto text = form::text_of(draft.values, field.id);
  help.asked = text;
  help.certain.reset();
  help.old = false;
  if (came == Came::typed)
    ui::combobox_typed(help.list, text);
  else
    help.list.open = false;
  if (came != Came::typed) help.found.clear();
  if (text::count_points(text) < shortest) {
    help.found.clear();
    return;
  }
  out.push_back(effect::FindPlaces{field.id, std::string(text::first_points(text, longest))});
}

void leave_address(Model& m, Effects& out, Draft& draft, const form::Field& field) {
  auto* help = known_help(m, &draft, field.id);
  if (!help || help->asked != form::text_of(draft.values, field.id))
    return ask_places(m, out, draft, field, Came::before);
  help->list.open = false;
  tell_old(m, out, *help);
}

void on(Model& m, Effects& out, const msg::AddressKey& e) {
  auto* draft = editable_here(m);
  const auto* field = address_here(m, draft, e.field);
  auto* help = field ? known_help(m, draft, e.field) : nullptr;
  if (!help) return;
  const auto at = ui::combobox_key(help->list, e.key, help->found.size());
  if (at && *at < help->found.size())
    choose(m, out, *draft, *field, AddressHelp(*help), PlaceFound(help->found[*at]));
}

void on(Model& m, Effects& out, const msg::ChoosePlace& e) {
  auto* draft = editable_here(m);
  const auto* field = address_here(m, draft, e.field);
  const auto* help = field ? known_help(m, draft, e.field) : nullptr;
  if (!help) return;
  const auto place = std::find_if(help->found.begin(), help->found.end(),
                                  [&](const auto& each) { return each.code == e.code; });
  if (place != help->found.end())
    choose(m, out, *draft, *field, AddressHelp(*help), PlaceFound(*place));
}

void on(Model& m, Effects& out, const msg::PlacesFound& e) {
  auto* draft = editable_here(m);
  const auto* field = address_here(m, draft, e.field);
  auto* help = field ? known_help(m, draft, e.field) : nullptr;
  // Of another page, or overtaken by what was typed since.
  if (!help) return;
  if (text::first_points(form::text_of(draft->values, e.field), longest) != e.text) return;
  help->text = form::text_of(draft->values, e.field);
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
