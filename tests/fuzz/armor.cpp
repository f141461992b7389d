// Armor reads the same in one piece as byte by byte, and what it holds is armored to be read again.
#include "shared/seal/armor.h"

#include <cstdlib>

using namespace motcua;
using namespace motcua::seal;

namespace {

std::optional<Bytes> read(ByteView input, std::size_t step) {
  ArmorReader reader;
  Bytes out;
  for (std::size_t at = 0; at < input.size(); at += step) {
    const auto piece = input.subspan(at, std::min(step, input.size() - at));
    if (!reader.update(piece, out)) return std::nullopt;
  }
  if (!reader.finish()) return std::nullopt;
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const ByteView input(data, size);
  const auto bytes = read(input, size + 1);
  if (bytes != read(input, 1)) std::abort();
  if (!bytes) return 0;
  if (detect_form(input, true) != Form::armored) std::abort();
  ArmorWriter writer;
  std::string text;
  writer.update(*bytes, text);
  writer.finish(text);
  if (read(bytes_of(text), 7) != bytes) std::abort();
  return 0;
}
