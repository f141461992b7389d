#include "shared/seal/selftest.h"

#include <sodium/core.h>
#include <sodium/crypto_aead_chacha20poly1305.h>
#include <sodium/crypto_kem_xwing.h>
#include <sodium/crypto_pwhash_scryptsalsa208sha256.h>
#include <sodium/crypto_scalarmult_curve25519.h>
#include <sodium/crypto_sign_ed25519.h>
#include <sodium/crypto_stream_chacha20.h>

#include "shared/codec/hash.h"
#include "shared/codec/hex.h"
#include "shared/codec/hkdf.h"
#include "shared/seal/dossier_keys.h"
#include "shared/seal/whole.h"

namespace motcua::seal {
namespace {

using codec::hex_encode;

// Constants of this file only, so a decoding can not fail.
Bytes hex(std::string_view text) { return codec::hex_decode(text).value(); }

template <std::size_t N>
codec::Secret<N> counted() {
  codec::Secret<N> out;
  for (std::size_t i = 0; i < N; ++i) out.data()[i] = static_cast<std::uint8_t>(i);
  return out;
}

// 0, 1, 2, ... for answers that must come out the same each time.
class Counting : public Random {
 public:
  Status fill(std::span<std::uint8_t> out) override {
    for (auto& byte : out) byte = next_++;
    return {};
  }

