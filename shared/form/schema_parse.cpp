#include <algorithm>
#include <set>

#include "shared/codec/json.h"
#include "shared/form/reader.h"
#include "shared/form/repeat.h"
#include "shared/form/schema.h"

namespace motcua::form {

namespace {

using codec::Json;
using Ids = std::set<std::string, std::less<>>;
using Lists = std::map<std::string, std::vector<Option>, std::less<>>;

struct KindName {
  std::string_view text;
  Kind kind;
  std::string_view inputmode;
};
constexpr KindName kinds[] = {
    {"text", Kind::text, ""},
    {"name", Kind::name, ""},
    {"date", Kind::date, "numeric"},
    {"choice", Kind::choice, ""},
    {"select", Kind::select, ""},
    {"number", Kind::number, "numeric"},
    {"phone", Kind::phone, "tel"},
    {"personal-id", Kind::personal_id, "numeric"},
    {"tax-code", Kind::tax_code, "numeric"},
    {"insurance", Kind::insurance, ""},
    {"textarea", Kind::textarea, ""},
    {"address", Kind::address, ""},
    {"email", Kind::email, "email"},
    {"country", Kind::country, ""},
    {"ethnicity", Kind::ethnicity, ""},
    {"checkbox", Kind::checkbox, ""},
    {"unit", Kind::unit, ""},
};

bool has_options(Kind kind) {
  return kind == Kind::choice || kind == Kind::select || kind == Kind::country ||
         kind == Kind::ethnicity;
}

class Parser {
 public:
  std::optional<Error> error;

  Schema parse(const Json& data) {
    Schema schema;
    Reader reader(data, "", error);
    if (reader.text("format") != "motcua.form/1") reader.fail("format", "must be motcua.form/1");
    schema.id = reader.text("id");
    schema.title = reader.words("title");
    schema.source = reader.source("source", Presence::needed);
    read_lists(reader);
    for (Reader& step : reader.objects("steps", max_steps)) schema.steps.push_back(read_step(step));
    read_roles(reader, schema);
    reader.done();
    if (!error) check_conditions(schema);
    return schema;
  }

 private:
  /// "roles": {"applicant": {"name": field, "id": field}, "submitter"?: likewise,
  ///           "receiving": field, "competent"?: field}
  void read_roles(Reader& reader, Schema& schema) {
    const Json* data = reader.member("roles");
    if (!data) return;
    Reader roles(*data, "roles", error);
    schema.roles.applicant = read_party(roles, "applicant", schema);
    schema.roles.submitter =
        roles.member("submitter") ? read_party(roles, "submitter", schema) : schema.roles.applicant;
    schema.roles.receiving = read_field_name(roles, "receiving", schema);
    schema.roles.competent = roles.member("competent") ? read_field_name(roles, "competent", schema)
                                                       : schema.roles.receiving;
    roles.done();
  }

  Party read_party(Reader& roles, std::string_view key, const Schema& schema) {
    const Json* data = roles.member(key);
    if (!data) {
      roles.fail(key, "is missing");
      return {};
    }
    Reader reader(*data, "roles." + std::string(key), error);
    Party party{read_field_name(reader, "name", schema), read_field_name(reader, "id", schema)};
    reader.done();
    return party;
  }

  std::string read_field_name(Reader& reader, std::string_view key, const Schema& schema) {
    std::string id = reader.text(key);
    if (!error && !find_field(schema, id)) reader.fail(key, "is not a field of this form");
    return id;
  }

  Lists lists_;
  Ids ids_;  // of steps, groups and fields alike: they are shown and hidden by one name space
  std::size_t fields_ = 0;

  void read_lists(Reader& reader) {
    const Json* data = reader.member("lists");
    if (!data) return;
    Reader lists(*data, "lists", error);
    if (error || !data->is_object()) return;
    for (auto item = data->begin(); item != data->end(); ++item) {
      lists_[item.key()] = read_options(lists, item.key());
    }
  }

  std::vector<Option> read_options(Reader& reader, std::string_view key) {
    std::vector<Option> options;
    Ids values;
    for (Reader& item : reader.objects(key, max_options)) {
      Option option;
      option.value = item.text("value");
      option.label = item.words("label");
      option.hint = item.words("hint", Presence::optional);
      item.done();
      if (!values.insert(option.value).second) {
        item.fail("value", "stands there twice", Code::duplicate);
      }
      options.push_back(std::move(option));
    }
    return options;
  }

