#include "wasm/ui/components/address.h"

#include <string>

namespace motcua::ui {

Id address(Builder& b, std::string_view key, const AddressField& field,
           const AddressActions& actions) {
  const std::string base(key);
  Scope group = b.group(key, field.legend);
  const Id hint = b.hint(group.id(), field.hint);
  b.node(group.id()).hint = hint;
  b.select(base + ".province", field.province, actions.province);
  combobox(b, base + ".commune", field.commune, actions.commune);
  TextField line = field.line;
  if (line.autocomplete.empty()) line.autocomplete = "address-line1";
  b.text_field(base + ".line", line, actions.line);
  return group.id();
}

}  // namespace motcua::ui
