#include "shared/abi/log_members.h"

namespace motcua::abi {

std::optional<std::uint64_t> read_index(Members& from) {
  if (!from.has("index")) return std::nullopt;
  return read_size(from, "index");
}

std::uint64_t read_size(Members& from, std::string_view name) {
  return static_cast<std::uint64_t>(from.integer(name, 0, codec::json_max_integer));
}

std::vector<record::Hash> read_hashes(Members& from, std::string_view name, std::size_t most,
                                      std::size_t least) {
  std::vector<record::Hash> hashes;
  for (const Json& item : from.array(name, most, least)) {
    const std::string* text = item.get_ptr<const std::string*>();
    auto hash = codec::hex_decode_array<32>(text != nullptr ? std::string_view(*text) : "");
    if (!hash) from.refuse(name);
    if (hash) hashes.push_back(*hash);
  }
  return hashes;
}

}  // namespace motcua::abi
