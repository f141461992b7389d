#pragma once
// The plan that the sealing worker carries out (shared/dossier/sealing_job.h), made of a draft and
// everything around it.

#include <string_view>

#include "shared/codec/json.h"
#include "wasm/app/model.h"

namespace motcua::app {

/// The units that a draft goes to, as its form's answers name them; nullptr while an answer, the
/// form or the directory is not there, or the directory does not know the unit.
struct Units {
  const DirectoryUnit* receiving = nullptr;
  const DirectoryUnit* competent = nullptr;

  bool known() const { return receiving && competent; }
};
Units units_of(const Model& model, const Draft& draft);

/// The first case of the procedure that the answers make; empty when none does.
std::string case_of(const Model& model, const Draft& draft);

/// Errors: not_found (form, procedure, places or a unit are not there yet). Attachments carry `key`
/// and `secret` beside the plan's own members: they say where the worker finds the kept file.
Result<codec::Json> seal_plan(const Model& model, const Draft& draft, std::string_view time);

}  // namespace motcua::app
