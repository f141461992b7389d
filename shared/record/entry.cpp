#include "shared/record/entry.h"

#include "shared/codec/hash.h"

namespace motcua::record {

Hash event_entry(const Salt& salt, ByteView event) {
  codec::Sha256 entry;
  entry.update(salt);
  entry.update(event);
  return entry.finish();
}

Hash event_leaf(const Salt& salt, ByteView event) { return leaf_hash(event_entry(salt, event)); }

std::string first_event(std::string_view envelope, std::string_view signature) {
  return std::string(envelope).append("\n").append(signature);
}

}  // namespace motcua::record
