#include "shared/catalogue/papers_json.h"

#include <nlohmann/json.hpp>

#include "shared/catalogue/components.h"
#include "shared/form/judge_json.h"
#include "shared/form/visible.h"

namespace motcua::catalogue {

Result<nlohmann::json> judge_papers_json(const nlohmann::json& procedure,
                                         const nlohmann::json& schema, const nlohmann::json& values,
                                         const nlohmann::json& attached, std::string_view today) {
  const auto day = form::day_of(today);
  if (!day) return fail(Code::invalid, "today is not a day", "give it as 2026-11-22");
  const auto papers = read_procedure(procedure);
  if (!papers) return papers.error();
  const auto form = form::read_schema(schema);
  if (!form) return form.error();
  const form::Values all = form::read_values(values);
  std::vector<std::string> ids;
  for (const auto& id : attached)
    if (const auto* text = id.get_ptr<const std::string*>()) ids.push_back(*text);
  const auto seen = form::visible_values(form::visible(*form, all, *day), all);
  return form::to_json(judge_components(*papers, seen, ids, *day));
}

}  // namespace motcua::catalogue
