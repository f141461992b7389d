#pragma once
// What a unit says of a dossier beside its processing: one signed note a step on one of the three
// other axes of state, payment, delivery and synchronisation (docs/formats/mark.md).

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/record/event.h"

namespace motcua::record {

enum class Axis : std::uint8_t { payment, delivery, synchronisation };

/// "payment"
std::string_view axis_name(Axis axis);
std::optional<Axis> axis_named(std::string_view name);

struct Mark {
  std::string submission;  // 12 digits
  Axis axis = Axis::payment;
  std::uint64_t sequence = 0;  // 1, 2, 3 ... of this axis
  std::string state;           // a word of the axis
  std::uint64_t event = 0;     // sequence of the event that it stands on; 0: the filing
  std::string time;
  std::string unit;  // code of the acting unit, also the name of the key that signs
  std::string body;  // hex64, of the sealed dossier
  std::string message =
      "-";  // hex64 of the age file for the applicant, or "-"; never of the portal
};

/// What is known of an earlier mark.
struct Marked {
  Axis axis = Axis::payment;
  std::uint64_t sequence = 0;
  std::string state;
  std::uint64_t event = 0;
};

/// The state that this axis has reached; empty before its first mark. `marks` is oldest first.
std::string_view axis_state(Axis axis, std::span<const Marked> marks);

/// The states that may follow `state` on the axis of a dossier of this status; "" is none yet.
std::vector<std::string_view> next_marks(Axis axis, std::string_view state, int status);

/// Code::invalid when a member is not as it must be.
Result<std::string> mark_text(const Mark& mark);
Result<Mark> parse_mark_text(std::string_view text);

/// The signed note. Code::refused when the key is not the acting unit's.
Result<std::string> make_mark(const Mark& mark, const sign::NoteSigner& unit);

/// Code::duplicate for a sequence that is there already; Code::refused for one that leaves a gap, a
/// state that may not follow, and one that stands on an event that is not there, or on one before
/// the last mark's. Both histories are oldest first.
Status check_mark(const Mark& mark, std::span<const Marked> marks, std::span<const Step> events);

/// Verifies one mark of a stranger. `units` are those that may act on this dossier, by code;
/// `index` is where the log was proven to hold it, if that is known. Code::signature when the
/// acting unit is not among them or its signature does not hold.
Result<Mark> verify_mark(std::string_view note, const UnitKeys& units,
                         std::optional<std::uint64_t> index = std::nullopt);

}  // namespace motcua::record
