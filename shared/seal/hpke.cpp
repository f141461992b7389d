#include "shared/seal/hpke.h"

#include "shared/codec/hkdf.h"

namespace motcua::seal {
namespace {

// "HPKE", KEM 0x647a, KDF 0x0001, AEAD 0x0003
constexpr std::string_view suite("HPKE\x64\x7a\x00\x01\x00\x03", 10);
constexpr std::string_view version = "HPKE-v1";

codec::Secret<32> labeled_extract(ByteView salt, std::string_view label, ByteView key_material) {
  std::string text;
  text.append(version).append(suite).append(label).append(text_of(key_material));
  return codec::hkdf_extract(salt, bytes_of(text));
}

void labeled_expand(const codec::Secret<32>& key, std::string_view label, std::string_view info,
                    std::span<std::uint8_t> out) {
  std::string text = {'\0', static_cast<char>(out.size())};
  text.append(version).append(suite).append(label).append(info);
  codec::hkdf_expand(key, text, out);
}

}  // namespace

HpkeContext hpke_base(const codec::Secret<32>& shared, std::string_view info) {
  std::string context(1, '\0');  // base mode
  context.append(text_of(labeled_extract({}, "psk_id_hash", {}).bytes()));
  context.append(text_of(labeled_extract({}, "info_hash", bytes_of(info)).bytes()));
  const auto secret = labeled_extract(shared.bytes(), "secret", {});
  HpkeContext out;
  labeled_expand(secret, "key", context, out.key.bytes());
  labeled_expand(secret, "base_nonce", context, out.nonce.bytes());
  return out;
}

}  // namespace motcua::seal
