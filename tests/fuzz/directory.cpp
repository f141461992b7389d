// A directory of any text, well signed: whatever is accepted keeps its promises. And a note of any
// bytes is never one.

#include <cstdlib>
#include <set>

#include "shared/record/directory.h"
#include "shared/seal/recipient.h"

using namespace motcua;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

sign::NoteSigner root(char digit) {
  ByteArray<32> seed;
  seed.fill(static_cast<std::uint8_t>(digit));
  return sign::note_signer(std::string("root-") + digit, codec::Secret<32>(seed)).value();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<sign::NoteSigner> signers = {root('1'), root('2'), root('3')};
  static const record::DirectoryTrust trust = [] {
    record::DirectoryTrust made;
    for (const auto& signer : signers) made.roots.push_back(sign::note_verifier(signer));
    made.now = 1'795'323'600;  // 2026-11-22T05:00:00Z
    made.last_version = 5;
    return made;
  }();
  const std::string_view text = text_of({data, size});
  require(!record::verify_directory(text, trust));
  const auto note = sign::sign_note(text, std::span(signers).first(2));
  if (!note) return 0;
  const auto directory = record::verify_directory(note.value(), trust);
  if (!directory) return 0;
  require(directory->version >= trust.last_version && directory->expires > trust.now);
  std::set<std::string> codes;
  for (const auto& unit : directory->units) {
    require(codes.insert(unit.code).second && unit.key.sign.name == unit.code);
    require(unit.key.former.size() <= record::max_former_keys);
    for (const auto& former : unit.key.former) {
      require(former.sign.name == unit.code && former.sign.hash != unit.key.sign.hash);
      require(former.until <= directory->issued);
    }
    const auto reader = seal::parse_recipient(unit.read);
    require(reader && reader->kind() == seal::Kind::hybrid);
  }
  return 0;
}
