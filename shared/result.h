#pragma once
// Errors are values: a code for the program, a sentence for the person, a hint for the next step.
// Nothing in motcua throws; a function that can fail returns Result<T> (or Status).

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace motcua {

/// What went wrong, as programs see it. The first group are the exit codes of the `motcua` command.
enum class Code : int {
  other = 1,
  usage = 2,
  no_match = 10,    // no identity opens this file
  header_mac = 11,  // the age header was changed
  header = 12,      // the age header is malformed
  armor = 13,       // the ASCII armor is malformed
  payload = 14,     // the encrypted payload is damaged, cut short or extended
  invalid = 100,    // malformed input of any other kind
  too_large = 101,  // a bound on size, count or depth was passed
  mismatch = 102,   // two things that must be equal are not
  refused = 103,    // well formed, but not allowed here
  not_found = 104,
  signature = 105,  // a signature is missing or does not hold
  expired = 106,
  duplicate = 107,
  io = 108,  // reading, writing or the random source failed
};

/// The stable name of a code, as it stands in JSON errors ("header_mac", "signature", ...).
constexpr const char* code_name(Code code) {
  switch (code) {
    case Code::other: return "other";
    case Code::usage: return "usage";
    case Code::no_match: return "no_match";
    case Code::header_mac: return "header_mac";
    case Code::header: return "header";
    case Code::armor: return "armor";
    case Code::payload: return "payload";
    case Code::invalid: return "invalid";
    case Code::too_large: return "too_large";
    case Code::mismatch: return "mismatch";
    case Code::refused: return "refused";
    case Code::not_found: return "not_found";
    case Code::signature: return "signature";
    case Code::expired: return "expired";
    case Code::duplicate: return "duplicate";
    case Code::io: return "io";
  }
  return "other";
}

/// The exit status of the command for a code: 0..14 as they are, everything newer is 1.
constexpr int exit_status(Code code) {
  return static_cast<int>(code) < 100 ? static_cast<int>(code) : 1;
}

struct Error {
  Code code = Code::other;
  std::string message;  // one plain sentence without a full stop: what is wrong
  std::string hint;     // what to do next; may be empty
};

/// Either a T or an Error. Reading the wrong side is a bug and is asserted.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  const T& value() const& {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  T&& value() && {
    assert(ok());
    return std::move(*std::get_if<0>(&state_));
  }
  const Error& error() const {
    assert(!ok());
    return *std::get_if<1>(&state_);
  }

  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}

  bool ok() const { return !error_; }
  explicit operator bool() const { return ok(); }
  const Error& error() const {
    assert(!ok());
    return *error_;
  }

 private:
  std::optional<Error> error_;
};

using Status = Result<void>;

inline Error fail(Code code, std::string message, std::string hint = {}) {
  return Error{code, std::move(message), std::move(hint)};
}

}  // namespace motcua
