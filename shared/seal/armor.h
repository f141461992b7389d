#pragma once
// ASCII armor of age files (strict RFC 7468 with the label AGE ENCRYPTED FILE).

#include <optional>

#include "shared/codec/bytes.h"
#include "shared/result.h"

namespace motcua::seal {

constexpr std::size_t line_bytes = 48;  // of a full line, 64 characters

/// Bytes in, text out. update() appends to `out`; finish() closes the armor.
class ArmorWriter {
 public:
  void update(ByteView in, std::string& out);
  void finish(std::string& out);

 private:
  ByteArray<line_bytes> line_{};
  std::size_t filled_ = 0;
  bool started_ = false;
};

/// Text in, bytes out. Lines end with LF or CRLF; white space (at most 1 KiB on either side) may
/// stand before and after. An error (Code::armor) is final.
class ArmorReader {
 public:
  /// Appends the decoded bytes to `out`: never more than 3/4 of what came in.
  Status update(ByteView in, Bytes& out);
  Status finish();

 private:
  enum class State { before, body, short_line_seen, after };
  Status take_line(Bytes& out);
  Status count_outer_space(std::size_t size);

  State state_ = State::before;
  std::string line_;
  std::size_t outer_space_ = 0;
  std::optional<Error> failed_;
};

enum class Form { binary, armored, unknown };

/// What an input beginning with `prefix` is; `ended` says that no more will come. nullopt: more is
/// needed to tell (never past 2 KiB). Armor may begin anywhere in there: what stands before it is
/// the reader's to judge. Form::unknown is neither.
std::optional<Form> detect_form(ByteView prefix, bool ended);

}  // namespace motcua::seal
