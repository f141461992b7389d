#include "shared/catalogue/outlook.h"

#include <algorithm>
#include <set>

namespace motcua::catalogue {

namespace {

using form::Condition;
using Op = Condition::Op;
using Truth = std::optional<bool>;

class Foresight {
 public:
  Foresight(const form::Values& answers, const form::Date& today)
      : answers_(answers), today_(today) {}

  /// Fields in the form's order: whether each will be asked, and so whether its answer counts.
  void walk(const form::Schema& schema) {
    for (const form::Step& step : schema.steps) {
      const Truth in_step = truth(step.visible_if);
      for (const form::Group& group : step.groups) {
        const Truth in_group = both(in_step, truth(group.visible_if));
        for (const form::Field& field : group.fields) {
          const Truth seen = both(in_group, truth(field.visible_if));
          if (seen == false) settled_.insert(field.id);
          if (seen != true) continue;
          asked_.insert(field.id);
          const form::Value* answer = form::find_value(answers_, field.id);
          if (!answer) continue;
          known_.emplace(field.id, *answer);
          settled_.insert(field.id);
        }
      }
    }
  }

  /// A condition's own parts stay open until every answer they read is settled.
  Truth truth(const Condition& condition) const {
    if (condition.op == Op::negation) {
      const Truth part = truth(condition.parts.front());
      return part ? Truth(!*part) : part;
    }
    if (condition.op == Op::all || condition.op == Op::any) {
      const bool decides = condition.op == Op::any;
      Truth result = !decides;
      for (const Condition& each : condition.parts) {
        const Truth part = truth(each);
        if (part == decides) return part;
        if (!part) result = part;
      }
      return result;
    }
    std::vector<std::string> reads;
    form::add_fields(condition, reads);
    const bool settled = std::all_of(reads.begin(), reads.end(), [&](const std::string& id) {
      return settled_.find(id) != settled_.end();
    });
    return settled ? form::holds(condition, known_, today_) : std::nullopt;
  }

  bool asks(const std::string& field) const { return asked_.find(field) != asked_.end(); }
  const form::Values& known() const { return known_; }

 private:
  static Truth both(Truth one, Truth other) {
    if (one == false || other == false) return false;
    return one && other ? Truth(true) : std::nullopt;
  }

  const form::Values& answers_;
  const form::Date& today_;
  form::Values known_;
  std::set<std::string, std::less<>> asked_;    // will be asked
  std::set<std::string, std::less<>> settled_;  // answered, or will never be asked
};

Wanted wanted(const Component& component, const Foresight& foresight) {
  const Truth truth = foresight.truth(component.when);
  return !truth ? Wanted::open : *truth ? Wanted::yes : Wanted::no;
}

}  // namespace

Outlook outlook(const Procedure& procedure, const form::Schema& schema, const form::Values& answers,
                const form::Date& today) {
  form::Values chosen;
  for (const std::string& id : procedure.questions)
    if (const form::Value* value = form::find_value(answers, id)) chosen.emplace(id, *value);
  Foresight foresight(chosen, today);
  foresight.walk(schema);

  Outlook outlook;
  outlook.answers = foresight.known();
  for (const std::string& id : procedure.questions) {
    const form::Field* field = form::find_field(schema, id);
    if (field && foresight.asks(id)) outlook.questions.push_back(field);
  }
  for (const Case& each : procedure.cases) {
    const Truth truth = foresight.truth(each.when);
    if (truth == false) continue;
    if (truth) outlook.fits = &each;
    break;
  }
  for (const Component& component : procedure.components)
    outlook.papers.push_back(wanted(component, foresight));
  return outlook;
}

}  // namespace motcua::catalogue
