// Slips and event codes of strangers: what is taken writes back the same and can be laid out.

#include <cstdlib>

#include "shared/record/event_code.h"
#include "shared/slip/layout.h"
#include "test_assets.h"

using namespace motcua;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void slip_of(std::string_view text, const slip::Words& words) {
  const auto slip = slip::parse_slip(text);
  if (!slip) return;
  const auto once = slip::slip_text(*slip);
  require(once.ok());
  require(slip::slip_text(slip::parse_slip(*once).value()).value() == *once);
  const auto json = slip::sheet_json(slip::layout(*slip, "vi", words, text.substr(0, 100)));
  const auto sheet = slip::read_sheet(json);
  require(sheet && slip::sheet_json(*sheet) == json);
}

void code_of(std::string_view text) {
  const auto note = record::note_of_event_code(text);
  if (!note) return;
  require(text.size() >= 100 && record::event_code_like(text));
  require(record::parse_event_text(sign::parse_note(*note).value().text).ok());
  require(!record::verify_event_code(text, {}));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const slip::Words words =
      slip::Words::read(codec::json_parse(assets::slips_vi_json).value()).value();
  const std::string_view text = text_of({data, size});
  slip_of(text, words);
  code_of(text);
  return 0;
}
