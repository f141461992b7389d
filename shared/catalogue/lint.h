#pragma once
// What `motcua lint assets` finds fault with beyond what the parsers refuse. Pure.

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "shared/catalogue/index.h"
#include "shared/catalogue/procedure.h"
#include "shared/form/schema.h"
#include "shared/places/places.h"

namespace motcua::catalogue::lint {

/// Sentences such as "child.name: hint has no English".
using Findings = std::vector<std::string>;

/// Texts in both languages, in normal form; conditions that compare with values a field can have;
/// initial answers that pass; labels and codes that are not missing.
Findings form(const form::Schema& schema);

/// Texts; conditions and questions that name fields of the form; rules of which two count.
Findings procedure(const Procedure& procedure, const form::Schema& schema);

/// The index says what the procedure says.
Findings entry(const Entry& entry, const Procedure& procedure);

/// Texts; a demo list uses only codes outside the official ones (provinces 97..99).
Findings places(const places::List& list);

/// The same keys in both languages, no empty text.
Findings words(const nlohmann::json& vi, const nlohmann::json& en);

/// How many statements nobody has compared with the text in force.
std::size_t unverified(const Procedure& procedure);

}  // namespace motcua::catalogue::lint
