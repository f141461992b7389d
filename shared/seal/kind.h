#pragma once
// The three ways a file key is wrapped. One file uses one of them only.

#include <string_view>

namespace motcua::seal {

enum class Kind {
  hybrid,      // mlkem768x25519: ML-KEM-768 with X25519, safe against quantum computers
  x25519,      // classical
  passphrase,  // scrypt
};

/// The type of a kind's stanza in the header.
constexpr std::string_view stanza_type(Kind kind) {
  switch (kind) {
    case Kind::hybrid: return "mlkem768x25519";
    case Kind::x25519: return "X25519";
    case Kind::passphrase: return "scrypt";
  }
  return {};
}

}  // namespace motcua::seal
