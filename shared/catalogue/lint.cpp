#include "shared/catalogue/lint.h"

#include <set>

#include "shared/codec/json.h"
#include "shared/form/field_rules.h"
#include "shared/text/normal.h"

namespace motcua::catalogue::lint {
namespace {

using codec::Json;
using form::Condition;
using form::Field;
using form::Schema;

enum class English { needed, optional };

class Linter {
 public:
  Findings findings;

  void add(const std::string& place, const std::string& what) {
    findings.push_back(place + ": " + what);
  }

  void one_text(const std::string& place, const std::string& name, const std::string& text) {
    if (text::clean_line(text) != text) {
      add(place, name + " is not in normal form, or has stray spaces or marks");
    }
  }

  void words(const std::string& place, const std::string& name, const LocalText& text,
             English english = English::needed) {
    if (text.empty()) return;
    one_text(place, name, text.vi);
    one_text(place, name, text.en);
    if (text.en.empty() && english == English::needed) add(place, name + " has no English");
  }

  void source(const std::string& place, const form::Source& source) {
    one_text(place, "source", source.text);
  }

  void condition(const std::string& place, const Condition& condition, const Schema& schema) {
    std::vector<std::string> reads;
    form::add_fields(condition, reads);
    for (const std::string& id : reads) {
      if (!form::find_field(schema, id))
        add(place, "a condition reads " + id + ", which is no field");
    }
    compared(place, condition, schema);
  }

  void field(const Field& field, const Schema& schema) {
    words(field.id, "label", field.label);
    words(field.id, "hint", field.hint);
    const bool names_only = field.kind == form::Kind::ethnicity;
    for (const form::Option& option : field.options) {
      const std::string place = field.id + "=" + option.value;
      words(place, "label", option.label, names_only ? English::optional : English::needed);
      words(place, "hint", option.hint);
    }
    for (const auto& [code, message] : field.messages) words(field.id, code, message);
    condition(field.id, field.required, schema);
    condition(field.id, field.visible_if, schema);
    for (const form::Check& check : field.checks) {
      words(field.id, check.code, check.message);
      condition(field.id, check.when, schema);
      condition(field.id, check.must, schema);
    }
    if (std::holds_alternative<std::monostate>(field.initial)) return;
    if (!form::rules::first_fault(field, field.initial).empty()) {
      add(field.id, "the initial answer is one that the form refuses");
    }
  }

  /// Questions are plain choices of the form, and each is asked because of earlier ones only:
  /// nothing else is known before the form is begun.
  void questions(const Procedure& procedure, const Schema& schema) {
    std::set<std::string> asked;
    for (const std::string& id : procedure.questions) {
      const Field* field = form::find_field(schema, id);
      if (!field) {
        add(procedure.code, "asks " + id + ", which is no field");
      } else if (field->kind != form::Kind::choice && field->kind != form::Kind::checkbox) {
        add(procedure.code, "asks " + id + ", which is neither a choice nor a checkbox");
      }
      std::vector<std::string> reads;
      for (const form::Step& step : schema.steps)
        for (const form::Group& group : step.groups)
          for (const Field& each : group.fields)
            if (&each == field) {
              form::add_fields(step.visible_if, reads);
              form::add_fields(group.visible_if, reads);
              form::add_fields(each.visible_if, reads);
            }
      for (const std::string& read : reads) {
        if (asked.count(read) == 0)
          add(procedure.code, "asks " + id + ", which depends on " + read + " that was not asked");
      }
      asked.insert(id);
    }
  }

  template <class Rule>
  void overlaps(const std::string& code, const std::string& list, const std::vector<Rule>& rules) {
    for (const auto& [a, b] : ambiguous(rules)) {
      add(code, list + "[" + std::to_string(a) + "] and " + list + "[" + std::to_string(b) +
                    "] hold at the same time");
    }
  }

