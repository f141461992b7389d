// Packs, tables and addresses that a stranger wrote. A pack's hash is made right, so that its body
// is read; the first byte chooses.

#include <cstdlib>

#include "shared/codec/csv.h"
#include "shared/codec/hash.h"
#include "shared/places/address.h"
#include "tests/unit/places/small_list.h"

using namespace motcua;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void ask(const places::Gazetteer& places, std::string_view text) {
  for (const auto& hit : places.search(text)) require(!hit.today.name.empty());
  for (const auto& each : places::read_address(places, text).candidates) {
    require(each.today.row < places.list().communes.size());
  }
  for (const auto& each : places.today(text, "", "")) require(!each.today.empty());
  require(places.find(text, "other").error().code == Code::mismatch);
}

void read_pack(ByteView data) {
  const auto head = bytes_of("MCPLACES\x01");
  Bytes pack(head.begin(), head.end());
  pack.insert(pack.end(), data.begin(), data.end());
  const auto hash = codec::blake2b_256(pack);
  pack.insert(pack.end(), hash.begin(), hash.end());
  auto list = places::read_pack(pack);
  if (!list) return;
  const Bytes written = places::write_pack(*list);
  const auto again = places::read_pack(written);
  require(again.ok() && places::write_pack(*again) == written);
  const places::Gazetteer places(std::move(*list));
  ask(places, "xa a, huyen b");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const places::Gazetteer country = test::small_country();
  if (size == 0) return 0;
  const ByteView rest(data + 1, size - 1);
  switch (data[0] % 4) {
    case 0: read_pack(rest); break;
    case 1: static_cast<void>(places::read_pack(rest)); break;
    case 2:
      if (const auto table = codec::parse_csv(text_of(rest))) {
        for (const auto& row : table->rows) require(row.fields.size() == table->header.size());
      }
      break;
    default: ask(country, text_of(rest));
  }
  return 0;
}
