#pragma once
// An event: what a unit did with a dossier, one signed note a change (docs/formats/event.md).

#include <string>
#include <vector>

#include "shared/record/unit_keys.h"
#include "shared/result.h"

namespace motcua::record {

struct Event {
  std::string submission;      // 12 digits
  std::uint64_t sequence = 0;  // 1, 2, 3 ...; 0 is the applicant's envelope, which is no event
  int status = 0;              // 2..10
  std::string state;           // the word for that status
  std::string time;
  std::string unit;     // code of the acting unit, also the name of the key that signs
  std::string body;     // hex64, of the sealed dossier
  std::string message;  // hex64 of the age file for the applicant, or "-"
  std::string code;     // official dossier code, or "-"
};

/// A unit's code: 1..32 of A-Z 0-9 . -
bool unit_code_ok(std::string_view code);

/// Code::invalid when a member is not as it must be, or state and status differ.
Result<std::string> event_text(const Event& event);
Result<Event> parse_event_text(std::string_view text);

/// The signed note. Code::refused when the key is not the acting unit's.
Result<std::string> make_event(const Event& event, const sign::NoteSigner& unit);

/// What is known of an earlier event.
struct Step {
  std::uint64_t sequence = 0;
  int status = 0;
};

/// Code::duplicate for a sequence that is there already, Code::refused for one that leaves a gap or
/// a status that may not follow. `history` is oldest first and has no sequence 0.
Status check_next(const Event& event, std::span<const Step> history);

struct SignedEvent : Event {
  UnitSignature signature;
};

/// Verifies one event of a stranger. `units` are those that may act on this dossier, by code;
/// `index` is where the log was proven to hold it, if that is known. Code::signature when the
/// acting unit is not among them, its signature does not hold, or is by a key it no longer had by
/// then.
Result<SignedEvent> verify_event(std::string_view note, const UnitKeys& units,
                                 std::optional<std::uint64_t> index = std::nullopt);

}  // namespace motcua::record
