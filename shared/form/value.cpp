#include "shared/form/value.h"

#include <limits>
#include <nlohmann/json.hpp>

namespace motcua::form {

namespace {

using Json = nlohmann::json;

std::string text_in(const Json& data) {
  const auto* text = data.get_ptr<const Json::string_t*>();
  return text ? *text : std::string();
}

Value read_value(const Json& data) {
  if (data.is_string()) return text_in(data);
  if (const auto* flag = data.get_ptr<const Json::boolean_t*>()) return *flag;
  if (const auto* number = data.get_ptr<const Json::number_unsigned_t*>()) {
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (*number > most) return {};
    return static_cast<std::int64_t>(*number);
  }
  if (const auto* number = data.get_ptr<const Json::number_integer_t*>()) return *number;
  if (data.is_array()) {
    std::vector<std::string> list;
    for (const Json& item : data) {
      if (!item.is_string()) return {};
      list.push_back(text_in(item));
    }
    return list;
  }
  return {};
}

}  // namespace

Values read_values(const Json& object) {
  Values values;
  if (!object.is_object()) return values;
  for (auto item = object.begin(); item != object.end(); ++item) {
    values.emplace(item.key(), read_value(item.value()));
  }
  return values;
}

Json to_json(const Values& values) {
  Json object = Json::object();
  for (const auto& [field, value] : values) {
    Json& member = object[field];
    if (const auto* text = std::get_if<std::string>(&value)) member = *text;
    if (const auto* number = std::get_if<std::int64_t>(&value)) member = *number;
    if (const auto* flag = std::get_if<bool>(&value)) member = *flag;
    if (const auto* list = std::get_if<std::vector<std::string>>(&value)) member = *list;
  }
  return object;
}

const Value* find_value(const Values& values, std::string_view field) {
  const auto found = values.find(field);
  return found == values.end() ? nullptr : &found->second;
}

std::string_view text_of(const Values& values, std::string_view field) {
  const Value* value = find_value(values, field);
  const auto* text = value ? std::get_if<std::string>(value) : nullptr;
  return text ? std::string_view(*text) : std::string_view();
}

bool is_set(const Values& values, std::string_view field) {
  const Value* value = find_value(values, field);
  const bool* flag = value ? std::get_if<bool>(value) : nullptr;
  return flag && *flag;
}

bool is_empty(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return text->empty();
  if (const auto* flag = std::get_if<bool>(&value)) return !*flag;
  if (const auto* list = std::get_if<std::vector<std::string>>(&value)) return list->empty();
  return false;
}

}  // namespace motcua::form
