#pragma once
// Reading members of JSON that may be of any shape: what is missing or of another type is empty.

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/codec/json.h"

namespace motcua::app {

inline std::string text_at(const codec::Json& object, std::string_view name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get_ref<const std::string&>()
                                                     : std::string();
}

/// Fractions are cut off; what does not fit 2^53 is 0.
inline std::int64_t number_at(const codec::Json& object, std::string_view name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_number()) return 0;
  const double value = found->get<double>();
  if (!(value > -9007199254740992.0 && value < 9007199254740992.0)) return 0;
  return static_cast<std::int64_t>(value);
}

inline bool flag_at(const codec::Json& object, std::string_view name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_boolean() && found->get<bool>();
}

/// An empty object when the member is missing or something else.
inline const codec::Json& object_at(const codec::Json& object, std::string_view name) {
  static const codec::Json nothing = codec::Json::object();
  const auto found = object.find(name);
  return found != object.end() && found->is_object() ? *found : nothing;
}

inline const codec::Json& array_at(const codec::Json& object, std::string_view name) {
  static const codec::Json nothing = codec::Json::array();
  const auto found = object.find(name);
  return found != object.end() && found->is_array() ? *found : nothing;
}

}  // namespace motcua::app
