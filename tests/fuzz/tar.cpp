// Whatever the reader gives out has a plain name and the size it announced.
#include <cstdlib>

#include "shared/codec/tar_reader.h"

using namespace motcua;
using namespace motcua::codec;

namespace {

struct Counter : TarSink {
  std::uint64_t left = 0;

  Status begin(const TarEntry& entry) override {
    if (!tar_name_ok(entry.name)) std::abort();
    left = entry.size;
    return {};
  }
  Status data(ByteView piece) override {
    if (piece.size() > left) std::abort();
    left -= piece.size();
    return {};
  }
  Status end() override {
    if (left != 0) std::abort();
    return {};
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Counter sink;
  TarReader reader(sink, {.entry_size = 1u << 20, .archive_size = 1u << 20});
  const ByteView input(data, size);
  const std::size_t half = size / 2;
  const bool first = reader.push(input.first(half)).ok();
  const bool second = reader.push(input.subspan(half)).ok();
  if (!first && second) std::abort();
  if (reader.finish() && !second) std::abort();
  return 0;
}
