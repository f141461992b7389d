#pragma once
// Jobs that the caller holds: opened by a request, refused ones included.

#include <new>

#include "shared/abi/call.h"

namespace motcua::abi {

/// Runs `open(job, members) -> Status` over a request and keeps its error in the job's `failed`.
/// Null when there is no memory.
template <class Made, class Open>
Made* open_job(const char* request, Open open) {
  auto* made = new (std::nothrow) Made;
  if (made == nullptr) return nullptr;
  auto json = parse_request(request);
  Status status = make_ready();
  if (status && !json) status = json.error();
  if (status) {
    Members members(*json, "the request");
    status = open(*made, members);
    wipe_texts(*json);
  }
  if (!status) made->failed = status.error();
  return made;
}

}  // namespace motcua::abi
