#pragma once
// Makes a national list of the three tables that an operator keeps (docs/formats/places.md).

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/places/national_list.h"
#include "shared/result.h"

namespace motcua::places {

struct ImportTables {
  std::string_view provinces, communes, old;                 // CSV
  std::string version;                                       // list_version_ok
  std::vector<std::pair<std::string, std::string>> aliases;  // another code, the commune's code
};

/// Code::invalid with table and line: "communes, line 7: …" for what is malformed, twice there,
/// named differently in two rows, or refers to what is not there; Code::usage for the version and
/// the aliases; Code::too_large.
Result<NationalList> import_list(const ImportTables& tables);

}  // namespace motcua::places
