#include "shared/sign/minisign_secret.h"

#include <sodium/crypto_pwhash_scryptsalsa208sha256.h>

#include <algorithm>

#include "shared/codec/base64.h"
#include "shared/sign/minisign_lines.h"

namespace motcua::sign {
namespace {

// The layout of the file: what precedes the part that a password may hide, and that part.
constexpr std::size_t prefix_size = 2 + 2 + 2 + 32 + 8 + 8;  // algorithms, salt, costs
constexpr std::size_t hidden_size = 8 + 64 + 32;             // key id, seed and key, checksum
constexpr std::uint64_t max_operations = std::uint64_t{1} << 25;
constexpr std::uint64_t max_memory = std::uint64_t{1} << 30;

using Hidden = codec::Secret<hidden_size>;

Error malformed() {
  return fail(Code::invalid, "a secret key file is malformed", "minisign or motcua writes it");
}

std::uint64_t little_endian(ByteView bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) value = value << 8 | bytes[i];
  return value;
}

struct File {
  Bytes prefix;
  Hidden hidden;
  bool locked = false;
};

Result<File> parse_file(std::string_view text) {
  const auto lines = split_lines<2>(text);
  if (!lines || !untrusted_comment_ok((*lines)[0]) || (*lines)[1].size() > 400) return malformed();
  auto bytes = codec::base64_decode((*lines)[1]);
  if (!bytes || bytes->size() != prefix_size + hidden_size) {
    if (bytes) codec::wipe(*bytes);
    return malformed();
  }
  File file;
  file.prefix.assign(bytes->begin(), bytes->begin() + prefix_size);
  std::copy(bytes->begin() + prefix_size, bytes->end(), file.hidden.bytes().begin());
  codec::wipe(*bytes);
  const auto head = text_of(ByteView(file.prefix).first(6));
  file.locked = head == "EdScB2";
  if (!file.locked && head != std::string_view("Ed\0\0B2", 6)) return malformed();
  return file;
}

// The password's stream hides the part by exclusive or, and shows it again.
Status apply_password(File& file, std::string_view password) {
  const ByteView prefix(file.prefix);
  const std::uint64_t operations = little_endian(prefix.subspan(38, 8));
  const std::uint64_t memory = little_endian(prefix.subspan(46, 8));
  if (operations > max_operations || memory > max_memory) {
    return fail(Code::refused, "the secret key file asks for too much work to try a password");
  }
  Hidden stream;
  if (crypto_pwhash_scryptsalsa208sha256(stream.data(), stream.size(), password.data(),
                                         password.size(), prefix.data() + 6, operations,
                                         static_cast<std::size_t>(memory)) != 0) {
    return fail(Code::other, "there is not enough memory to try the password",
                "close other programs and try again");
  }
  for (std::size_t i = 0; i < hidden_size; ++i) file.hidden.data()[i] ^= stream.data()[i];
  return {};
}

ByteArray<32> checksum(ByteView id_and_key) {
  codec::Blake2b256 hash;
  hash.update(bytes_of("Ed"));
  hash.update(id_and_key);
  return hash.finish();
}

void put_little_endian(std::span<std::uint8_t> out, std::uint64_t value) {
  for (auto& byte : out) {
    byte = static_cast<std::uint8_t>(value);
    value >>= 8;
  }
}

// Without a password its algorithm, salt and costs are zero, and so is the checksum, which serves
// to tell a wrong password.
File plain_file(const SecretKey& key) {
  File file;
  file.prefix.resize(prefix_size);
  file.prefix[0] = 'E', file.prefix[1] = 'd', file.prefix[4] = 'B', file.prefix[5] = '2';
  const std::span<std::uint8_t> out(file.hidden.bytes());
  std::copy(key.id.begin(), key.id.end(), out.begin());
  std::copy(key.seed.bytes().begin(), key.seed.bytes().end(), out.begin() + 8);
  std::copy(key.key.begin(), key.key.end(), out.begin() + 40);
  return file;
}

codec::SecretText file_text(const File& file) {
  Bytes bytes = file.prefix;
  bytes.insert(bytes.end(), file.hidden.bytes().begin(), file.hidden.bytes().end());
  codec::SecretText text("untrusted comment: minisign encrypted secret key\n" +
                         codec::base64_encode(bytes) + '\n');
  codec::wipe(bytes);
  return text;
}

}  // namespace

codec::SecretText secret_key_file(const SecretKey& key) { return file_text(plain_file(key)); }

Result<codec::SecretText> secret_key_file(const SecretKey& key, std::string_view password,
                                          Random& random) {
  if (password.empty()) return fail(Code::usage, "the password is empty");
  File file = plain_file(key);
  const auto sum = checksum(ByteView(file.hidden.bytes()).first(72));
  std::copy(sum.begin(), sum.end(), file.hidden.bytes().begin() + 72);
  const std::span<std::uint8_t> prefix(file.prefix);
  prefix[2] = 'S', prefix[3] = 'c';
  if (auto status = random.fill(prefix.subspan(6, 32)); !status) return status.error();
  put_little_endian(prefix.subspan(38, 8), max_operations);
  put_little_endian(prefix.subspan(46, 8), max_memory);
  if (auto status = apply_password(file, password); !status) return status.error();
  return file_text(file);
}

Result<bool> secret_key_file_locked(std::string_view text) {
  const auto file = parse_file(text);
  if (!file) return file.error();
  return file->locked;
}

Result<SecretKey> parse_secret_key_file(std::string_view text, std::string_view password) {
  auto file = parse_file(text);
  if (!file) return file.error();
  if (file->locked && password.empty()) {
    return fail(Code::no_match, "the secret key file has a password", "give the password");
  }
  if (file->locked) {
    if (auto status = apply_password(*file, password); !status) return status.error();
  }
  const std::span<const std::uint8_t> hidden(file->hidden.bytes());
  if (file->locked && !codec::equal_secret(checksum(hidden.first(72)), hidden.subspan(72))) {
    return fail(Code::no_match, "the password is not the one of this key file", "try again");
  }
  KeyId id;
  std::copy_n(hidden.begin(), 8, id.begin());
  SecretKey key =
      secret_key(codec::Secret<32>(std::span<const std::uint8_t, 32>(hidden.data() + 8, 32)), id);
  if (!std::equal(key.key.begin(), key.key.end(), hidden.begin() + 40)) return malformed();
  return key;
}

}  // namespace motcua::sign
