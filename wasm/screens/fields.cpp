#include "wasm/screens/fields.h"

#include "shared/form/date.h"
#include "wasm/screens/card.h"
#include "wasm/ui/components/combobox.h"

namespace motcua::screens {

using namespace app;
using form::Kind;

namespace {

/// What all widgets of a field share; the views live as long as this.
struct Asked {
  const form::Field& field;
  std::string value;
  std::string error;
  std::uint32_t rev = 0;
  bool required = true;
};

std::string error_of(const Model& m, const Draft& draft, const form::Field& field) {
  if (m.shown.draft != draft.id) return {};
  const auto* defect = form::defect_of(m.shown.defects, field.id);
  return defect && defect->severity == form::Severity::error ? defect->message.in(m.lang)
                                                             : std::string();
}

std::string value_text(const Draft& draft, const form::Field& field) {
  const auto* value = form::find_value(draft.values, field.id);
  if (!value) return {};
  if (const auto* text = std::get_if<std::string>(value)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(value)) return std::to_string(*number);
  return {};
}

ui::Action answer(Frame& f, const std::string& field) {
  return f.on([field](std::string_view text) -> Message {
    return msg::Answer{field, std::string(text)};
  });
}

ui::Action leave(Frame& f, const std::string& field) {
  return f.on(Message(msg::LeaveField{field}));
}

std::uint8_t width_of(Kind kind) {
  switch (kind) {
    case Kind::phone:
    case Kind::personal_id:
    case Kind::tax_code:
    case Kind::insurance: return 20;
    case Kind::number: return 6;
    default: return 0;
  }
}

void typed(Frame& f, const Asked& a) {
  const auto& field = a.field;
  const ui::TextField text{.label = field.label.in(f.m.lang),
                           .hint = field.hint.in(f.m.lang),
                           .error = a.error,
                           .value = a.value,
                           .value_rev = a.rev,
                           .required = a.required,
                           .optional = f.w("form.optional"),
                           .autocomplete = field.autocomplete,
                           .inputmode = field.inputmode,
                           .chars = width_of(field.kind),
                           .lang = "vi"};
  if (field.kind == Kind::textarea)
    f.b.text_area(field.id, text, answer(f, field.id), leave(f, field.id));
  else
    f.b.text_field(field.id, text, answer(f, field.id), leave(f, field.id));
}

void date(Frame& f, const Asked& a) {
  const auto& field = a.field;
  const auto parts = form::split_date(a.value);
  const bool bad = !a.error.empty();
  const auto part = [&](std::string_view word, const std::string& value) {
    return ui::DatePart{f.w(word), value, a.rev, bad};
  };
  const auto input = [&](msg::DatePart which) {
    return f.on([id = field.id, which](std::string_view text) -> Message {
      return msg::AnswerDate{id, which, std::string(text)};
    });
  };
  f.b.date_field(field.id,
                 {.legend = field.label.in(f.m.lang),
                  .hint = field.hint.in(f.m.lang),
                  .error = a.error,
                  .day = part("form.day", parts.day),
                  .month = part("form.month", parts.month),
                  .year = part("form.year", parts.year),
                  .required = a.required,
                  .optional = f.w("form.optional"),
                  .birthday = field.autocomplete == "bday"},
                 {.day = input(msg::DatePart::day),
                  .month = input(msg::DatePart::month),
                  .year = input(msg::DatePart::year),
                  .blur = leave(f, field.id)});
}

/// A place as a row of the list: its name, and the old one that led there.
std::string place_words(Frame& f, const PlaceFound& place) {
  const std::string today = place.name + ", " + place.province;
  return place.old.empty()
             ? today
             : std::string(f.w("form.place_was", {{"now", today}, {"old", place.old}}));
}

/// Today's places that an old address can mean, as buttons: the person knows which one it is.
void old_address(Frame& f, const std::string& id, const AddressHelp& help) {
  auto box = f.b.group(id + ".today", f.w(old_words(help)));
  for (const auto& place : help.found)
    f.b.button(id + "." + place.code, place.name + ", " + place.province,
               f.on(Message(msg::ChoosePlace{id, place.code})));
}

void address(Frame& f, const Asked& a) {
  static const AddressHelp none;
  const auto& field = a.field;
  const auto known = f.m.addresses.find(field.id);
  const bool here = known != f.m.addresses.end() && f.m.route.draft == f.m.addresses_of;
  const AddressHelp& help = here ? known->second : none;
  ui::ComboboxState list = help.list;
  list.text = a.value;
  list.rev = a.rev;
  const auto status = help.found.empty()
                          ? std::string()
                          : f.w.count("form.places_found", std::int64_t(help.found.size()));
  ui::combobox(f.b, field.id,
               {.text = {.label = field.label.in(f.m.lang),
                         .hint = field.hint.in(f.m.lang),
                         .error = a.error,
                         .required = a.required,
                         .optional = f.w("form.optional"),
                         .autocomplete = field.autocomplete,
                         .lang = "vi"},
                .state = &list,
                .count = help.found.size(),
                .option =
                    [&](std::size_t i) {
                      return ui::Option{help.found[i].code, place_words(f, help.found[i]), {}};
                    },
                .list_label = f.w("form.places"),
                .status = status},
               {.input = answer(f, field.id),
                .key = f.on([id = field.id](std::string_view key) -> Message {
                  return msg::AddressKey{id, std::string(key)};
                }),
                .choose = f.on([id = field.id](std::string_view code) -> Message {
                  return msg::ChoosePlace{id, std::string(code)};
                }),
                .blur = leave(f, field.id)});
  if (help.failed) f.b.text(field.id + ".alone", f.w("form.places_failed"), ui::Variant::hint);
  if (help.old && !list.open && help.answers(a.value)) old_address(f, field.id, help);
  if (help.certain && help.answers(a.value))
    f.b.text(field.id + ".now",
             f.w("form.place_now", {{"place", help.certain->name + ", " + help.certain->province}}),
             ui::Variant::hint);
}

std::vector<ui::Option> options_of(Frame& f, const form::Field& field) {
  std::vector<ui::Option> out;
  if (field.kind == Kind::unit && f.m.directory) {
    // Only communes decide; a centre may receive.
    const auto* draft = current_draft(f.m);
    const auto* schema = draft ? schema_of(f.m, *draft) : nullptr;
    const bool decides = schema && schema->roles.competent == field.id;
    for (const auto& unit : f.m.directory->units)
      if (!decides || unit.kind == "commune")
        out.push_back({unit.code, unit.name.in(f.m.lang), {}});
    return out;
  }
  for (const auto& option : field.options)
    out.push_back({option.value, option.label.in(f.m.lang), option.hint.in(f.m.lang)});
  return out;
}

/// Whether an address gave this answer, not the person.
bool follows_address(const Model& m, const Asked& a) {
  const auto* draft = current_draft(m);
  if (!draft) return false;
  const auto given = draft->given.find(a.field.id);
  return given != draft->given.end() && given->second == a.value;
}

void choice(Frame& f, const Asked& a) {
  const auto& field = a.field;
  const auto options = options_of(f, field);
  std::vector<std::string> chosen;
  if (!a.value.empty()) chosen.push_back(a.value);
  ui::ChoiceField data{.label = field.label.in(f.m.lang),
                       .hint = field.hint.in(f.m.lang),
                       .error = a.error,
                       .options = options,
                       .chosen = chosen,
                       .required = a.required,
                       .optional = f.w("form.optional"),
                       .autocomplete = field.autocomplete};
  if (field.kind == Kind::choice) {
    f.b.radios(field.id, data, answer(f, field.id));
    return;
  }
  data.empty = f.w("form.choose");
  f.b.select(field.id, data, answer(f, field.id));
  if (field.kind == Kind::unit && follows_address(f.m, a))
    f.b.text(field.id + ".by-address", f.w("form.unit_by_address"), ui::Variant::hint);
}

void tick(Frame& f, const Draft& draft, const Asked& a) {
  f.b.checkbox(a.field.id,
               {.label = a.field.label.in(f.m.lang),
                .hint = a.field.hint.in(f.m.lang),
                .error = a.error,
                .checked = form::is_set(draft.values, a.field.id),
                .required = a.required},
               answer(f, a.field.id));
}

}  // namespace

void form_field(Frame& f, const Draft& draft, const form::Field& field, bool required) {
  const auto rev = f.m.revisions.find(field.id);
  const Asked asked{.field = field,
                    .value = value_text(draft, field),
                    .error = error_of(f.m, draft, field),
                    .rev = f.m.revision_base + (rev == f.m.revisions.end() ? 0 : rev->second),
                    .required = required};
  switch (field.kind) {
    case Kind::date: return date(f, asked);
    case Kind::choice:
    case Kind::select:
    case Kind::country:
    case Kind::ethnicity:
    case Kind::unit: return choice(f, asked);
    case Kind::checkbox: return tick(f, draft, asked);
    case Kind::text:
    case Kind::name:
    case Kind::number:
    case Kind::phone:
    case Kind::personal_id:
    case Kind::tax_code:
    case Kind::insurance:
    case Kind::textarea:
    case Kind::email: typed(f, asked); break;
    case Kind::address: address(f, asked);
  }
  if (f.m.card.draft == draft.id && f.m.card.field == field.id)
    f.b.text(field.id + ".card",
             f.w(f.m.card.letters_damaged ? "form.card_damaged" : "form.card_taken"),
             ui::Variant::hint);
  if (field.card.any()) card_button(f, field);
}

}  // namespace motcua::screens
