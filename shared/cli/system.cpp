#include "shared/cli/system.h"

#include <sys/random.h>

#include <cerrno>
#include <cstring>
#include <ctime>

namespace motcua::cli {

Status SystemRandom::fill(std::span<std::uint8_t> out) {
  while (!out.empty()) {
    const auto got = ::getrandom(out.data(), out.size(), 0);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      return fail(Code::io,
                  std::string("the system gives no random bytes: ") + std::strerror(errno));
    }
    out = out.subspan(static_cast<std::size_t>(got));
  }
  return {};
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  char text[32];
  const auto size = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return {text, size};
}

std::int64_t unix_now() { return std::time(nullptr); }

}  // namespace motcua::cli
