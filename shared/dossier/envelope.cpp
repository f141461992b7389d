#include "shared/dossier/envelope.h"

#include "shared/codec/hash.h"
#include "shared/codec/hex.h"
#include "shared/codec/members.h"
#include "shared/dossier/limits.h"
#include "shared/dossier/words.h"
#include "shared/record/event.h"

namespace motcua::dossier {

Result<std::string> envelope_text(const Envelope& envelope) {
  const codec::Json json{{"format", "motcua.envelope/1"},
                         {"draft", codec::hex_encode(envelope.draft)},
                         {"channel", envelope.channel},
                         {"units", envelope.units.list},
                         {"receiving", envelope.units.receiving},
                         {"competent", envelope.units.competent},
                         {"size", envelope.size},
                         {"header", codec::hex_encode(envelope.header)},
                         {"body", codec::hex_encode(envelope.body)},
                         {"commitment", codec::hex_encode(envelope.commitment)},
                         {"sign", sign::public_key_text(envelope.sign)},
                         {"read", envelope.read},
                         {"follow", codec::hex_encode(envelope.follow)},
                         {"key", codec::hex_encode(envelope.key)}};
  auto text = codec::json_canonical(json);
  if (!text) return text.error();
  if (auto read = parse_envelope(*text); !read) return read.error();
  return text;
}

Result<Envelope> parse_envelope(std::string_view text) {
  auto json = codec::json_parse_canonical(text, {max_envelope_size, 2});
  if (!json) return json.error();
  codec::Members members(*json, "the envelope");
  Envelope envelope;
  members.require(members.text("format", 40) == "motcua.envelope/1", "format");
  envelope.draft = members.hex<16>("draft");
  envelope.channel = members.integer("channel", 1, 3);
  envelope.units.list = members.text("units", 32);
  members.require(version_ok(envelope.units.list), "units");
  envelope.units.receiving = members.text("receiving", 32);
  members.require(record::unit_code_ok(envelope.units.receiving), "receiving");
  envelope.units.competent = members.text("competent", 32);
  members.require(record::unit_code_ok(envelope.units.competent), "competent");
  envelope.size = static_cast<std::uint64_t>(members.integer("size", 1, max_sealed_size));
  envelope.header = members.hex<32>("header");
  envelope.body = members.hex<32>("body");
  envelope.commitment = members.hex<32>("commitment");
  auto sign = sign::parse_public_key(members.text("sign", 56, 56));
  if (sign) envelope.sign = *sign;
  members.require(sign.ok(), "sign");
  envelope.read = members.text("read", 4000);
  auto read = seal::parse_recipient(envelope.read);
  members.require(read.ok() && read->kind() == seal::Kind::hybrid, "read");
  envelope.follow = members.hex<32>("follow");
  envelope.key = members.hex<16>("key");
  if (auto status = members.finish(); !status) return status.error();
  return envelope;
}

std::string envelope_comment(const seal::DraftId& draft) {
  return "motcua.envelope/1 draft:" + codec::hex_encode(draft) + " purpose:submit";
}

Result<std::string> sign_envelope(std::string_view text, const seal::DraftId& draft,
                                  const sign::SecretKey& key) {
  auto signature = sign::sign(key, codec::blake2b_512(bytes_of(text)), envelope_comment(draft));
  if (!signature) return signature.error();
  return sign::signature_text(*signature);
}

Result<Envelope> verify_envelope(std::string_view text, std::string_view signature) {
  auto envelope = parse_envelope(text);
  if (!envelope) return envelope.error();
  const Error bad = fail(Code::signature, "the applicant's signature of the envelope does not hold",
                         "confirm and seal the dossier again on the device it was made on");
  auto parsed = sign::parse_signature(signature);
  if (!parsed || parsed->trusted_comment != envelope_comment(envelope->draft)) return bad;
  auto status = sign::verify(envelope->sign, codec::blake2b_512(bytes_of(text)), *parsed);
  if (!status) return bad;
  return envelope;
}

}  // namespace motcua::dossier
