#pragma once
// Memory that is wiped when it goes away. A moved-from secret is wiped too.

#include <algorithm>
#include <string>
#include <utility>

#include "shared/codec/bytes.h"

namespace motcua::codec {

/// Overwrites with zeros in a way the compiler cannot remove.
void wipe(std::span<std::uint8_t> bytes);

/// Equal contents; takes the same time wherever they differ. Lengths are not secret.
bool equal_secret(ByteView a, ByteView b);

/// N secret bytes, zero until set.
template <std::size_t N>
class Secret {
 public:
  Secret() = default;
  explicit Secret(std::span<const std::uint8_t, N> bytes) {
    std::copy(bytes.begin(), bytes.end(), bytes_.begin());
  }
  Secret(const Secret&) = default;
  Secret& operator=(const Secret&) = default;
  Secret(Secret&& other) noexcept : bytes_(other.bytes_) { wipe(other.bytes_); }
  Secret& operator=(Secret&& other) noexcept {
    if (this != &other) {
      bytes_ = other.bytes_;
      wipe(other.bytes_);
    }
    return *this;
  }
  ~Secret() { wipe(bytes_); }

  std::span<std::uint8_t, N> bytes() { return bytes_; }
  std::span<const std::uint8_t, N> bytes() const { return bytes_; }
  std::uint8_t* data() { return bytes_.data(); }
  const std::uint8_t* data() const { return bytes_.data(); }
  static constexpr std::size_t size() { return N; }

 private:
  ByteArray<N> bytes_{};
};

/// A text that is wiped when it goes away: passphrases, contents of key files.
class SecretText {
 public:
  SecretText() = default;
  explicit SecretText(std::string text) : text_(std::move(text)) {}
  SecretText(const SecretText&) = default;
  SecretText& operator=(const SecretText& other) {
    if (this != &other) {
      clear();
      text_ = other.text_;
    }
    return *this;
  }
  SecretText(SecretText&& other) noexcept : text_(other.text_) { other.clear(); }
  SecretText& operator=(SecretText&& other) noexcept {
    if (this != &other) {
      clear();
      text_ = other.text_;
      other.clear();
    }
    return *this;
  }
  ~SecretText() { clear(); }

  std::string_view view() const { return text_; }
  bool empty() const { return text_.empty(); }
  void clear() {
    wipe({reinterpret_cast<std::uint8_t*>(text_.data()), text_.size()});
    text_.clear();
  }

 private:
  std::string text_;
};

}  // namespace motcua::codec
