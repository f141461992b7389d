#pragma once
// What the code on a receipt says, once its signature held.

#include <cstdint>
#include <string>

namespace motcua::app {

struct CodeSaid {
  std::string kind;  // "event", "acknowledgement"
  std::string submission;
  std::int64_t status = 0;              // event
  std::string state, time, unit, code;  // event, but for the time; a code may be "-"
  std::string expires;                  // until when the keys it was checked with are valid
  bool former = false;                  // event: signed with a key that the unit has given up
  bool fetched = false;                 // they were loaded for it; else kept on this device
};

}  // namespace motcua::app
