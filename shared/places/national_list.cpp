#include "shared/places/national_list.h"

#include <algorithm>

#include "shared/text/latin.h"
#include "shared/text/utf8.h"

namespace motcua::places {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string NationalList::text(NameSpan name) const {
  std::string out;
  for (std::uint32_t i = 0; i < name.count; ++i) {
    if (i > 0) out += ' ';
    out += words[spelled[name.first + i]];
  }
  return out;
}

std::string NationalList::text(UnitKind kind, NameSpan name) const {
  std::string out(kind_text(kind));
  if (!out.empty() && name.count > 0) out += ' ';
  return out + text(name);
}

std::string NationalList::english(UnitKind kind, NameSpan name, NameSpan english) const {
  const std::string own = english.count > 0 ? text(english) : without_marks(text(name));
  const std::string kind_words(kind_english(kind));
  // "Ward 1 Bao Loc" reads better than "1 Bao Loc Ward".
  const bool numbered = std::any_of(own.begin(), own.end(), is_digit);
  return numbered ? kind_words + ' ' + own : own + ' ' + kind_words;
}

bool list_version_ok(std::string_view version) {
  return !version.empty() && version.size() <= 32 &&
         std::all_of(version.begin(), version.end(), [](char c) {
           return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' ||
                  c == '-' || c == '/';
         });
}

std::string code_text(std::uint32_t code, std::size_t digits) {
  std::string text = std::to_string(code);
  return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

std::optional<std::uint32_t> parse_code(std::string_view text, std::size_t digits) {
  if (text.size() != digits || !std::all_of(text.begin(), text.end(), is_digit)) {
    return std::nullopt;
  }
  std::uint32_t code = 0;
  for (const char c : text) code = code * 10 + static_cast<std::uint32_t>(c - '0');
  return code;
}

std::string without_marks(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t point = text::base_letter(text::next_point(name, at));
    if (text::is_mark(point)) continue;
    text::append_point(out, point == 0x110 ? U'D' : point == 0x111 ? U'd' : point);
  }
  return out;
}

}  // namespace motcua::places
