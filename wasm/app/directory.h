#pragma once
// The units that receive and decide, from the verified key directory, as the application needs
// them. Whether the directory may be believed is the sealing worker's business, not this file's.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "shared/deadline/office.h"
#include "shared/result.h"
#include "shared/text/local_text.h"

namespace motcua::app {

/// Its name among what the application loads.
inline constexpr std::string_view directory_name = "directory";

struct DirectoryUnit {
  std::string code;
  LocalText name;
  std::string kind;  // "commune", "centre"
  std::string read;  // age1pq…: the key dossiers are sealed for
  bool own_hours = false;
  std::shared_ptr<const deadline::Office> office = {};  // its own hours; nullptr: not readable here
};

struct Directory {
  std::vector<DirectoryUnit> units;
};

/// Errors: invalid.
Result<Directory> parse_directory(std::string_view json);

/// nullptr when there is none.
const DirectoryUnit* find_unit(const Directory& directory, std::string_view code);

}  // namespace motcua::app
