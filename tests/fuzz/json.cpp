// Whatever is accepted has one canonical form, which is accepted again.
#include "shared/codec/json.h"

#include <cstdlib>

using namespace motcua::codec;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto value = json_parse({reinterpret_cast<const char*>(data), size});
  if (!value) return 0;
  const auto text = json_canonical(value.value());
  if (!text) std::abort();
  const auto again = json_parse_canonical(text.value());
  if (!again || again.value() != value.value()) std::abort();
  return 0;
}
