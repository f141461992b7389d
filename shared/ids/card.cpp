#include "shared/ids/card.h"

#include <algorithm>
#include <vector>

#include "shared/ids/digits.h"
#include "shared/ids/parts.h"
#include "shared/ids/personal_id.h"
#include "shared/text/fold.h"
#include "shared/text/normal.h"
#include "shared/text/typing.h"
#include "shared/text/utf8.h"

namespace motcua::ids {

namespace {

constexpr std::size_t id_size = 12, old_id_size = 9, date_size = 8;
/// Up to the sex: what a scanner that stops early still gives.
constexpr std::size_t least_fields = 5;
enum Place : std::size_t { number, old_number, name, birth, sex, address, issued };

std::vector<std::string> fields_of(std::string_view text) {
  std::vector<std::string> fields;
  for (const auto part : parts_of(text, '|')) fields.push_back(text::clean_line(part));
  return fields;
}

/// "15032000" -> "2000-03-15", "00001945" and "1945" -> "1945"; "" for anything else.
std::string date_of(std::string_view digits) {
  if (is_digits(digits, 4)) return std::string(digits);
  if (!is_digits(digits, date_size)) return {};
  const auto day = digits.substr(0, 2), month = digits.substr(2, 2), year = digits.substr(4);
  if (month == "00" || day == "00") return std::string(year);
  if (month > "12" || day > "31") return {};
  return std::string(year) + "-" + std::string(month) + "-" + std::string(day);
}

std::string sex_of(std::string_view text) {
  const std::string folded = text::fold(text);
  return folded == "nam" ? "male" : folded == "nu" ? "female" : "";
}

/// UTF-8 that somebody read as Windows-1252, or letters that were lost.
bool is_misread(std::string_view text) {
  return text.find("\xEF\xBF\xBD") != text.npos || text.find("\xC3\x83") != text.npos ||
         text.find("\xC3\xA1\xC2\xBA") != text.npos || text.find("\xC3\xA1\xC2\xBB") != text.npos ||
         text.find("\xC4\x90\xC2") != text.npos;
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// A word of plain letters (and VNI's digits after them) that typing would make a Vietnamese one.
bool is_keys(std::string_view word, text::Method method) {
  text::TypedWord typed({.method = method});
  for (const char c : word)
    if (!typed.type(c)) return false;
  const std::string made = typed.text();
  return made != word && made.size() > text::count_points(made);
}

/// Whether words stand there as somebody's keys. One such word may be a foreign name ("Wood"); a
/// text all of whose words are plain and of which one is made of keys is not from a card, unless
/// nothing else in it could bear a mark.
bool is_typed(std::string_view text) {
  const bool plain =
      std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
  if (!plain) return false;
  std::size_t at = 0;
  while (at < text.size()) {
    if (!is_ascii_letter(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() &&
           (is_ascii_letter(text[end]) || (text[end] >= '0' && text[end] <= '9')))
      ++end;
    const auto word = text.substr(at, end - at);
    if (is_keys(word, text::Method::telex) || is_keys(word, text::Method::vni)) return true;
    at = end;
  }
  return false;
}

/// Twelve digits, something that is no bar, and two more groups of digits as dates have: a card's
/// text whose bars are gone.
bool lost_bars(std::string_view text) {
  if (text.size() <= id_size || !is_personal_id(text.substr(0, id_size))) return false;
  const char next = text[id_size];
  if (next >= '0' && next <= '9') return false;
  std::size_t run = 0;
  for (const char c : text.substr(id_size)) {
    run = c >= '0' && c <= '9' ? run + 1 : 0;
    if (run == date_size) return true;
  }
  return false;
}

Error not_a_card() {
  return fail(Code::invalid, "this is not the text of a citizen card's code",
              "scan the square code on the card again, or type what stands on it");
}

}  // namespace

bool is_card_like(std::string_view text) {
  constexpr std::size_t longest_typed = 24;  // a number with its spaces and dots
  return text.size() > longest_typed && is_personal_id(text.substr(0, id_size));
}

Result<Card> read_card(std::string_view text) {
  if (text.size() > max_card_text)
    return fail(Code::too_large, "this text is longer than a citizen card's code",
                "scan only the square code on the card");
  const std::string line = text::clean_line(text);
  const auto fields = fields_of(line);
  if (fields.size() < least_fields) {
    if (!lost_bars(line)) return not_a_card();
    return fail(
        Code::refused, "the scanner's text came through an input method",
        "switch Vietnamese typing off and set the keyboard to English (US), then scan again");
  }
  Card card;
  card.number = fields[number];
  card.old_number = fields[old_number];
  card.name = fields[name];
  card.birth = date_of(fields[birth]);
  card.sex = sex_of(fields[sex]);
  if (!is_personal_id(card.number) || card.name.empty() || card.birth.empty()) return not_a_card();
  if (!is_digits(card.old_number, old_id_size) && !is_personal_id(card.old_number))
    card.old_number.clear();
  if (fields.size() > address) card.address = fields[address];
  if (fields.size() > issued) card.issued = date_of(fields[issued]);
  for (const auto* each : {&card.name, &card.address})
    card.letters_damaged = card.letters_damaged || is_misread(*each) || is_typed(*each);
  return card;
}

}  // namespace motcua::ids
