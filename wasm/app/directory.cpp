#include "wasm/app/directory.h"

#include "wasm/app/json_read.h"

namespace motcua::app {
namespace {

/// Hours that cannot be read take a date from the screen, and nothing else.
void read_hours(DirectoryUnit& unit, const codec::Json& office) {
  unit.own_hours = true;
  if (auto hours = deadline::read_office(office))
    unit.office = std::make_shared<const deadline::Office>(std::move(*hours));
}

}  // namespace

Result<Directory> parse_directory(std::string_view text) {
  const auto json = codec::json_parse(text);
  if (!json) return json.error();
  if (!json->is_object()) return fail(Code::invalid, "the directory is not a JSON object");
  Directory directory;
  for (const auto& item : array_at(*json, "units")) {
    if (!item.is_object()) return fail(Code::invalid, "a unit of the directory is not an object");
    const auto& name = object_at(item, "name");
    directory.units.push_back({.code = text_at(item, "code"),
                               .name = {.vi = text_at(name, "vi"), .en = text_at(name, "en")},
                               .kind = text_at(item, "kind"),
                               .read = text_at(item, "read")});
    if (directory.units.back().code.empty() || directory.units.back().read.empty())
      return fail(Code::invalid, "a unit of the directory has no code or no key");
    if (item.contains("office")) read_hours(directory.units.back(), item["office"]);
  }
  return directory;
}

const DirectoryUnit* find_unit(const Directory& directory, std::string_view code) {
  for (const auto& unit : directory.units)
    if (unit.code == code) return &unit;
  return nullptr;
}

}  // namespace motcua::app