 private:
  std::uint8_t next_ = 0;
};

std::string blake2b_long() { return hex_encode(codec::blake2b_512(bytes_of("abc"))); }
std::string blake2b_short() { return hex_encode(codec::blake2b_256(bytes_of("abc"))); }
std::string sha256() { return hex_encode(codec::sha256(bytes_of("abc"))); }

std::string hkdf() {
  Bytes out(42);
  codec::hkdf(Bytes(22, 0x0b), hex("000102030405060708090a0b0c"),
              "\xf0\xf1\xf2\xf3\xf4\xf5\xf6\xf7\xf8\xf9", out);
  return hex_encode(out);
}

std::string scrypt() {
  Bytes out(64);
  const Bytes nothing(1);
  if (crypto_pwhash_scryptsalsa208sha256_ll(nothing.data(), 0, nothing.data(), 0, 16, 1, 1,
                                            out.data(), out.size()) != 0) {
    return {};
  }
  return hex_encode(out);
}

std::string chacha20_poly1305() {
  const auto plain = bytes_of(
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the "
      "future, sunscreen would be it.");
  const Bytes key = hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
  const Bytes extra = hex("50515253c0c1c2c3c4c5c6c7");
  const Bytes nonce = hex("070000004041424344454647");
  Bytes sealed(plain.size() + tag_size);
  crypto_aead_chacha20poly1305_ietf_encrypt(sealed.data(), nullptr, plain.data(), plain.size(),
                                            extra.data(), extra.size(), nullptr, nonce.data(),
                                            key.data());
  return hex_encode(ByteView(sealed).subspan(plain.size()));
}

// Every path of the vector code: many lengths, counters near their ends.
std::string chacha20_lengths() {
  const auto key = counted<32>();
  const Bytes nonce = hex("000000090000004a00000000");
  const Bytes plain = [] {
    Bytes bytes(4096);
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(i);
    return bytes;
  }();
  Bytes out(plain.size());
  codec::Blake2b256 hash;
  for (const std::uint32_t counter : {0u, 1u, 5u, 0x7fffffffu, 0xffffff00u}) {
    for (std::size_t size = 0; size <= plain.size(); size += 61) {
      crypto_stream_chacha20_ietf_xor_ic(out.data(), plain.data(), size, nonce.data(), counter,
                                         key.data());
      hash.update(ByteView(out).first(size));
    }
  }
  return hex_encode(hash.finish());
}

std::string ed25519() {
  const Bytes seed = hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
  Bytes key(32);
  Bytes secret(64);
  Bytes signature(64);
  crypto_sign_ed25519_seed_keypair(key.data(), secret.data(), seed.data());
  crypto_sign_ed25519_detached(signature.data(), nullptr, key.data(), 0, secret.data());
  if (crypto_sign_ed25519_verify_detached(signature.data(), key.data(), 0, key.data()) != 0) {
    return {};
  }
  return hex_encode(signature);
}

std::string x25519() {
  const Bytes scalar = hex("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4");
  const Bytes point = hex("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c");
  Bytes out(32);
  if (crypto_scalarmult_curve25519(out.data(), scalar.data(), point.data()) != 0) return {};
  return hex_encode(out);
}

std::string xwing() {
  const Bytes seed = hex("7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26");
  const Bytes random =
      hex("3cb1eea988004b93103cfb0aeefd2a686e01fa4a58e8a3639ca8a1e3f9ae57e2"
          "35b8cc873c23dc62b8d260169afa2f75ab916a58d974918835d25e6a435085b2");
  Bytes key(crypto_kem_xwing_PUBLICKEYBYTES);
  Bytes secret(crypto_kem_xwing_SECRETKEYBYTES);
  Bytes share(crypto_kem_xwing_CIPHERTEXTBYTES);
  Bytes sent(32);
  Bytes received(32);
  crypto_kem_xwing_seed_keypair(key.data(), secret.data(), seed.data());
  if (crypto_kem_xwing_enc_deterministic(share.data(), sent.data(), key.data(), random.data()) !=
          0 ||
      crypto_kem_xwing_dec(received.data(), share.data(), secret.data()) != 0 || sent != received) {
    return {};
  }
  return hex_encode(received);
}

// A whole age file of two chunks; age 1.3 has opened the same bytes.
std::string whole_file(Kind kind) {
  Counting random;
  const Identity identity(kind, counted<32>());
  const Recipient recipients[] = {identity.recipient()};
  const Bytes plain(chunk_size + 1000, 'm');
  const auto sealed = seal_whole(plain, recipients, random);
  if (!sealed) return {};
  const auto opened = open_whole(*sealed, {identity});
  if (!opened || *opened != plain) return {};
  return hex_encode(codec::blake2b_256(*sealed));
}

std::string hybrid_file() { return whole_file(Kind::hybrid); }
std::string x25519_file() { return whole_file(Kind::x25519); }

std::string keys_of_a_dossier() {
  const auto keys = dossier_keys(counted<32>(), DraftId{});
  codec::Blake2b256 hash;
  hash.update(bytes_of(sign::public_key_text(sign::public_key(keys.sign))));
  hash.update(bytes_of(keys.read.recipient().text()));
  hash.update(follow_hash(keys.follow));
  return hex_encode(hash.finish());
}

struct KnownAnswer {
  const char* name;
  std::string (*compute)();
  std::string_view expected;
};

constexpr KnownAnswer known_answers[] = {
    {"BLAKE2b-512 (RFC 7693)", blake2b_long,
     "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
     "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923"},
    {"BLAKE2b-256 (b2sum -l 256)", blake2b_short,
     "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"},
    {"SHA-256", sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"HKDF (RFC 5869, A.1)", hkdf,
     "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"},
    {"scrypt (RFC 7914, 12)", scrypt,
     "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
     "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"},
    {"ChaCha20-Poly1305 (RFC 8439, 2.8.2)", chacha20_poly1305, "1ae10b594f09e26a7e902ecbd0600691"},
    {"ChaCha20 over lengths and counters", chacha20_lengths,
     "194cf78e8b388acd137d5f38be030c87f3dc4e407dd17f7bd6dc67ec8f3adf0e"},
    {"Ed25519 (RFC 8032, 7.1)", ed25519,
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
     "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"},
    {"X25519 (RFC 7748, 5.2)", x25519,
     "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552"},
    {"X-Wing (draft-connolly-cfrg-xwing-kem)", xwing,
     "d2df0522128f09dd8e2c92b1e905c793d8f57a54c3da25861f10bf4ca613e384"},
    {"a file sealed by mlkem768x25519", hybrid_file,
     "c70787ef8a196252ac8cf36efcc75e51abcbd9232006a7ed2f8f04fd37dc7031"},
    {"a file sealed by X25519", x25519_file,
     "ee725441e316a537ef5604451b72ff28ded4b8c2450f88b48a6f1ecf0d9b25c2"},
    {"the keys of a dossier", keys_of_a_dossier,
     "a9a958ecabfa6c8548eaff688375764044520eb4a0fa8122009501dff880e2c2"},
};

}  // namespace

Result<int> selftest() {
  if (sodium_init() < 0) return fail(Code::other, "the cryptographic library does not start");
  int passed = 0;
  for (const auto& answer : known_answers) {
    if (answer.compute() != answer.expected) {
      return fail(Code::other, std::string("a known answer comes out wrong: ") + answer.name,
                  "do not use this build for sealing");
    }
    ++passed;
  }
  return passed;
}

}  // namespace motcua::seal