  std::string new_id(Reader& reader) {
    std::string id = reader.text("id");
    if (!is_id(id)) reader.fail("id", "must be small letters, digits, dots and dashes");
    if (!ids_.insert(id).second) reader.fail("id", "stands there twice", Code::duplicate);
    return id;
  }

  Step read_step(Reader& reader) {
    Step step;
    step.id = new_id(reader);
    step.title = reader.words("title");
    step.hint = reader.words("hint", Presence::optional);
    step.visible_if = reader.condition("visible_if", true);
    for (Reader& group : reader.objects("groups", max_fields)) {
      step.groups.push_back(read_group(group));
    }
    reader.done();
    return step;
  }

  Group read_group(Reader& reader) {
    Group group;
    group.id = new_id(reader);
    group.legend = reader.words("legend");
    group.hint = reader.words("hint", Presence::optional);
    group.visible_if = reader.condition("visible_if", true);
    for (Reader& field : reader.objects("fields", max_fields)) {
      if (++fields_ > max_fields) field.fail("", "is one field too many", Code::too_large);
      group.fields.push_back(read_field(field));
    }
    reader.done();
    return group;
  }

  Field read_field(Reader& reader) {
    Field field;
    field.id = new_id(reader);
    const std::string type = reader.text("type");
    const auto* kind = std::find_if(std::begin(kinds), std::end(kinds),
                                    [&](const KindName& name) { return name.text == type; });
    if (kind == std::end(kinds)) {
      reader.fail("type", "is not a known type");
      return field;
    }
    field.kind = kind->kind;
    field.label = reader.words("label");
    field.hint = reader.words("hint", Presence::optional);
    field.required = reader.condition("required", false);
    field.visible_if = reader.condition("visible_if", true);
    const std::int64_t longest = field.kind == Kind::textarea ? 2000 : 200;
    field.max_length = static_cast<std::size_t>(reader.integer("max_length", longest, 1, 10000));
    read_number(reader, field);
    read_card_fields(reader, field);
    read_agency(reader, field);
    field.year_alone = reader.flag("year_alone");
    field.autocomplete = reader.text("autocomplete", Presence::optional);
    field.inputmode = reader.text("inputmode", Presence::optional);
    if (field.inputmode.empty()) field.inputmode = std::string(kind->inputmode);
    read_field_options(reader, field);
    read_initial(reader, field);
    read_checks(reader, field);
    read_messages(reader, field);
    reader.done();
    return field;
  }

  static void read_number(Reader& reader, Field& field) {
    constexpr std::int64_t far = 1000000000000;
    if (reader.member("min")) field.least = reader.integer("min", 0, -far, far);
    if (reader.member("max")) field.most = reader.integer("max", 0, -far, far);
    if (field.kind != Kind::number && (field.least || field.most)) {
      reader.fail("min", "and max are for numbers");
    }
  }

  void read_field_options(Reader& reader, Field& field) {
    if (!has_options(field.kind)) return;
    std::string list = reader.text("options_from", Presence::optional);
    if (list.empty() && field.kind == Kind::country) list = "country";
    if (list.empty() && field.kind == Kind::ethnicity) list = "ethnicity";
    if (list.empty()) {
      field.options = read_options(reader, "options");
    } else if (const auto found = lists_.find(list); found != lists_.end()) {
      field.options = found->second;
    } else {
      reader.fail("options_from", "names a list that is not there");
    }
  }

  void read_initial(Reader& reader, Field& field) {
    const Json* data = reader.member("initial");
    if (!data) return;
    Json object = Json::object();
    object["initial"] = *data;
    field.initial = read_values(object)["initial"];
    if (std::holds_alternative<std::monostate>(field.initial)) {
      reader.fail("initial", "must be a plain value");
    }
  }

  static void read_checks(Reader& reader, Field& field) {
    Ids codes;
    for (Reader& item : reader.objects("checks", 32, Presence::optional)) {
      Check check;
      check.code = item.text("code");
      const std::string severity = item.text("severity", Presence::optional);
      if (severity == "warning") check.severity = Severity::warning;
      if (!severity.empty() && severity != "warning" && severity != "error") {
        item.fail("severity", "must be error or warning");
      }
      check.when = item.condition("when", true);
      check.must = item.condition("must", true);
      if (!item.member("must")) item.fail("must", "is missing");
      check.message = item.words("message");
      item.done();
      if (!is_id(check.code) || !codes.insert(check.code).second) {
        item.fail("code", "must be a new id");
      }
      field.checks.push_back(std::move(check));
    }
  }

