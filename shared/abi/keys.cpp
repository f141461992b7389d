// Keys of dossiers and units.

#include "shared/abi/call.h"
#include "shared/codec/hkdf.h"
#include "shared/motcua.h"
#include "shared/record/time.h"
#include "shared/seal/dossier_keys.h"
#include "shared/sign/minisign_secret.h"
#include "shared/sign/note.h"

using namespace motcua;
using namespace motcua::abi;

char* motcua_dossier_keys(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    auto root_bytes = members.hex<32>("root");
    const seal::Root root(root_bytes);
    codec::wipe(root_bytes);
    const auto draft = members.hex<16>("draft");
    if (auto status = members.finish(); !status) return status.error();
    const seal::DossierKeys keys = seal::dossier_keys(root, draft);
    return Json{{"sign", sign::public_key_text(sign::public_key(keys.sign))},
                {"read", keys.read.recipient().text()},
                {"identity", keys.read.text().view()},
                {"follow", codec::hex_encode(keys.follow.bytes())},
                {"follow_hash", codec::hex_encode(seal::follow_hash(keys.follow))},
                {"minisign_secret", sign::secret_key_file(keys.sign).view()}};
  });
}

char* motcua_unit_keygen(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string unit = members.text("unit", 255);
    Bytes random = members.hex_bytes("random", 32, 256);
    const std::string created = members.has("time") ? members.text("time", 20) : std::string();
    if (auto status = members.finish(); !status) return status.error();
    if (!created.empty()) {
      if (auto time = record::parse_time(created); !time) return time.error();
    }
    const auto seed = codec::hkdf_secret<32>(random, {}, "motcua/v1/unit/sign");
    const auto scalar = codec::hkdf_secret<32>(random, {}, "motcua/v1/unit/read");
    codec::wipe(random);
    auto signer = sign::note_signer(unit, seed);
    if (!signer) return signer.error();
    const seal::Identity identity(seal::Kind::hybrid, scalar);
    const std::string read = identity.recipient().text();
    codec::SecretText file = created.empty()
                                 ? codec::SecretText("# public key: " + read + "\n" +
                                                     std::string(identity.text().view()) + "\n")
                                 : seal::identity_file(identity, created);
    return Json{{"sign", sign::signer_text(*signer).view()},
                {"vkey", sign::vkey_text(sign::note_verifier(*signer))},
                {"identity_file", file.view()},
                {"read", read}};
  });
}