 private:
  /// A comparison with a value that the field can never have is a slip of the pen.
  void compared(const std::string& place, const Condition& condition, const Schema& schema) {
    for (const Condition& part : condition.parts) compared(place, part, schema);
    const bool compares =
        condition.op == Condition::Op::equal || condition.op == Condition::Op::one_of;
    const Field* field = compares ? form::find_field(schema, condition.field) : nullptr;
    if (!field) return;
    for (const form::Value& value : condition.values) {
      if (!form::rules::first_fault(*field, value).empty()) {
        add(place, "a condition compares " + field->id + " with a value it cannot have");
      }
    }
  }
};

void add_keys(const Json& words, const std::string& place, std::set<std::string>& keys,
              Findings& findings) {
  if (words.is_object()) {
    for (auto item = words.begin(); item != words.end(); ++item) {
      add_keys(item.value(), place.empty() ? item.key() : place + "." + item.key(), keys, findings);
    }
    return;
  }
  keys.insert(place);
  const auto* text = words.get_ptr<const Json::string_t*>();
  if (words.is_string() && text->empty()) findings.push_back(place + ": is empty");
  if (text && text::compose(*text) != *text) findings.push_back(place + ": is not in normal form");
}

/// The words for one thing, where the other language has words for any number, and what a language
/// says of itself (how it names months).
bool own_to_a_language(const std::string& key, const std::set<std::string>& others) {
  constexpr std::string_view one = ".one", locale = "locale.";
  if (key.rfind(locale, 0) == 0) return true;
  if (key.size() < one.size() || key.compare(key.size() - one.size(), one.size(), one) != 0) {
    return false;
  }
  return others.count(key.substr(0, key.size() - one.size()) + ".other") != 0;
}

}  // namespace

Findings form(const Schema& schema) {
  Linter linter;
  linter.words(schema.id, "title", schema.title);
  linter.source(schema.id, schema.source);
  for (const form::Step& step : schema.steps) {
    linter.words(step.id, "title", step.title);
    linter.words(step.id, "hint", step.hint);
    linter.condition(step.id, step.visible_if, schema);
    for (const form::Group& group : step.groups) {
      linter.words(group.id, "legend", group.legend);
      linter.words(group.id, "hint", group.hint);
      linter.condition(group.id, group.visible_if, schema);
      for (const Field& field : group.fields) linter.field(field, schema);
    }
  }
  return std::move(linter.findings);
}

Findings procedure(const Procedure& procedure, const Schema& schema) {
  Linter linter;
  const std::string& code = procedure.code;
  linter.words(code, "name", procedure.name);
  linter.words(code, "summary", procedure.summary);
  linter.words(code, "who", procedure.who);
  linter.words(code, "decider", procedure.decider);
  linter.words(code, "result", procedure.result);
  linter.words(code, "time", procedure.time.text);
  linter.words(code, "fee", procedure.fee.text);
  linter.source(code, procedure.source);
  for (const Case& each : procedure.cases) {
    linter.words(each.id, "name", each.name);
    linter.condition(each.id, each.when, schema);
  }
  linter.questions(procedure, schema);
  for (const Duration& time : procedure.times) {
    linter.one_text(code, "a time's basis", time.basis);
    linter.source(code, time.source);
  }
  for (const Fee& fee : procedure.fees) {
    linter.words(code, "a fee's unit", fee.per);
    linter.words(code, "a fee's exemption", fee.exempt);
    linter.one_text(code, "a fee's basis", fee.basis);
    linter.source(code, fee.source);
  }
  linter.overlaps(code, "times", procedure.times);
  linter.overlaps(code, "fees", procedure.fees);
  for (const LocalText& step : procedure.steps) linter.words(code, "a step", step);
  for (const std::string& alias : procedure.aliases) linter.one_text(code, "an alias", alias);
  for (const std::string& law : procedure.legal) linter.one_text(code, "legal", law);
  if (schema.id != procedure.form) linter.add(code, "its form is " + schema.id);
  for (const Component& component : procedure.components) {
    linter.words(component.id, "name", component.name);
    linter.words(component.id, "hint", component.hint);
    linter.words(component.id, "condition", component.condition);
    linter.words(component.id, "what replaces it", component.replaced_by);
    for (const LocalText& other : component.alternatives) {
      linter.words(component.id, "an alternative", other);
    }
    linter.source(component.id, component.source);
    linter.condition(component.id, component.when, schema);
    if (component.originals + component.copies == 0) {
      linter.add(component.id, "neither an original nor a copy is wanted");
    }
  }
  return std::move(linter.findings);
}

Findings entry(const Entry& entry, const Procedure& procedure) {
  Findings findings;
  const auto same = [&](bool equal, const char* what) {
    if (!equal) findings.push_back(entry.code + ": the index has another " + what);
  };
  same(entry.code == procedure.code, "code");
  const auto later = std::find_if(entry.next.begin(), entry.next.end(), [&](const Version& each) {
    return each.day == procedure.version;
  });
  same(entry.version == procedure.version || later != entry.next.end(), "version");
  same(entry.name == procedure.name, "name");
  same(entry.summary == procedure.summary, "summary");
  same(entry.aliases == procedure.aliases, "list of aliases");
  same(entry.life_event == procedure.life_event, "life event");
  same((later == entry.next.end() ? entry.form : later->form) == procedure.form, "form");
  return findings;
}

Findings places(const places::List& list) {
  Linter linter;
  for (const places::Province& province : list.provinces) {
    linter.words(province.code, "name", province.name);
    // Official province codes end at 96.
    const bool outside = province.code >= "97";
    if (outside != list.demo) {
      linter.add(province.code,
                 list.demo ? "a demo must not use an official code" : "is not an official code");
    }
  }
  for (const places::Unit& unit : list.units) {
    linter.words(unit.code, "name", unit.name);
    linter.words(unit.code, "place", unit.place);
    if (unit.code.substr(0, 2) != unit.province && list.demo) {
      linter.add(unit.code, "a demo unit's code begins with its province's");
    }
  }
  return std::move(linter.findings);
}

Findings words(const Json& vi, const Json& en) {
  Findings findings;
  std::set<std::string> vi_keys, en_keys;
  add_keys(vi, "", vi_keys, findings);
  add_keys(en, "", en_keys, findings);
  for (const std::string& key : vi_keys) {
    if (en_keys.count(key) == 0 && !own_to_a_language(key, en_keys)) {
      findings.push_back(key + ": has no English");
    }
  }
  for (const std::string& key : en_keys) {
    if (vi_keys.count(key) == 0 && !own_to_a_language(key, vi_keys)) {
      findings.push_back(key + ": has no Vietnamese");
    }
  }
  return findings;
}

std::size_t unverified(const Procedure& procedure) {
  std::size_t count = 0;
  const auto look = [&](const form::Source& source) { count += source.verified ? 0 : 1; };
  look(procedure.source);
  look(procedure.time.source);
  look(procedure.fee.source);
  for (const Duration& time : procedure.times) look(time.source);
  for (const Fee& fee : procedure.fees) look(fee.source);
  for (const Component& component : procedure.components) look(component.source);
  return count;
}

}  // namespace motcua::catalogue::lint
