#pragma once
// Whose signature counts for a unit: its key in the directory, and those it has had before. A
// former key counts for what was said while it was the unit's, and for nothing later: so that who
// finds an old key can neither go on signing nor date back (docs/formats/directory.md).

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shared/codec/members.h"
#include "shared/sign/note.h"

namespace motcua::record {

constexpr std::size_t max_former_keys = 8;

struct FormerKey {
  sign::NoteVerifier sign;
  std::int64_t until = 0;  // seconds since 1970: what is dated later does not count
  std::uint64_t size = 0;  // of the log then: what lies at this index or behind does not count
};

struct UnitKey {
  UnitKey() = default;
  UnitKey(sign::NoteVerifier key) : sign(std::move(key)) {}
  sign::NoteVerifier sign;  // named like the unit, as are all former ones
  std::vector<FormerKey> former;
};

using UnitKeys = std::map<std::string, UnitKey, std::less<>>;

/// The members "sign" and, optional, "former" of a unit; what is wrong is refused there.
UnitKey read_unit_key(codec::Members& unit);

/// When a note was made, and where it was proven to lie in the log; without a place the time alone
/// decides about former keys.
struct Moment {
  std::int64_t time = 0;  // seconds since 1970, as the note says
  std::optional<std::uint64_t> index;
};

struct UnitSignature {
  sign::NoteVerifier key;
  bool former = false;
};

/// Which of the unit's keys has signed the note. Code::signature when the unit is not known, no key
/// of it has, or only a former one whose time was over.
Result<UnitSignature> verify_unit_note(std::string_view note, std::string_view unit,
                                       const UnitKeys& units, const Moment& made);

}  // namespace motcua::record
