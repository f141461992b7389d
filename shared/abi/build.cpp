// The build itself: memory, version, known answers.

#include <cstdlib>
#include <cstring>

#include "shared/abi/call.h"
#include "shared/motcua.h"
#include "shared/seal/selftest.h"
#include "shared/version.h"

using namespace motcua;
using namespace motcua::abi;

void* motcua_alloc(size_t size) { return std::malloc(size); }

void motcua_free(void* text) { std::free(text); }

void motcua_wipe(char* text) {
  if (text == nullptr) return;
  codec::wipe({reinterpret_cast<std::uint8_t*>(text), std::strlen(text)});
  std::free(text);
}

char* motcua_version() {
  return answer(
      Json{{"version", version},
           {"formats",
            {"motcua.manifest/1", "motcua.envelope/1", "motcua.event/1", "motcua.accepted/1",
             "motcua.request/1", "motcua.directory/1", "motcua.feedback/1", "motcua.answer/1"}}});
}

char* motcua_selftest() {
  if (auto status = make_ready(); !status) return answer(status.error());
  auto passed = seal::selftest();
  if (!passed) return answer(passed.error());
  return answer(Json{{"passed", *passed}});
}
