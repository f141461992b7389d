#pragma once
// A public record as it is handed round -> motcua.official/1.

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "shared/result.h"

namespace motcua::catalogue {

/// Where a record was taken from, and when ("2026-07-18").
struct Taken {
  std::string source, date;
};

/// The record of `code` in `data`, one record or a list of them; members that are not used here
/// are passed over, those that are used have to be what they should. Texts are made clean (NFC, no
/// control or direction characters), never shortened. The answer is what read_official() takes.
/// Errors: invalid (with the place), too_large, not_found (no such code).
Result<nlohmann::json> import_official(const nlohmann::json& data, std::string_view code,
                                       const Taken& taken);

}  // namespace motcua::catalogue
