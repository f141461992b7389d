#include "shared/form/judge.h"

#include "shared/form/field_rules.h"
#include "shared/form/messages.h"
#include "shared/form/visible.h"

namespace motcua::form {

namespace {

constexpr std::size_t max_values = 1000;

class Judge {
 public:
  Judge(const Schema& schema, const Values& values, const Date& today, bool received)
      : schema_(schema), values_(values), today_(today), received_(received) {}

  std::vector<Defect> run() {
    if (values_.size() > max_values) {
      add("", "", "too-many", message_for_stranger("", "too-many"));
      return std::move(defects_);
    }
    const Visible shown = visible(schema_, values_, today_);
    seen_ = visible_values(shown, values_);
    std::size_t known = 0;
    for (const Step& step : schema_.steps) {
      for (const Group& group : step.groups) {
        for (const Field& field : group.fields) {
          const Value* value = find_value(values_, field.id);
          if (value) ++known;
          if (shown.field(field.id)) {
            judge_field(field, step.id, value);
          } else if (value && received_) {
            add(field.id, step.id, "hidden-field", message_for(field, "hidden-field"));
          }
        }
      }
    }
    if (known < values_.size()) name_strangers();
    return std::move(defects_);
  }

 private:
  const Schema& schema_;
  const Values& values_;
  const Date& today_;
  const bool received_;
  Values seen_;
  std::vector<Defect> defects_;

  void add(std::string_view field, std::string_view step, std::string_view code, LocalText message,
           Severity severity = Severity::error) {
    defects_.push_back(
        {std::string(field), std::string(step), std::string(code), std::move(message), severity});
  }

  void judge_field(const Field& field, const std::string& step, const Value* value) {
    if (!value || is_empty(*value)) {
      // A cleared box is empty text whatever it asks for.
      const bool cleared = !value || std::holds_alternative<std::string>(*value);
      if (!cleared && !rules::fits_kind(field, *value)) {
        add(field.id, step, "wrong-type", message_for(field, "wrong-type"));
      } else if (is_required(field, seen_, today_)) {
        add(field.id, step, "required", message_for(field, "required"));
      }
      return;
    }
    if (const std::string_view code = rules::first_fault(field, *value); !code.empty()) {
      add(field.id, step, code, message_for(field, code));
      return;
    }
    for (const Check& check : field.checks) {
      if (holds(check.when, seen_, today_) != true) continue;
      if (holds(check.must, seen_, today_) != false) continue;
      add(field.id, step, check.code, check.message, check.severity);
    }
  }

  void name_strangers() {
    for (const auto& [id, value] : values_) {
      if (find_field(schema_, id)) continue;
      add(id, "", "unknown-field", message_for_stranger(id, "unknown-field"));
    }
  }
};

}  // namespace

std::vector<Defect> judge(const Schema& schema, const Values& values, const Date& today) {
  return Judge(schema, values, today, false).run();
}

std::vector<Defect> judge_received(const Schema& schema, const Values& values, const Date& today) {
  return Judge(schema, values, today, true).run();
}

bool blocks(const std::vector<Defect>& defects) {
  for (const Defect& defect : defects) {
    if (defect.severity == Severity::error) return true;
  }
  return false;
}

std::vector<Defect> defects_of_step(const std::vector<Defect>& defects, std::string_view step) {
  std::vector<Defect> found;
  for (const Defect& defect : defects) {
    if (defect.step == step) found.push_back(defect);
  }
  return found;
}

const Defect* defect_of(const std::vector<Defect>& defects, std::string_view field) {
  const Defect* found = nullptr;
  for (const Defect& defect : defects) {
    if (defect.field != field) continue;
    if (defect.severity == Severity::error) return &defect;
    if (!found) found = &defect;
  }
  return found;
}

}  // namespace motcua::form
