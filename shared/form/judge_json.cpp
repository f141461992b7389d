#include "shared/form/judge_json.h"

#include <nlohmann/json.hpp>

#include "shared/form/messages.h"

namespace motcua::form {

nlohmann::json to_json(const std::vector<Defect>& defects) {
  nlohmann::json list = nlohmann::json::array();
  for (const Defect& defect : defects) {
    nlohmann::json item = nlohmann::json::object();
    item["field"] = defect.field;
    item["step"] = defect.step;
    item["code"] = defect.code;
    item["severity"] = defect.severity == Severity::error ? "error" : "warning";
    item["message"]["vi"] = defect.message.vi;
    item["message"]["en"] = defect.message.en;
    list.push_back(std::move(item));
  }
  return list;
}

Result<nlohmann::json> judge_json(const nlohmann::json& schema, const nlohmann::json& values,
                                  std::string_view today) {
  const std::optional<Date> day = day_of(today);
  if (!day) return fail(Code::invalid, "today is not a day", "give it as 2026-11-22");
  Result<Schema> form = read_schema(schema);
  if (!form) return form.error();
  if (!values.is_object()) {
    return to_json(
        {{"", "", "wrong-type", message_for_stranger("values", "wrong-type"), Severity::error}});
  }
  return to_json(judge_received(*form, read_values(values), *day));
}

}  // namespace motcua::form
