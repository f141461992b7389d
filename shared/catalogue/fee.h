#pragma once
// What a procedure costs, in figures: with who pays nothing and the text it rests on
// (docs/formats/catalogue.md). Provinces set most fees; a rule without provinces is the national
// one.

#include <cstdint>
#include <string>

#include "shared/catalogue/reach.h"
#include "shared/form/schema.h"
#include "shared/text/local_text.h"

namespace motcua::catalogue {

struct Fee {
  std::int64_t vnd = 0;
  LocalText per;     // "mỗi bản"; empty = for the whole
  LocalText exempt;  // who pays nothing
  Reach reach;
  std::string basis;  // "NQ 12/2026/NQ-HĐND"
  form::Source source;
};

Fee read_fee(form::Reader& reader);

}  // namespace motcua::catalogue
