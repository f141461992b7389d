// Texts of the log and the units: what parses writes back to the same bytes.

#include <cstdlib>

#include "shared/record/checkpoint.h"
#include "shared/record/event.h"
#include "shared/record/number.h"
#include "shared/record/proof_file.h"
#include "shared/record/time.h"

using namespace motcua;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = text_of({data, size});
  if (const auto event = record::parse_event_text(text)) {
    require(record::event_text(event.value()).value() == text);
  }
  if (const auto proof = record::parse_proof_file(text)) {
    require(record::proof_file_text(proof.value()) == text);
    require(proof.value().hashes.size() <= 53);
  }
  if (const auto checkpoint = record::parse_checkpoint_text(text)) {
    require(text.starts_with(record::checkpoint_text(checkpoint.value())));
  }
  if (const auto time = record::parse_time(text)) {
    require(record::time_text(time.value()) == text);
  }
  if (const auto number = record::read_number(text)) require(record::number_ok(number.value()));
  return 0;
}
