#pragma once
// A unit's daily statement of what the log has about each of its dossiers, so that an entry held
// back shows: a tree over (dossier, places of its entries) whose root the unit signs, beside the
// size and root of the log that it has followed (docs/formats/state.md). Each person gets the place
// of their own dossier in it; others' lines are salted.

#include <span>
#include <string>
#include <vector>

#include "shared/record/entry.h"
#include "shared/record/event.h"

namespace motcua::record {

struct StateNote {
  std::string unit;
  std::string time;
  std::uint64_t size = 0;      // of the log that it speaks of
  Hash log{};                  // the root of the log of this size
  std::uint64_t dossiers = 0;  // leaves of the tree, at least one
  Hash root{};
  bool former = false;  // verified: signed with a key that the unit has given up since
};

/// The leaf of a dossier: SHA-256(0 | SHA-256(salt | "motcua.state/1 NUMBER INDEX INDEX ...\n")),
/// where the salt is that of the dossier's first log entry and `entries` are the places in the log,
/// rising, of what units have signed about it: events, answers and marks.
Hash state_leaf(const Salt& salt, std::string_view number, std::span<const std::uint64_t> entries);
/// Whether they rise and lie in a log of this size.
bool stated_entries_ok(std::span<const std::uint64_t> entries, std::uint64_t size);

/// Code::invalid; Code::refused when the key is not the unit's.
Result<std::string> make_state_note(const StateNote& note, const sign::NoteSigner& unit);
/// Code::signature unless one of `units` signed it; Code::invalid. A former key counts by the
/// note's time alone: statements have no place in the log.
Result<StateNote> verify_state_note(std::string_view note, const UnitKeys& units);

}  // namespace motcua::record
