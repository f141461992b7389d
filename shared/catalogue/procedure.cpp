#include "shared/catalogue/procedure.h"

#include <set>

#include "shared/codec/json.h"
#include "shared/form/reader.h"

namespace motcua::catalogue {

namespace {

using codec::Json;
using form::Presence;
using form::Reader;

Statement read_statement(Reader& reader) {
  Statement statement;
  statement.text = reader.words("text");
  statement.source = reader.source("source", Presence::needed);
  return statement;
}

Component read_component(Reader& reader) {
  using Need = Component::Need;
  Component component;
  component.id = reader.text("id");
  component.name = reader.words("name");
  component.hint = reader.words("hint", Presence::optional);
  const std::string need = reader.text("need");
  component.need = need == "shown"         ? Need::shown
                   : need == "conditional" ? Need::conditional
                                           : Need::required;
  if (need != "required" && need != "conditional" && need != "shown") {
    reader.fail("need", "must be required, conditional or shown");
  }
  component.when = reader.condition("when", true);
  const bool bounded = reader.member("when") != nullptr;
  if (component.need == Need::conditional && !bounded) {
    reader.fail("when", "is missing: it says when the paper is needed");
  } else if (component.need == Need::required && bounded) {
    reader.fail("when", "does not go with a paper that is always required");
  }
  component.condition = reader.words("condition", bounded ? Presence::needed : Presence::optional);
  for (Reader& item : reader.objects("alternatives", 16, Presence::optional)) {
    component.alternatives.push_back(item.words("name"));
    item.done();
  }
  component.replaced_by = reader.words("replaced_by", Presence::optional);
  component.originals = static_cast<int>(reader.integer("originals", 0, 0, 99));
  component.copies = static_cast<int>(reader.integer("copies", 0, 0, 99));
  component.source = reader.source("source", Presence::needed);
  if (!form::is_id(component.id) || component.id.size() > 40) {
    reader.fail("id", "must be small letters, digits and dashes, at most 40");
  }
  reader.done();
  return component;
}

void read_cases(Reader& reader, Procedure& procedure) {
  for (Reader& item : reader.objects("cases", max_cases, Presence::optional)) {
    Case each;
    each.id = item.text("id");
    each.name = item.words("name");
    each.when = item.condition("when", false);
    if (!item.member("when")) item.fail("when", "is missing");
    item.done();
    if (!form::is_id(each.id)) item.fail("id", "must be small letters, digits and dashes");
    if (find_case(procedure, each.id)) item.fail("id", "stands there twice", Code::duplicate);
    procedure.cases.push_back(std::move(each));
  }
  std::set<std::string> asked;
  for (std::string& id : reader.texts("questions", max_questions)) {
    if (!form::is_id(id)) reader.fail("questions", "must be ids of fields");
    if (!asked.insert(id).second) reader.fail("questions", "ask twice", Code::duplicate);
    procedure.questions.push_back(std::move(id));
  }
}

/// Rules about times or fees, each for cases that are there.
template <class Rule>
std::vector<Rule> read_rules(Reader& reader, const char* key, std::size_t most,
                             Rule (*read)(Reader&), const Procedure& procedure) {
  std::vector<Rule> rules;
  for (Reader& item : reader.objects(key, most, Presence::optional)) {
    rules.push_back(read(item));
    const std::string& id = rules.back().reach.case_id;
    if (!id.empty() && !find_case(procedure, id)) item.fail("case", "is not one of the cases");
  }
  return rules;
}

}  // namespace

Result<Procedure> read_procedure(const Json& data) {
  std::optional<Error> error;
  Reader reader(data, "", error);
  Procedure procedure;
  if (reader.text("format") != "motcua.procedure/1") {
    reader.fail("format", "must be motcua.procedure/1");
  }
  procedure.code = reader.text("code");
  procedure.version = reader.text("version");
  procedure.name = reader.words("name");
  procedure.summary = reader.words("summary");
  procedure.who = reader.words("who");
  procedure.decider = reader.words("decider");
  procedure.result = reader.words("result");
  for (const auto& [key, statement] :
       {std::pair{"time", &procedure.time}, std::pair{"fee", &procedure.fee}}) {
    if (const Json* member = reader.member(key)) {
      Reader inner(*member, key, error);
      *statement = read_statement(inner);
      inner.done();
    } else {
      reader.fail(key, "is missing");
    }
  }
  read_cases(reader, procedure);
  procedure.times = read_rules(reader, "times", max_times, read_duration, procedure);
  procedure.fees = read_rules(reader, "fees", max_fees, read_fee, procedure);
  procedure.aliases = reader.texts("aliases", 64);
  procedure.life_event = reader.text("life_event");
  procedure.form = reader.text("form");
  for (Reader& item : reader.objects("steps", 32, Presence::optional)) {
    procedure.steps.push_back(item.words("text"));
    item.done();
  }
  std::set<std::string> ids;
  for (Reader& item : reader.objects("components", max_components)) {
    procedure.components.push_back(read_component(item));
    if (!ids.insert(procedure.components.back().id).second) {
      item.fail("id", "stands there twice", Code::duplicate);
    }
  }
  procedure.legal = reader.texts("legal", 64);
  procedure.source = reader.source("source", Presence::needed);
  reader.done();
  if (error) return *error;
  return procedure;
}

Result<Procedure> parse_procedure(std::string_view json_text) {
  Result<Json> data = codec::json_parse(json_text);
  if (!data) return data.error();
  return read_procedure(*data);
}

const Component* find_component(const Procedure& procedure, std::string_view id) {
  for (const Component& component : procedure.components) {
    if (component.id == id) return &component;
  }
  return nullptr;
}

const Case* find_case(const Procedure& procedure, std::string_view id) {
  for (const Case& each : procedure.cases) {
    if (each.id == id) return &each;
  }
  return nullptr;
}

std::string form_path(std::string_view form) {
  return "forms/" + std::string(form.substr(0, form.find('/'))) + ".json";
}

}  // namespace motcua::catalogue
