#include "shared/catalogue/components.h"

#include <algorithm>

#include "shared/text/title.h"

namespace motcua::catalogue {

namespace {

using form::Defect;
using form::Severity;

constexpr std::size_t max_named = 100;

Defect defect(std::string_view id, std::string_view code, LocalText message,
              Severity severity = Severity::error) {
  return {std::string(id), "components", std::string(code), std::move(message), severity};
}

}  // namespace

bool is_needed(const Component& component, const form::Values& values, const form::Date& today) {
  if (component.need == Component::Need::required) return true;
  if (component.need == Component::Need::shown) return false;
  return form::holds(component.when, values, today) == true;
}

std::vector<Defect> judge_components(const Procedure& procedure, const form::Values& values,
                                     const std::vector<std::string>& attached,
                                     const form::Date& today) {
  std::vector<Defect> defects;
  for (const Component& component : procedure.components) {
    const bool there = std::find(attached.begin(), attached.end(), component.id) != attached.end();
    const bool needed = is_needed(component, values, today);
    if (needed && !there) {
      defects.push_back(defect(
          component.id, "missing-component",
          {"Hãy thêm “" + component.name.vi + "”", "Add “" + component.name.in("en") + "”"}));
    }
    if (there && !needed) {
      defects.push_back(defect(
          component.id, "unwanted-component",
          {"Trường hợp này không cần nộp “" + component.name.vi + "”, có thể bỏ ra",
           "“" + component.name.in("en") + "” is not needed in this case; you may remove it"},
          Severity::warning));
    }
  }
  std::vector<std::string> named;
  for (const std::string& id : attached) {
    if (find_component(procedure, id) || named.size() >= max_named) continue;
    if (std::find(named.begin(), named.end(), id) != named.end()) continue;
    named.push_back(id);
    const std::string title = text::safe_title(std::string_view(id).substr(0, 200), 60);
    defects.push_back(defect(id, "unknown-component",
                             {"Thủ tục này không có giấy tờ “" + title + "”",
                              "This procedure has no paper “" + title + "”"}));
  }
  return defects;
}

}  // namespace motcua::catalogue
