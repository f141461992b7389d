#pragma once
// The C ABI as a program uses it: JSON in, JSON out, memory given back.

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "shared/codec/json.h"
#include "shared/motcua.h"

namespace abi_test {

using motcua::codec::Json;

inline Json take(char* text) {
  REQUIRE(text != nullptr);
  const Json json = Json::parse(std::string(text), nullptr, false);
  motcua_wipe(text);
  REQUIRE(json.is_object());
  REQUIRE(json.size() == 1);
  return json;
}

/// The result of a call that must succeed.
inline Json ok(char* (*function)(const char*), const Json& request) {
  const Json json = take(function(request.dump().c_str()));
  INFO(json.dump());
  REQUIRE(json.contains("ok"));
  return json["ok"];
}

/// The error's code of a call that must fail; it says what is wrong, too.
inline std::string code(const Json& json) {
  INFO(json.dump());
  REQUIRE(json.contains("error"));
  CHECK_FALSE(json["error"]["message"].get<std::string>().empty());
  return json["error"]["code"].get<std::string>();
}

inline std::string refused(char* (*function)(const char*), const Json& request) {
  return code(take(function(request.dump().c_str())));
}

}  // namespace abi_test
