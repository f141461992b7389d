#pragma once
// By when a filed dossier has to be dealt with, as far as this device can tell.

#include <optional>
#include <string>

#include "wasm/app/deadline_words.h"
#include "wasm/app/model.h"

namespace motcua::app {

struct Due {
  std::string promised;  // what the agency wrote on its newest slip; empty: it named no time
  /// `due`, `steps`: by the procedure's time and the country's days off; `outcome`, `reasons`:
  /// whether it is in time, by what was promised when there is a promise.
  DeadlineWords counted;
  bool late = false;
  bool ended = false;  // nothing is due any more
};

/// The procedure in the version under which a dossier was filed: its name among m.procedures.
std::string filed_version(const Draft& draft);

/// When this unit is open: its own hours by the key directory, else the usual ones; nullptr while
/// that is not known.
const deadline::Office* hours_of(const Model& model, std::string_view unit);

/// The code of a unit, of the competent and the receiving one, that has signed nothing about it for
/// more than two working days of its own; nullopt when there is none, or nothing more to come.
std::optional<std::string> silent_unit(const Model& model, const Draft& draft);

/// Nothing while a part of it is not loaded, and where neither the procedure names a time in
/// figures nor the agency has promised one.
std::optional<Due> due_of(const Model& model, const Draft& draft);

}  // namespace motcua::app
