#pragma once
// How long a procedure takes, in figures: from the moment the dossier is received in order
// (docs/formats/catalogue.md).

#include <cstdint>
#include <string>

#include "shared/catalogue/reach.h"
#include "shared/form/schema.h"

namespace motcua::catalogue {

struct Duration {
  enum class Unit : std::uint8_t { hours, days, working_days } unit = Unit::working_days;
  int value = 1;
  std::string same_day_before;  // "15:00": received earlier, it is done that day; empty = no such
  Reach reach;
  std::string basis;
  form::Source source;
};

Duration read_duration(form::Reader& reader);

}  // namespace motcua::catalogue
