#include "shared/abi/note_keys.h"

namespace motcua::abi {
namespace {

constexpr std::size_t longest_key = 512;
constexpr std::size_t most_keys = 64;

sign::NoteVerifier parse(Members& from, std::string_view name, const Json& value,
                         sign::NoteKey type = sign::NoteKey::ed25519) {
  const std::string* text = value.get_ptr<const std::string*>();
  if (text != nullptr) {
    auto key = sign::parse_vkey(*text, type);
    if (key) return *key;
  }
  from.refuse(name);
  return {};
}

record::UnitKey read_unit(Members& from, const Json& value) {
  Members members(value, "a unit's keys");
  record::UnitKey key = record::read_unit_key(members);
  if (auto status = members.finish(); !status) from.refuse(status.error());
  return key;
}

}  // namespace

sign::NoteSigner read_signer(Members& from, std::string_view name, sign::NoteKey type) {
  auto key = sign::parse_signer(from.document(name, longest_key), type);
  if (key) return std::move(*key);
  from.refuse(name);
  return {};
}

sign::NoteVerifier read_vkey(Members& from, std::string_view name, sign::NoteKey type) {
  return parse(from, name, from.any(name), type);
}

std::vector<sign::NoteVerifier> read_vkeys(Members& from, std::string_view name,
                                           sign::NoteKey type) {
  std::vector<sign::NoteVerifier> keys;
  for (const Json& item : from.array(name, most_keys, 1))
    keys.push_back(parse(from, name, item, type));
  return keys;
}

record::UnitKeys read_unit_keys(Members& from, std::string_view name) {
  record::UnitKeys keys;
  const Json& object = from.object(name);
  if (object.size() > 10'000) {
    from.refuse(name);
    return keys;
  }
  for (const auto& item : object.items()) {
    keys[item.key()] =
        item.value().is_object() ? read_unit(from, item.value()) : parse(from, name, item.value());
  }
  return keys;
}

}  // namespace motcua::abi
