#pragma once
// What a few answers already say about a dossier before it is begun: its case, and which papers it
// will need. Unlike while a form is filled in, an answer that is not there may still come.

#include <vector>

#include "shared/catalogue/procedure.h"
#include "shared/form/schema.h"

namespace motcua::catalogue {

enum class Wanted : std::uint8_t { yes, no, open };

struct Outlook {
  std::vector<const form::Field*> questions;  // of the procedure's, those to ask now
  form::Values answers;                       // to these; others count for nothing
  const Case* fits = nullptr;                 // the first case that holds; nullptr = none, or open
  std::vector<Wanted> papers;                 // one for each component
};

/// Pointers into `procedure` and `schema`.
Outlook outlook(const Procedure& procedure, const form::Schema& schema, const form::Values& answers,
                const form::Date& today);

}  // namespace motcua::catalogue
