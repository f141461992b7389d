#include "shared/text/order.h"

#include "shared/text/latin.h"
#include "shared/text/letters.h"
#include "shared/text/normal.h"
#include "shared/text/utf8.h"

namespace motcua::text {
namespace {

// Ranks of letters; those that Vietnamese lacks stand where Latin has them.
constexpr std::u32string_view alphabet = U"aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
constexpr char32_t tones[] = {0, 0x0300, 0x0309, 0x0303, 0x0301, 0x0323};
constexpr char first_letter = 0x20;
constexpr char word_end = 0x01, level_end = 0x00;

struct Parts {
  char32_t letter;  // without its tone
  char tone;        // rank
};

Parts parts_of(char32_t point) {
  char32_t above = 0;  // a mark that is no tone
  char tone = 0;
  while (const LatinRow* row = find_letter(point)) {
    const char32_t mark = first_mark + row->mark;
    char rank = 0;
    for (char i = 1; i < 6; ++i)
      if (tones[static_cast<std::size_t>(i)] == mark) rank = i;
    if (rank == 0 && above != 0) break;
    if (rank == 0) above = mark;
    if (rank != 0) tone = rank;
    point = row->base;
  }
  const char32_t joined = above == 0 ? point : join_letter(point, above);
  return {joined == 0 ? point : joined, tone};
}

}  // namespace

std::string order_key(std::string_view text) {
  const std::string line = clean_line(text);
  const std::string folded = lower(line);
  std::string letters, marks, cases;
  for (std::size_t at = 0, same = 0; at < folded.size();) {
    const char32_t point = next_point(folded, at);
    const char32_t written = same < line.size() ? next_point(line, same) : point;
    if (point == U' ') {
      letters += word_end;
      continue;
    }
    const Parts parts = parts_of(point);
    const auto rank = alphabet.find(parts.letter);
    if (rank != std::u32string_view::npos) {
      letters += static_cast<char>(first_letter + static_cast<char>(rank));
    } else {
      append_point(letters, parts.letter < 0x80 ? parts.letter : parts.letter + 0x100);
    }
    marks += static_cast<char>('0' + parts.tone);
    cases += written == point ? '0' : '1';
  }
  return letters + level_end + marks + level_end + cases;
}

std::string person_order_key(std::string_view name) {
  const std::string line = clean_line(name);
  const auto last = line.rfind(' ');
  if (last == std::string::npos) return order_key(line);
  const auto first = line.find(' ');
  const auto middle = first == last ? std::string_view()
                                    : std::string_view(line).substr(first + 1, last - first - 1);
  return order_key(line.substr(last + 1)) + level_end + order_key(middle) + level_end +
         order_key(line.substr(0, first));
}

}  // namespace motcua::text
