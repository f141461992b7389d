#pragma once
// One call of the C ABI: request text -> members -> answer text.

#include "shared/abi/platform.h"
#include "shared/codec/members.h"
#include "shared/codec/secret.h"

namespace motcua::abi {

using codec::Json;
using codec::Members;

constexpr std::size_t max_request = 32u << 20;

/// {"ok":...} or {"error":{...}} in memory from malloc; null when there is none.
char* answer(const Result<Json>& result);

/// Parses the request. Code::invalid, Code::too_large.
Result<Json> parse_request(const char* request);

/// Overwrites every text in `json`: requests may hold secrets.
void wipe_texts(Json& json);

/// `body(Members&) -> Result<Json>` reads the members, asks finish(), then acts.
template <class Body>
char* call(const char* request, Body body) {
  if (auto status = make_ready(); !status) return answer(status.error());
  auto json = parse_request(request);
  if (!json) return answer(json.error());
  Members members(*json, "the request");
  const Result<Json> result = body(members);
  wipe_texts(*json);
  return answer(result);
}

}  // namespace motcua::abi
