#include "shared/form/date_words.h"

namespace motcua::form {
namespace {

std::string two(int n) { return {char('0' + n / 10), char('0' + n % 10)}; }

}  // namespace

std::string date_words(const text::Words& words, const Date& date) {
  const auto year = std::to_string(date.year);
  if (!date.whole()) return year;
  const auto month = words("locale.month." + std::to_string(date.month), {});
  return words("locale.day", {{"d", std::to_string(date.day)},
                              {"dd", two(date.day)},
                              {"mm", two(date.month)},
                              {"month", month},
                              {"y", year}});
}

}  // namespace motcua::form