  void read_card_fields(Reader& reader, Field& field) {
    const Json* data = reader.member("card");
    if (!data) return;
    if (field.kind != Kind::personal_id) reader.fail("card", "belongs to a personal-id only");
    Reader card(*data, reader.place() + ".card", error);
    for (auto& [key, id] : {std::pair<const char*, std::string*>{"name", &field.card.name},
                            {"birth", &field.card.birth},
                            {"sex", &field.card.sex},
                            {"address", &field.card.address}}) {
      if (card.member(key)) *id = card.text(key);
    }
    card.done();
  }

  void read_agency(Reader& reader, Field& field) {
    if (!reader.member("agency")) return;
    field.agency = reader.text("agency");
    if (field.kind != Kind::address) reader.fail("agency", "belongs to an address only");
  }

  void check_agency(const Schema& schema, const Field& field) {
    if (field.agency.empty() || error) return;
    const Field* agency = find_field(schema, field.agency);
    if (agency && agency->kind == Kind::unit) return;
    error = fail(Code::invalid, field.id + ".agency names " + field.agency + ", which is no unit",
                 "name a field of type unit");
  }

  /// A card's code fills fields of its own kind only.
  void check_card(const Schema& schema, const Field& field) {
    const auto fits = [&](const std::string& id, std::initializer_list<Kind> wanted) {
      if (error || id.empty()) return;
      const Field* target = find_field(schema, id);
      if (target && std::find(wanted.begin(), wanted.end(), target->kind) != wanted.end()) return;
      error = fail(Code::invalid, field.id + ".card names " + id + ", which it cannot fill",
                   "name: a name; birth: a date; sex: a choice; address: a text");
    };
    fits(field.card.name, {Kind::name});
    fits(field.card.birth, {Kind::date});
    fits(field.card.sex, {Kind::choice, Kind::select});
    fits(field.card.address, {Kind::text, Kind::textarea, Kind::address});
  }

  void read_messages(Reader& reader, Field& field) {
    const Json* data = reader.member("messages");
    if (!data) return;
    Reader messages(*data, reader.place() + ".messages", error);
    if (error || !data->is_object()) return;
    for (auto item = data->begin(); item != data->end(); ++item) {
      field.messages[item.key()] = messages.words(item.key());
    }
  }

  void check_reads(const Condition& condition, const Ids& allowed, const std::string& who) {
    std::vector<std::string> reads;
    add_fields(condition, reads);
    for (const std::string& id : reads) {
      if (error || allowed.count(id) != 0) continue;
      error = fail(Code::invalid, who + " reads " + id + ", which is not there or not yet there",
                   "name a field of this form; a visible_if may only look back");
    }
  }

  void check_conditions(const Schema& schema) {
    Ids all, seen;
    for (const Step& step : schema.steps) {
      for (const Group& group : step.groups) {
        for (const Field& field : group.fields) all.insert(field.id);
      }
    }
    for (const Step& step : schema.steps) {
      check_reads(step.visible_if, seen, step.id);
      for (const Group& group : step.groups) {
        check_reads(group.visible_if, seen, group.id);
        for (const Field& field : group.fields) {
          check_reads(field.visible_if, seen, field.id);
          check_reads(field.required, all, field.id);
          check_card(schema, field);
          check_agency(schema, field);
          for (const Check& check : field.checks) {
            check_reads(check.when, all, field.id);
            check_reads(check.must, all, field.id);
          }
          seen.insert(field.id);
        }
      }
    }
  }
};

}  // namespace

Result<Schema> read_schema(const Json& data) {
  const auto whole = with_repeats(data);
  if (!whole) return whole.error();
  Parser parser;
  Schema schema = parser.parse(*whole);
  if (parser.error) return *parser.error;
  return schema;
}

Result<Schema> parse_schema(std::string_view json_text) {
  Result<Json> data = codec::json_parse(json_text);
  if (!data) return data.error();
  return read_schema(*data);
}

}  // namespace motcua::form
