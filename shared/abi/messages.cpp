// Letters to the applicant: small age files.

#include "shared/abi/call.h"
#include "shared/codec/base64.h"
#include "shared/codec/hash.h"
#include "shared/codec/utf8.h"
#include "shared/dossier/parts.h"
#include "shared/motcua.h"
#include "shared/seal/whole.h"

using namespace motcua;
using namespace motcua::abi;

namespace {

constexpr std::size_t max_text = 1 << 20;
constexpr std::size_t max_sealed = max_text + (128 << 10);

}  // namespace

char* motcua_message_seal(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string text = members.document("text", max_text);
    const auto recipients = dossier::read_recipients(members, 1);
    if (auto status = members.finish(); !status) return status.error();
    PlatformRandom random;
    auto sealed = seal::seal_whole(bytes_of(text), recipients, random);
    if (!sealed) return sealed.error();
    return Json{{"age", codec::base64_encode(*sealed)},
                {"hash", codec::hex_encode(codec::blake2b_256(*sealed))}};
  });
}

char* motcua_message_open(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const Bytes sealed = members.base64("age", max_sealed);
    auto identity = seal::parse_identity(members.document("identity", 200));
    if (!identity) members.refuse("identity");
    if (auto status = members.finish(); !status) return status.error();
    auto plain = seal::open_whole(sealed, {*identity});
    if (!plain) return plain.error();
    if (!codec::utf8_valid(text_of(*plain))) {
      return fail(Code::invalid, "the message is not a text");
    }
    return Json{{"text", text_of(*plain)}, {"hash", codec::hex_encode(codec::blake2b_256(sealed))}};
  });
}
