#include "shared/abi/platform.h"

#include <sodium.h>

#include <cstdlib>

#if !defined(__EMSCRIPTEN__)
#include <sys/random.h>

#include <cerrno>
#endif

#if defined(__EMSCRIPTEN__)
extern "C" int motcua_random(std::uint8_t* to, std::size_t size)
    __attribute__((import_module("env"), import_name("motcua_random")));
#endif

namespace motcua::abi {
namespace {

#if defined(__EMSCRIPTEN__)

bool fill_all(std::uint8_t* to, std::size_t size) { return motcua_random(to, size) == 0; }

// libsodium's own source crosses into JavaScript once for every byte, and its interface cannot
// report a failure: without entropy the module stops.
void sodium_fill(void* to, std::size_t size) {
  if (!fill_all(static_cast<std::uint8_t*>(to), size)) std::abort();
}

std::uint32_t sodium_word() {
  std::uint32_t word = 0;
  sodium_fill(&word, sizeof word);
  return word;
}

const char* sodium_name() { return "motcua"; }

Status start() {
  static randombytes_implementation source = {sodium_name, sodium_word, nullptr,
                                              nullptr,     sodium_fill, nullptr};
  randombytes_set_implementation(&source);
  if (sodium_init() < 0) return fail(Code::io, "the cipher library could not start");
  return {};
}

#else

bool fill_all(std::uint8_t* to, std::size_t size) {
  while (size > 0) {
    const ssize_t got = getrandom(to, size, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    to += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

Status start() {
  if (sodium_init() < 0) return fail(Code::io, "the cipher library could not start");
  return {};
}

#endif

}  // namespace

Status PlatformRandom::fill(std::span<std::uint8_t> out) {
  if (out.empty() || fill_all(out.data(), out.size())) return {};
  return fail(Code::io, "this machine gives no random numbers",
              "restart it, or use another browser or machine");
}

Status make_ready() {
  static const Status status = start();
  return status;
}

}  // namespace motcua::abi
