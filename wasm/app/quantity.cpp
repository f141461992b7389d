#include "wasm/app/quantity.h"

#include <algorithm>

namespace motcua::app {

std::string number_text(const Words& words, std::int64_t n) { return words.number(n); }

std::string size_text(const Words& words, std::int64_t bytes) {
  constexpr std::int64_t kib = 1024;
  constexpr std::int64_t mib = kib * 1024;
  bytes = std::max<std::int64_t>(bytes, 0);
  if (bytes < mib) return std::to_string((bytes + kib - 1) / kib) + " KB";
  const std::int64_t tenths = (bytes * 10 + mib - 1) / mib;
  std::string out = number_text(words, tenths / 10);
  if (tenths % 10 != 0) {
    out += words("locale.decimal");
    out += std::to_string(tenths % 10);
  }
  return out + " MB";
}

std::string grouped_number(std::string_view number) {
  const bool digits =
      std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (number.size() != 12 || !digits) return std::string(number);
  std::string out(number);
  out.insert(8, " ");
  out.insert(4, " ");
  return out;
}

int percent_of(std::int64_t done, std::int64_t total) {
  if (total <= 0) return -1;
  if (done >= total) return 100;
  return static_cast<int>(std::max<std::int64_t>(done, 0) * 100 / total);
}

std::string duration_text(const Words& words, std::int64_t seconds) {
  if (seconds < 10) return std::string(words("duration.moment"));
  if (seconds < 60) return words.count("duration.seconds", (seconds + 9) / 10 * 10);
  return words.count("duration.minutes", (seconds + 59) / 60);
}

}  // namespace motcua::app
