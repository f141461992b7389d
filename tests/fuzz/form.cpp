// Schemas, answers, conditions, procedures, public records and searches from outside. The first
// byte chooses.

#include <cstdint>
#include <string_view>

#include "shared/catalogue/components.h"
#include "shared/catalogue/index.h"
#include "shared/catalogue/lint.h"
#include "shared/catalogue/official.h"
#include "shared/catalogue/official_import.h"
#include "shared/catalogue/outlook.h"
#include "shared/codec/json.h"
#include "shared/form/display.h"
#include "shared/form/judge_json.h"
#include "shared/form/normalise.h"
#include "shared/text/normal.h"
#include "shared/text/title.h"
#include "test_assets.h"

using namespace motcua;

namespace {

const form::Date today = {2026, 11, 22};

void answers(std::string_view text) {
  static const form::Schema schema = form::parse_schema(assets::forms_birth_json).value();
  static const catalogue::Procedure procedure =
      catalogue::parse_procedure(assets::procedures_1_001193_json).value();
  const auto data = codec::json_parse(text);
  if (!data) return;
  const form::Values values = form::read_values(*data);
  form::to_json(form::judge_received(schema, values, today));
  catalogue::judge_components(procedure, values, {"x"}, today);
  const form::Values sent = form::submission(schema, values, today);
  if (form::submission(schema, sent, today) != sent) __builtin_trap();
  for (const auto& [id, value] : sent) {
    if (const form::Field* field = form::find_field(schema, id)) form::display(*field, value, "vi");
  }
}

void schema(std::string_view text) {
  const auto parsed = form::parse_schema(text);
  if (parsed) form::judge(parsed.value(), form::initial_values(parsed.value()), today);
}

void texts(std::string_view text) {
  static const catalogue::Index index = [] {
    auto made = catalogue::parse_index(assets::procedures_index_json).value();
    if (!catalogue::parse_search(made, assets::procedures_search_json)) __builtin_trap();
    return made;
  }();
  const std::string clean = text::clean(text);
  if (text::clean(clean) != clean) __builtin_trap();
  text::safe_title(text);
  catalogue::search(index, text);
  form::normal_phone(text);
}

void procedure(std::string_view text) {
  static const form::Schema schema = form::parse_schema(assets::forms_birth_json).value();
  const auto parsed = catalogue::parse_procedure(text);
  if (!parsed) return;
  catalogue::lint::procedure(parsed.value(), schema);
  catalogue::outlook(parsed.value(), schema, {{"child.case", "abandoned"}}, today);
}

/// A public record: what is taken of it must be one of ours.
void record(std::string_view text) {
  const auto data = codec::json_parse(text);
  if (!data) return;
  const auto made =
      catalogue::import_official(*data, "1.001193", {.source = "a", .date = "2026-07-18"});
  if (made && !catalogue::read_official(*made)) __builtin_trap();
  (void)catalogue::read_official(*data);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  switch (data[0] % 5) {
    case 0: answers(text); break;
    case 1: schema(text); break;
    case 2: texts(text); break;
    case 3: procedure(text); break;
    default: record(text); break;
  }
  return 0;
}
