#pragma once
// Reads an address in one line, of today's two levels ("Tổ 2, phường Ba Đình, TP. Hà Nội") or of
// the three before July 2025 ("Thôn X, xã A, huyện B, tỉnh C"), and gives every commune that it can
// mean today.

#include "shared/places/gazetteer.h"

namespace motcua::places {

struct AddressCandidate {
  Commune today;
  std::optional<OldUnit> through;  // when the address names an old unit
  bool divided = false;            // `through` has other successors too
  // Which part named which level; nothing where none did.
  std::optional<std::size_t> ward, district, province;
  std::vector<std::size_t> unmatched;  // parts that should name a level, but fit nothing
  bool as_written = true;              // names, marks and kinds are those of the list
};

struct AddressReading {
  std::vector<std::string> parts;  // the smallest first; positions below count in it
  /// Those named by today's names first, then in the order of the list; a commune stands there
  /// once. Empty when no ward, commune or district was recognised.
  std::vector<AddressCandidate> candidates;
  /// One candidate, its province named too, nothing unmatched, all as the list writes it. Else a
  /// person has to choose or to confirm.
  bool certain = false;
};

/// Of at most 500 characters; the rest is not read.
AddressReading read_address(const Gazetteer& places, std::string_view text);

}  // namespace motcua::places
