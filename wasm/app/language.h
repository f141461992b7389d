#pragma once
// The languages of the interface, as BCP 47 tags; docs/words.md says how to add one.

#include <string_view>

namespace motcua::app {

struct Language {
  std::string_view code;
  bool whole = true;  // else what is not translated yet is shown in the first language
};

/// Vietnamese first; the words of "language.<code>" are a language's own name.
inline constexpr Language languages[] = {{"vi"}, {"en"}};

/// The one with this code, else the first.
constexpr const Language& language_of(std::string_view code) {
  for (const auto& each : languages)
    if (each.code == code) return each;
  return languages[0];
}

}  // namespace motcua::app
