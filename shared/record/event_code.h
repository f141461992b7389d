#pragma once
// An event note as a compact text for a QR code, from which the exact note is made again
// (docs/formats/event.md). At most 400 bytes, no secret: whoever has the unit's public key can
// check it, without a network.

#include "shared/record/event.h"

namespace motcua::record {

constexpr std::size_t max_event_code = 400;

/// The code of a note by one of `units`, whose signature must hold; other signatures are left out.
/// `index` as in verify_event. Code::signature, Code::invalid.
Result<std::string> make_event_code(std::string_view note, const UnitKeys& units,
                                    std::optional<std::uint64_t> index = std::nullopt);

/// The note again: the event's text with the acting unit's signature alone. Verifies nothing.
/// White space is skipped. Code::invalid, Code::too_large.
Result<std::string> note_of_event_code(std::string_view code);

struct CodedEvent {
  SignedEvent event;
  std::string note;
};

/// What the code says, once its unit's signature holds. A code has no place in the log: whether a
/// former key still counts is decided by the event's time alone. Errors as above and
/// Code::signature.
Result<CodedEvent> verify_event_code(std::string_view code, const UnitKeys& units);

/// Whether a text begins like one, so that it can be told from other codes.
bool event_code_like(std::string_view text);

}  // namespace motcua::record
