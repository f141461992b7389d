#pragma once
// Numbers as people read them.

#include <cstdint>
#include <string>
#include <string_view>

#include "wasm/app/words.h"

namespace motcua::app {

/// "1.234" in Vietnamese, "1,234" in English.
std::string number_text(const Words& words, std::int64_t n);

/// "12 KB", "3,4 MB" (decimal comma in Vietnamese). Rounded up, so that nothing is "0 KB".
std::string size_text(const Words& words, std::int64_t bytes);

/// "482177305916" -> "4821 7730 5916"; anything else as it is.
std::string grouped_number(std::string_view number);

/// 0..100, never 100 before `done` has reached `total`; -1 when the total is unknown.
int percent_of(std::int64_t done, std::int64_t total);

/// "dưới 10 giây", "khoảng 40 giây", "khoảng 3 phút".
std::string duration_text(const Words& words, std::int64_t seconds);

}  // namespace motcua::app
