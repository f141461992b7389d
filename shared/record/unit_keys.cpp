#include "shared/record/unit_keys.h"

#include <algorithm>

#include "shared/record/time.h"
#include "shared/seal/recipient.h"

namespace motcua::record {
namespace {

sign::NoteVerifier read_vkey(codec::Members& members) {
  auto key = sign::parse_vkey(members.text("sign", 400));
  if (key) return *key;
  members.refuse("sign");
  return {};
}

FormerKey read_former(const codec::Json& json, codec::Members& unit) {
  codec::Members members(json, "a unit's former key");
  FormerKey key;
  key.sign = read_vkey(members);
  auto until = parse_time(members.text("until", 20));
  if (until) key.until = *until;
  if (!until) members.refuse(until.error());
  key.size = static_cast<std::uint64_t>(members.integer("size", 0, codec::json_max_integer));
  if (members.has("read")) {
    auto recipient = seal::parse_recipient(members.text("read", 4000));
    members.require(recipient && recipient->kind() == seal::Kind::hybrid, "read");
  }
  if (auto status = members.finish(true); !status) unit.refuse(status.error());
  return key;
}

bool counts(const FormerKey& key, const Moment& made) {
  return made.time <= key.until && (!made.index || *made.index < key.size);
}

Error not_signed() {
  return fail(Code::signature, "it is not signed by a unit that may say this",
              "load the key directory again; if it stays so, ask the unit");
}

}  // namespace

UnitKey read_unit_key(codec::Members& unit) {
  UnitKey key = read_vkey(unit);
  if (!unit.has("former")) return key;
  for (const codec::Json& item : unit.array("former", max_former_keys, 1)) {
    FormerKey former = read_former(item, unit);
    // Keys of one name are told apart by their hash: two that share it would hide each other.
    const auto same = [&](const sign::NoteVerifier& other) {
      return other.hash == former.sign.hash;
    };
    unit.require(former.sign.name == key.sign.name && !same(key.sign) &&
                     std::none_of(key.former.begin(), key.former.end(),
                                  [&](const FormerKey& other) { return same(other.sign); }),
                 "former");
    key.former.push_back(std::move(former));
  }
  return key;
}

Result<UnitSignature> verify_unit_note(std::string_view note, std::string_view unit,
                                       const UnitKeys& units, const Moment& made) {
  const auto found = units.find(unit);
  if (found == units.end() || found->second.sign.name != unit) return not_signed();
  const UnitKey& of = found->second;
  std::vector<sign::NoteVerifier> known = {of.sign};
  for (const FormerKey& former : of.former) known.push_back(former.sign);
  auto verified = sign::verify_note(note, known);
  if (!verified) return verified.error().code == Code::signature ? not_signed() : verified.error();
  std::sort(verified->signers.begin(), verified->signers.end());
  for (const std::size_t signer : verified->signers) {
    if (signer == 0 || counts(of.former[signer - 1], made)) {
      return UnitSignature{known[signer], signer > 0};
    }
  }
  return fail(Code::signature, "it is signed with a key that the unit no longer had by then",
              "ask the unit");
}

}  // namespace motcua::record
