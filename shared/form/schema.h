#pragma once
// A form as data: steps of groups of fields (docs/formats/form.md). Parsed once, then read only.

#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "shared/form/condition.h"
#include "shared/form/value.h"
#include "shared/result.h"
#include "shared/text/local_text.h"

namespace motcua::form {

/// What a field asks for. Stored values: `number` an integer, `checkbox` a boolean, everything else
/// text; `date` as "YYYY-MM-DD"; `choice`, `select`, `country`, `ethnicity` an option's value;
/// `unit` a five-digit unit code; `phone` digits ("0912345678") or "+" and digits; `tax_code`
/// "9000000006" or "9000000006-001", `insurance` ten digits, both also a personal number.
enum class Kind {
  text,
  name,
  date,
  choice,  // radio buttons
  select,
  number,
  phone,
  personal_id,
  tax_code,
  insurance,
  textarea,
  address,  // one line, in the names of today or of before July 2025
  email,
  country,
  ethnicity,
  checkbox,
  unit,
};

struct Option {
  std::string value;
  LocalText label;
  LocalText hint;
};

enum class Severity { error, warning };

/// A rule about a field: when `when` holds, `must` has to. A `must` that cannot be judged yet
/// passes.
struct Check {
  std::string code;
  Severity severity = Severity::error;
  Condition when;
  Condition must;
  LocalText message;
};

/// Where a statement comes from. `verified` = someone compared it with the text in force.
struct Source {
  std::string text;
  std::string date;  // YYYY-MM-DD of the source
  bool verified = false;
};

/// personal_id: the fields that a scanned card's code fills beside the number; "" = none of them.
struct CardFields {
  std::string name, birth, sex, address;

  bool any() const { return !(name.empty() && birth.empty() && sex.empty() && address.empty()); }
};

struct Field {
  std::string id;  // "child.name"
  Kind kind = Kind::text;
  LocalText label;
  LocalText hint;
  Condition required;                       // constant false when the field is optional
  Condition visible_if;                     // constant true unless told
  std::size_t max_length = 200;             // code points
  std::optional<std::int64_t> least, most;  // number
  bool year_alone = false;                  // date: a year is enough
  std::string autocomplete;                 // HTML tokens, may be empty
  std::string inputmode;                    // HTML token, derived from the kind when not given
  CardFields card;
  std::string agency;           // address: the unit field that takes whose commune it is; "" = none
  Value initial;                // monostate when there is none
  std::vector<Option> options;  // choice, select, country, ethnicity
  std::vector<Check> checks;
  std::map<std::string, LocalText, std::less<>> messages;  // own words for a defect code
};

struct Group {
  std::string id;
  LocalText legend;
  LocalText hint;
  Condition visible_if;
  std::vector<Field> fields;
};

struct Step {
  std::string id;  // "child"; the last part of the step's path
  LocalText title;
  LocalText hint;
  Condition visible_if;
  std::vector<Group> groups;
};

/// The fields that hold a person's name and personal number.
struct Party {
  std::string name;
  std::string id;
};

/// Which answers say whose dossier it is and where it goes; field ids, "" = the form does not ask.
struct Roles {
  Party applicant;        // whose dossier it is
  Party submitter;        // who hands it in; the applicant unless told
  std::string receiving;  // the unit that takes it in
  std::string competent;  // the unit that decides; the receiving one unless told
};

struct Schema {
  std::string id;  // "birth/1"
  LocalText title;
  Roles roles;
  std::vector<Step> steps;
  Source source;
};

inline constexpr std::size_t max_steps = 32, max_fields = 500, max_options = 500;

/// Errors: invalid (named with the place in the schema), too_large, duplicate (two equal ids).
/// A `visible_if` may read only fields that stand before it; `required` and checks may read any.
Result<Schema> read_schema(const nlohmann::json& data);
Result<Schema> parse_schema(std::string_view json_text);

/// nullptr when there is none.
const Field* find_field(const Schema& schema, std::string_view id);
const Step* find_step(const Schema& schema, std::string_view id);
const Step* step_of(const Schema& schema, std::string_view field_id);
const Option* find_option(const Field& field, std::string_view value);

}  // namespace motcua::form
