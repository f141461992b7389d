// Secrets that people keep: under a passphrase as an age file, on paper as a recovery sheet.

#include "shared/abi/call.h"
#include "shared/codec/hex.h"
#include "shared/codec/utf8.h"
#include "shared/motcua.h"
#include "shared/seal/contents.h"
#include "shared/seal/recovery.h"
#include "shared/seal/whole.h"

using namespace motcua;
using namespace motcua::abi;

namespace {

constexpr std::size_t max_secret = 512 << 10;
constexpr std::size_t max_passphrase = 1024;

#if defined(__EMSCRIPTEN__)
constexpr seal::PassphraseLimits limits = seal::browser_limits;
#else
constexpr seal::PassphraseLimits limits = seal::computer_limits;
#endif

Result<int> work_factor(ByteView sealed) {
  const auto contents = seal::read_contents(sealed, sealed.size());
  if (!contents) return contents.error();
  const auto wrapped = seal::read_wrapped(contents->header);
  if (!wrapped) return wrapped.error();
  for (const seal::Wrapped& each : *wrapped) {
    if (each.kind == seal::Kind::passphrase) return each.work_factor;
  }
  return fail(Code::no_match, "the file is not sealed with a passphrase", "open it with its key");
}

}  // namespace

char* motcua_passphrase_new(void) {
  return call("{}", [](Members& members) -> Result<Json> {
    if (auto status = members.finish(); !status) return status.error();
    PlatformRandom random;
    const auto made = seal::new_passphrase(random);
    if (!made) return made.error();
    return Json{{"passphrase", made->view()}};
  });
}

char* motcua_secret_seal(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const codec::SecretText text(members.document("text", max_secret));
    const codec::SecretText passphrase(members.document("passphrase", max_passphrase));
    if (auto status = members.finish(); !status) return status.error();
    PlatformRandom random;
    const auto sealed = seal::seal_whole(bytes_of(text.view()), passphrase.view(), limits, random);
    if (!sealed) return sealed.error();
    return Json{{"age", seal::armored(*sealed)}};
  });
}

char* motcua_secret_cost(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string age = members.document("age", 2 * max_secret);
    if (auto status = members.finish(); !status) return status.error();
    const auto sealed = seal::unarmored(age);
    if (!sealed) return sealed.error();
    const auto factor = work_factor(*sealed);
    if (!factor) return factor.error();
    return Json{{"work_factor", *factor},
                {"memory", seal::passphrase_memory(*factor)},
                {"allowed", *factor <= limits.tried}};
  });
}

char* motcua_secret_open(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string age = members.document("age", 2 * max_secret);
    const codec::SecretText passphrase(members.document("passphrase", max_passphrase));
    if (auto status = members.finish(); !status) return status.error();
    const auto sealed = seal::unarmored(age);
    if (!sealed) return sealed.error();
    auto plain = seal::open_whole(*sealed, passphrase, limits);
    if (!plain) return plain.error();
    const codec::SecretText text{std::string(text_of(*plain))};
    codec::wipe(*plain);
    if (!codec::utf8_valid(text.view())) return fail(Code::invalid, "the secret is not a text");
    return Json{{"text", text.view()}};
  });
}

char* motcua_recovery_sheet(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    auto bytes = members.hex<32>("root");
    const auto draft = members.hex<16>("draft");
    seal::Recovery recovery{seal::Root(bytes), draft, {}};
    codec::wipe(bytes);
    if (members.has("number")) {
      recovery.filed.number = members.text("number", 12);
      recovery.filed.body = codec::hex_encode(members.hex<32>("body"));
    }
    if (auto status = members.finish(); !status) return status.error();
    const auto qr = seal::recovery_qr(recovery);
    if (auto own = seal::read_recovery(qr.view()); !own) return own.error();
    return Json{{"sheet", seal::recovery_sheet(recovery).view()},
                {"code", seal::recovery_code(recovery).view()},
                {"qr", qr.view()}};
  });
}

char* motcua_recovery_read(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const codec::SecretText text(members.document("text", 4096));
    if (auto status = members.finish(); !status) return status.error();
    const auto recovery = seal::read_recovery(text.view());
    if (!recovery) return recovery.error();
    return Json{{"root", codec::hex_encode(recovery->root.bytes())},
                {"draft", codec::hex_encode(recovery->draft)},
                {"number", recovery->filed.number},
                {"body", recovery->filed.body}};
  });
}
