#pragma once
// What an officer's desk sends to prove who is asking: a note by the unit's key, good for one
// purpose and a few minutes.

#include <string>

#include "shared/record/event.h"

namespace motcua::record {

struct DeskRequest {
  std::string unit;
  std::string purpose;  // "list", "state", "fetch", "event" or "answer"
  std::string subject;  // a submission number, or "-"
  std::string time;
  std::string nonce;  // hex32, used once
};

/// Code::invalid; Code::refused when the key is not the unit's.
Result<std::string> make_desk_request(const DeskRequest& request, const sign::NoteSigner& unit);

/// Code::signature; Code::refused for another purpose; Code::expired when the request's time is
/// more than `max_age` seconds from `now` (both ways). The caller remembers nonces for that long.
Result<DeskRequest> verify_desk_request(std::string_view note, const UnitKeys& units,
                                        std::string_view purpose, std::int64_t now,
                                        std::int64_t max_age);

}  // namespace motcua::record
