#include "wasm/ui/components/partial_date.h"

#include <string>

namespace motcua::ui {

namespace {

void forbid(Builder& b, const std::string& key) {
  Node& part = b.node(field_id(key));
  part.flags = (part.flags | flag_disabled) & ~(flag_required | flag_invalid);
  part.error = no_id;
}

}  // namespace

Id partial_date(Builder& b, std::string_view key, const PartialDate& field,
                const PartialDateActions& actions) {
  const std::string base(key);
  Scope box = b.open_id(Role::section, hash_key(field_id(key), "outer"), Variant::field);
  const Id id = b.date_field(key, field.date, actions.date);
  if (field.unknown != Unknown::none) forbid(b, base + ".day");
  if (field.unknown == Unknown::day_and_month) forbid(b, base + ".month");
  b.checkbox(base + ".no_day",
             {.label = field.no_day,
              .checked = field.unknown != Unknown::none,
              .disabled = field.unknown == Unknown::day_and_month},
             actions.no_day);
  b.checkbox(base + ".no_month",
             {.label = field.no_month, .checked = field.unknown == Unknown::day_and_month},
             actions.no_month);
  return id;
}

}  // namespace motcua::ui
