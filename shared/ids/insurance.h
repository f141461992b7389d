#pragma once
// Social and health insurance numbers. The number of the person is what counts: ten digits, or the
// twelve of the personal number that takes its place (Law 41/2024/QH15).

#include <optional>
#include <string>
#include <string_view>

namespace motcua::ids {

/// The person's number of a social insurance number or of what stands on a health insurance card
/// ("GD4 38 0123456789"); nothing when it is neither.
std::optional<std::string> read_insurance(std::string_view typed);

}  // namespace motcua::ids
