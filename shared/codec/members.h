#pragma once
// Reads the members of a JSON object that must have an exact shape. Errors stick: read everything,
// then ask finish() once; values read after an error are empty.

#include <optional>
#include <set>

#include "shared/codec/bytes.h"
#include "shared/codec/hex.h"
#include "shared/codec/json.h"

namespace motcua::codec {

class Members {
 public:
  /// `where` names the object in errors: "the manifest". `object` must outlive this.
  Members(const Json& object, std::string where);

  /// A string of `least`..`most` bytes without control characters.
  std::string text(std::string_view name, std::size_t most, std::size_t least = 1);
  /// A string of `least`..`most` bytes, whatever they are.
  const std::string& document(std::string_view name, std::size_t most, std::size_t least = 1);
  std::int64_t integer(std::string_view name, std::int64_t least, std::int64_t most);
  bool flag(std::string_view name);
  const Json& array(std::string_view name, std::size_t most, std::size_t least = 0);
  const Json& object(std::string_view name);
  const Json& any(std::string_view name);
  template <std::size_t N>
  ByteArray<N> hex(std::string_view name) {
    ByteArray<N> out{};
    if (auto status = hex_decode_into(document(name, 2 * N), out); !status) refuse(name);
    return out;
  }
  /// Bytes in hexadecimal, at least and at most so many.
  Bytes hex_bytes(std::string_view name, std::size_t least, std::size_t most);
  Bytes base64(std::string_view name, std::size_t most);

  /// Whether a member is there at all; for optional ones.
  bool has(std::string_view name) const;
  /// The member has the right type, but its value is not one of those allowed.
  void refuse(std::string_view name);
  /// An error of another kind; the first one stays.
  void refuse(Error error);
  void require(bool condition, std::string_view name) {
    if (!condition) refuse(name);
  }

  /// Code::invalid for anything above; unknown members are refused unless allowed.
  Status finish(bool allow_unknown = false);
  bool ok() const { return !error_; }

 private:
  const Json* find(std::string_view name);

  const Json& object_;
  std::string where_;
  std::set<std::string, std::less<>> seen_;
  std::optional<Error> error_;
};

}  // namespace motcua::codec
