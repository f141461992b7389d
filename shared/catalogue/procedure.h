#pragma once
// A public administrative procedure as data (docs/formats/catalogue.md): what it is, who decides,
// how long, how much, which papers, and in which case.

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "shared/catalogue/duration.h"
#include "shared/catalogue/fee.h"
#include "shared/form/condition.h"
#include "shared/form/schema.h"
#include "shared/result.h"
#include "shared/text/local_text.h"

namespace motcua::catalogue {

using form::Source;

/// A paper of the dossier.
struct Component {
  enum class Need {
    required,     // must be attached
    conditional,  // must be attached when `when` holds
    shown,        // never attached online: shown at the counter or looked up by the agency
  };
  std::string id;  // "giay-chung-sinh"; names the attachment and the defect
  LocalText name;
  LocalText hint;
  LocalText condition;                  // `when` in words
  std::vector<LocalText> alternatives;  // papers that may stand in its place
  LocalText replaced_by;                // data of the state that make the paper unnecessary
  Need need = Need::required;
  form::Condition when;  // conditional, and shown ones that only some must bring; else true
  int originals = 0, copies = 0;
  Source source;
};

/// A statement with its source ("no fee when on time").
struct Statement {
  LocalText text;
  Source source;
};

/// What papers, time and fee may depend on; the first that holds fits.
struct Case {
  std::string id;  // "abandoned"
  LocalText name;
  form::Condition when;  // constant false: only the agency can tell
};

struct Procedure {
  std::string code;     // "1.001193"
  std::string version;  // "2026-07-01", goes into the manifest
  LocalText name;
  LocalText summary;  // what it is, in plain words
  LocalText who;      // who may ask for it
  LocalText decider;  // which agency decides
  LocalText result;   // what one gets
  Statement time;
  Statement fee;
  std::vector<Duration> times;  // in figures, where they are known
  std::vector<Fee> fees;        // likewise
  std::vector<Case> cases;
  std::vector<std::string> questions;  // fields whose answers tell the case and the papers
  std::vector<std::string> aliases;
  std::string life_event;        // "birth"
  std::string form;              // "birth/1" = assets/forms/birth.json
  std::vector<LocalText> steps;  // how it goes, in order
  std::vector<Component> components;
  std::vector<std::string> legal;
  Source source;
};

inline constexpr std::size_t max_components = 64, max_fees = 500, max_times = 100, max_cases = 32,
                             max_questions = 4;

/// Errors: invalid (named with the place), too_large, duplicate (two equal component ids).
Result<Procedure> read_procedure(const nlohmann::json& data);
Result<Procedure> parse_procedure(std::string_view json_text);

const Component* find_component(const Procedure& procedure, std::string_view id);
const Case* find_case(const Procedure& procedure, std::string_view id);

/// Where a form's file lies under assets/: "birth/1" -> "forms/birth.json".
std::string form_path(std::string_view form);

}  // namespace motcua::catalogue
