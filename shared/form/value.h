#pragma once
// The answers of a form: a flat map from field id to value, as `values` in form.json.

#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace motcua::form {

/// monostate stands for JSON that no field accepts (null, fraction, object, mixed array).
using Value =
    std::variant<std::monostate, std::string, std::int64_t, bool, std::vector<std::string>>;
using Values = std::map<std::string, Value, std::less<>>;

/// Total: every member of `object` becomes a Value; anything but an object gives no values.
Values read_values(const nlohmann::json& object);
nlohmann::json to_json(const Values& values);

/// The value when it is text, else "".
std::string_view text_of(const Values& values, std::string_view field);
/// True only for the boolean true.
bool is_set(const Values& values, std::string_view field);
/// Absent, empty text, empty list and false count as empty.
bool is_empty(const Value& value);
/// The value or nullptr.
const Value* find_value(const Values& values, std::string_view field);

}  // namespace motcua::form
