#include "shared/places/name_words.h"

#include "shared/text/fold.h"
#include "shared/text/latin.h"
#include "shared/text/letters.h"
#include "shared/text/normal.h"
#include "shared/text/utf8.h"

namespace motcua::places {
namespace {

/// The sign that stands for a mark in NameWord::marked; 0 for marks that Vietnamese lacks.
char tone_sign(char32_t mark) {
  switch (mark) {
    case 0x300: return '`';
    case 0x301: return '\'';
    case 0x303: return '~';
    case 0x309: return '?';
    case 0x323: return '.';
    default: return 0;
  }
}

char shape_sign(char32_t mark) {
  switch (mark) {
    case 0x302: return '^';
    case 0x306: return '(';
    case 0x31B: return '+';
    default: return 0;
  }
}

/// Apostrophes that Unicode counts among the letters.
bool is_modifier(char32_t point) { return point >= 0x2B0 && point <= 0x2FF; }

class Collector {
 public:
  void take(char32_t point) {
    if (text::is_mark(point)) return take_mark(point);
    if (point >= '0' && point <= '9') return take_letter(static_cast<char>(point), true);
    if (!text::is_name_letter(point) || is_modifier(point)) return end();
    char32_t marks[4];
    std::size_t count = 0;
    while (const text::LatinRow* row = text::find_letter(point)) {
      if (count < 4) marks[count++] = text::first_mark + row->mark;
      point = row->base;
    }
    take_base(point);
    while (count > 0) take_mark(marks[--count]);
  }

  std::vector<NameWord> finish() {
    end();
    return std::move(words_);
  }

 private:
  std::vector<NameWord> words_;
  NameWord word_;
  std::string tone_;
  bool digits_ = false;

  void take_base(char32_t point) {
    if (point < 0x80) {
      char c = static_cast<char>(point);
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
      return take_letter(c == 'y' ? 'i' : c, false);
    }
    std::string one;
    text::append_point(one, point);
    for (const char c : text::fold(one)) take_letter(c, false);
    if (point == 0x110 || point == 0x111) word_.marked += '-';
  }

  void take_letter(char c, bool digit) {
    if (digit != digits_) end();
    digits_ = digit;
    if (digit && word_.plain == "0") word_ = {};
    word_.plain += c;
    word_.marked += c;
  }

  void take_mark(char32_t mark) {
    if (word_.plain.empty()) return;
    if (const char tone = tone_sign(mark)) tone_ += tone;
    if (const char shape = shape_sign(mark)) word_.marked += shape;
  }

  void end() {
    word_.marked += tone_;
    if (!word_.plain.empty()) words_.push_back(std::move(word_));
    word_ = {};
    tone_.clear();
  }
};

}  // namespace

std::vector<NameWord> name_words(std::string_view text) {
  const std::string line = text::clean_line(text);
  Collector collector;
  for (std::size_t at = 0; at < line.size();) collector.take(text::next_point(line, at));
  return collector.finish();
}

std::string joined(const std::vector<NameWord>& words) {
  std::string key;
  for (const NameWord& word : words) key += word.plain;
  return key;
}

}  // namespace motcua::places
