// A valid file with the input written over a part of it: never more than the plaintext comes out,
// however it is cut.
#include "shared/seal/opener.h"

#include <cstdlib>
#include <cstring>

#include "shared/seal/whole.h"

using namespace motcua;
using namespace motcua::seal;

namespace {

class Counting : public Random {
 public:
  Status fill(std::span<std::uint8_t> out) override {
    for (auto& byte : out) byte = next_++;
    return {};
  }

 private:
  std::uint8_t next_ = 1;
};

const Bytes plain(chunk_size + 100, 'm');

Identity identity() { return {Kind::x25519, codec::Secret<32>()}; }

Bytes sealed_file() {
  Counting random;
  const Recipient recipients[] = {identity().recipient()};
  return seal_whole(plain, recipients, random).value();
}

Bytes open(ByteView input, std::size_t step) {
  Opener opener({identity()});
  Bytes out;
  Bytes room(Opener::bound(step) + chunk_size);
  const auto keep = [&](const Result<std::size_t>& size) {
    if (size) {
      out.insert(out.end(), room.begin(), room.begin() + static_cast<std::ptrdiff_t>(*size));
    }
    return size.ok();
  };
  for (std::size_t at = 0; at < input.size(); at += step) {
    if (!keep(opener.update(input.subspan(at, std::min(step, input.size() - at)), room)))
      return out;
  }
  keep(opener.finish(room));
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Bytes original = sealed_file();
  if (size < 3) return 0;
  Bytes file = original;
  const std::size_t at = (data[0] | data[1] << 8 | (data[2] & 1) << 16) % file.size();
  file.resize(std::max(file.size() - (data[2] & 2 ? 16 : 0), at + size - 3));
  if (size > 3) std::memcpy(file.data() + at, data + 3, size - 3);
  const Bytes out = open(file, 1 << 20);
  if (out != open(file, 4099)) std::abort();
  if (out.size() > plain.size() || !std::equal(out.begin(), out.end(), plain.begin())) std::abort();
  return 0;
}
