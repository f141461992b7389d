#include "shared/ids/dossier_code.h"

#include <algorithm>

#include "shared/ids/digits.h"
#include "shared/ids/parts.h"
#include "shared/text/utf8.h"

namespace motcua::ids {

namespace {

constexpr std::size_t most_typed = 100;
constexpr std::size_t most_groups = 7;  // 000.00.19 before the office's letter, four after it
constexpr std::string_view office_letters = "GHDK";

/// Capitals, no spaces, every dash the plain one.
std::string plain(std::string_view typed) {
  std::string out;
  for (std::size_t at = 0; at < typed.size();) {
    const char32_t point = text::next_point(typed, at);
    if (point == ' ' || point == 0xA0 || point == '\t') continue;
    const bool dash = point == 0x2010 || point == 0x2011 || point == 0x2012 || point == 0x2013 ||
                      point == 0x2014 || point == 0x2212;
    if (dash) {
      out.push_back('-');
    } else if (point >= 'a' && point <= 'z') {
      out.push_back(static_cast<char>(point - 'a' + 'A'));
    } else {
      text::append_point(out, point);
    }
  }
  return out;
}

bool is_root(std::string_view group) {
  return group.size() == 3 && office_letters.find(group[0]) != office_letters.npos &&
         all_digits(group.substr(1));
}

bool is_branch(std::string_view group) {
  const auto fits = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); };
  return group.size() >= 2 && group.size() <= 4 && std::all_of(group.begin(), group.end(), fits);
}

/// "H15", "H15.50.05.13", "000.00.19.H26"
bool is_office(std::string_view text) {
  auto groups = parts_of(text, '.');
  if (groups.size() > most_groups + 1) return false;
  const bool old = groups.size() > 3 && is_digits(groups[0], 3) && is_digits(groups[1], 2) &&
                   is_digits(groups[2], 2);
  if (old) groups.erase(groups.begin(), groups.begin() + 3);
  return is_root(groups[0]) && groups.size() <= 5 &&
         std::all_of(groups.begin() + 1, groups.end(), is_branch);
}

/// "261008" or "20261008"; "" when there is no such month or day.
std::string day_of(std::string_view digits) {
  if (!is_digits(digits, 6) && !is_digits(digits, 8)) return {};
  const std::string whole = (digits.size() == 6 ? "20" : "") + std::string(digits);
  const auto month = std::string_view(whole).substr(4, 2), day = std::string_view(whole).substr(6);
  if (month < "01" || month > "12" || day < "01" || day > "31") return {};
  return whole.substr(0, 4) + "-" + std::string(month) + "-" + std::string(day);
}

}  // namespace

std::optional<DossierCode> read_dossier_code(std::string_view typed) {
  if (typed.size() > most_typed) return std::nullopt;
  DossierCode code;
  code.text = plain(typed);
  const auto parts = parts_of(code.text, '-');
  if (parts.size() != 3 || !is_office(parts[0])) return std::nullopt;
  const auto number = parts[2];
  if (!all_digits(number) || number.size() < 4 || number.size() > 7) return std::nullopt;
  code.day = day_of(parts[1]);
  if (code.day.empty()) return std::nullopt;
  code.office = parts[0];
  code.number = number;
  return code;
}

}  // namespace motcua::ids
