#pragma once
// A public administrative procedure as data (docs/formats/catalogue.md): what it is, who decides,
// how long, how much, which papers.

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

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
  LocalText condition;                  // conditional: when, in words
  std::vector<LocalText> alternatives;  // papers that may stand in its place
  Need need = Need::required;
  form::Condition when;
  int originals = 0, copies = 0;
  Source source;
};

/// A statement with its source ("no fee when on time").
struct Statement {
  LocalText text;
  Source source;
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
  std::int64_t fee_vnd = 0;
  std::vector<Fee> fees;  // in figures, where they are known
  std::vector<std::string> aliases;
  std::string life_event;        // "birth"
  std::string form;              // "birth/1" = assets/forms/birth.json
  std::vector<LocalText> steps;  // how it goes, in order
  std::vector<Component> components;
  std::vector<std::string> legal;
  Source source;
};

inline constexpr std::size_t max_components = 64, max_fees = 500;

/// Errors: invalid (named with the place), too_large, duplicate (two equal component ids).
Result<Procedure> read_procedure(const nlohmann::json& data);
Result<Procedure> parse_procedure(std::string_view json_text);

const Component* find_component(const Procedure& procedure, std::string_view id);

/// Where a form's file lies under assets/: "birth/1" -> "forms/birth.json".
std::string form_path(std::string_view form);

}  // namespace motcua::catalogue
