#include "shared/seal/header.h"

#include <sodium/crypto_auth_hmacsha256.h>

#include "shared/codec/base64.h"
#include "shared/seal/kind.h"

namespace motcua::seal {
namespace {

constexpr std::size_t body_columns = 64;

void append_stanza(const Stanza& stanza, std::string& out) {
  out += "-> " + stanza.type;
  for (const auto& argument : stanza.args) out += ' ' + argument;
  out += '\n';
  const std::string body = codec::base64_raw_encode(stanza.body);
  // The last line is shorter than 64 columns, empty when the body fills its lines.
  for (std::size_t at = 0; at <= body.size(); at += body_columns) {
    out += body.substr(at, body_columns);
    out += '\n';
  }
}

ByteArray<32> compute_mac(ByteView maced, const FileKey& key) {
  ByteArray<32> mac;
  crypto_auth_hmacsha256(mac.data(), maced.data(), maced.size(), header_key(key).data());
  return mac;
}

}  // namespace

Result<Header> make_header(std::vector<Stanza> stanzas, const FileKey& key) {
  std::string text = "age-encryption.org/v1\n";
  for (const auto& stanza : stanzas) append_stanza(stanza, text);
  text += "---";
  Header header;
  header.maced = text.size();
  header.mac = compute_mac(bytes_of(text), key);
  text += ' ' + codec::base64_raw_encode(header.mac) + '\n';
  if (text.size() > max_header_size) {
    return fail(Code::too_large, "there are too many recipients for one file",
                "seal to fewer recipients");
  }
  const auto raw = bytes_of(text);
  header.raw.assign(raw.begin(), raw.end());
  header.stanzas = std::move(stanzas);
  return header;
}

Status check_mac(const Header& header, const FileKey& key) {
  const auto mac = compute_mac(ByteView(header.raw).first(header.maced), key);
  if (!codec::equal_secret(mac, header.mac)) {
    return fail(Code::header_mac, "the age header was changed after the file was sealed",
                "do not trust this file; ask for it again");
  }
  return {};
}

Status check_single_kind(const Header& header) {
  std::string_view found;
  for (const auto& stanza : header.stanzas) {
    for (const Kind kind : {Kind::hybrid, Kind::x25519, Kind::passphrase}) {
      if (stanza.type != stanza_type(kind)) continue;
      if (!found.empty() && found != stanza.type) {
        return fail(Code::refused, "the file mixes recipients of different kinds",
                    "seal it again to post-quantum recipients only");
      }
      found = stanza_type(kind);
    }
  }
  return {};
}

}  // namespace motcua::seal
