#include "shared/text/title.h"

#include "shared/text/normal.h"
#include "shared/text/utf8.h"

namespace motcua::text {

namespace {

constexpr std::string_view ellipsis = "…";

std::string_view without_end_spaces(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// ".pdf" of a name, or nothing; an extension is at most 8 letters or digits.
std::string_view extension(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || name.size() - dot > 9) return {};
  for (const char c : name.substr(dot + 1)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!plain) return {};
  }
  return name.substr(dot);
}

}  // namespace

std::string shorten(std::string_view text, std::size_t most) {
  if (count_points(text) <= most) return std::string(text);
  if (most == 0) return {};
  std::string_view kept = first_points(text, most - 1);
  const std::size_t space = kept.rfind(' ');
  const bool inside_word = text[kept.size()] != ' ';
  if (inside_word && space != std::string_view::npos && space * 3 > kept.size() * 2) {
    kept = kept.substr(0, space);
  }
  return std::string(without_end_spaces(kept)).append(ellipsis);
}

std::string safe_title(std::string_view name, std::size_t most) {
  const std::size_t slash = name.find_last_of("/\\");
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  std::string plain;
  for (const char c : clean_line(name)) {
    if (std::string_view("\"*:<>?|").find(c) == std::string_view::npos) plain.push_back(c);
  }
  std::string title = clean_line(plain);
  if (title.find_first_not_of(". ") == std::string::npos) title = "tệp";
  if (count_points(title) <= most) return title;
  const std::string_view end = extension(title);
  if (end.size() + 8 > most) return shorten(title, most);
  const std::string_view stem = std::string_view(title).substr(0, title.size() - end.size());
  return shorten(stem, most - end.size()).append(end);
}

}  // namespace motcua::text
