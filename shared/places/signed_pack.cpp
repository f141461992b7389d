#include "shared/places/signed_pack.h"

namespace motcua::places {

std::string pack_comment(std::string_view version) {
  return "motcua.places-pack/1 list:" + std::string(version);
}

Result<std::string> sign_pack(ByteView pack, const sign::SecretKey& key) {
  const auto list = read_pack(pack);
  if (!list) return list.error();
  const auto signature = sign::sign(key, codec::blake2b_512(pack), pack_comment(list->version));
  if (!signature) return signature.error();
  return sign::signature_text(*signature);
}

Result<NationalList> open_signed_pack(ByteView pack, std::string_view signature,
                                      const sign::PublicKey& key) {
  const auto bad = [](std::string why) {
    return fail(Code::signature, "the signature of the pack of places does not hold: " + why,
                "do not use this pack; fetch it and its signature again");
  };
  const auto parsed = sign::parse_signature(signature);
  if (!parsed) return bad(parsed.error().message);
  if (auto status = sign::verify(key, codec::blake2b_512(pack), *parsed); !status) {
    if (status.error().code == Code::signature) return bad("the pack or the comment was changed");
    return status.error();
  }
  auto list = read_pack(pack);
  if (!list) return list.error();
  if (parsed->trusted_comment != pack_comment(list->version)) {
    return bad("it was made for something else");
  }
  return list;
}

}  // namespace motcua::places
