#pragma once
// The catalogue beside the command: forms and procedures.

#include <optional>

#include "shared/catalogue/procedure.h"
#include "shared/form/schema.h"

namespace motcua::cli {

/// `given`, else MOTCUA_ASSETS, else ../../assets beside the executable.
std::string assets_folder(const std::optional<std::string>& given);

/// Code::not_found with the folder's name when there is no such form or procedure.
Result<form::Schema> load_schema(const std::string& assets, const std::string& form);
Result<catalogue::Procedure> load_procedure(const std::string& assets, const std::string& code,
                                            const std::string& version);

}  // namespace motcua::cli
