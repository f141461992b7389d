#pragma once
// A form of one step to test rules one at a time.

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "shared/form/judge.h"
#include "shared/form/schema.h"

namespace motcua::form::small {

inline const Date today = *parse_date("2026-11-22");

inline std::string source() {
  return R"("source":{"text":"a test","date":"2026-11-22","verified":true})";
}

/// A schema around `fields` (JSON objects with commas between).
inline std::string schema_text(const std::string& fields) {
  return R"({"format":"motcua.form/1","id":"small/1","title":{"vi":"Thử"},)" + source() +
         R"(,"lists":{"country":[{"value":"VN","label":{"vi":"Việt Nam"}}]},)"
         R"("steps":[{"id":"one","title":{"vi":"Một"},"groups":[{"id":"g","legend":{"vi":"Nhóm"},)"
         R"("fields":[)" +
         fields + "]}]}]}";
}

inline Schema schema(const std::string& fields) {
  Result<Schema> parsed = parse_schema(schema_text(fields));
  if (!parsed) FAIL(parsed.error().message);
  return std::move(parsed).value();
}

/// A field `f` of a type, with more members after it.
inline std::string field(const std::string& type, const std::string& more = "") {
  return R"({"id":"f","type":")" + type + R"(","label":{"vi":"Ô","en":"Box"})" +
         (more.empty() ? "" : "," + more) + "}";
}

/// The codes of all defects, joined by spaces.
inline std::string codes(const std::vector<Defect>& defects) {
  std::string all;
  for (const Defect& defect : defects) all += (all.empty() ? "" : " ") + defect.code;
  return all;
}

/// The codes for one value in a field of a type.
inline std::string codes(const std::string& type, const Value& value,
                         const std::string& more = "") {
  return codes(judge(schema(field(type, more)), {{"f", value}}, today));
}

}  // namespace motcua::form::small
