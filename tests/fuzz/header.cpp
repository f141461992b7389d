// A header that is accepted is written again byte for byte, and its length is found in a longer
// input.
#include "shared/seal/header.h"

#include <cstdlib>

#include "shared/seal/wrapped.h"

using namespace motcua;
using namespace motcua::seal;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const ByteView input(data, size);
  const auto length = header_length(input);
  const auto header = parse_header(input);
  if (!header) return 0;
  if (!length || length.value() != size) std::abort();
  const FileKey key;
  const auto again = make_header(header->stanzas, key);
  if (!again || again->maced != header->maced || again->raw.size() != size) std::abort();
  if (!std::equal(input.begin(), input.begin() + static_cast<std::ptrdiff_t>(header->maced),
                  again->raw.begin())) {
    std::abort();
  }
  (void)read_wrapped(header.value());
  (void)check_single_kind(header.value());
  return 0;
}
