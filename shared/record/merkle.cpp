#include "shared/record/merkle.h"

#include <algorithm>

#include "shared/codec/hash.h"

namespace motcua::record {

Hash leaf_hash(ByteView entry) {
  const std::uint8_t mark = 0;
  codec::Sha256 hash;
  hash.update({&mark, 1});
  hash.update(entry);
  return hash.finish();
}

Hash node_hash(const Hash& left, const Hash& right) {
  const std::uint8_t mark = 1;
  codec::Sha256 hash;
  hash.update({&mark, 1});
  hash.update(left);
  hash.update(right);
  return hash.finish();
}

Hash empty_root() { return codec::sha256({}); }

Result<Hash> hash_from(ByteView bytes) {
  Hash hash{};
  if (bytes.size() != hash.size()) {
    return fail(Code::invalid, "a hash of the log does not have 32 bytes",
                "ask the gateway for the proof again");
  }
  std::copy(bytes.begin(), bytes.end(), hash.begin());
  return hash;
}

}  // namespace motcua::record
