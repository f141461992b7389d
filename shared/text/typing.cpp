#include "shared/text/typing.h"

#include <algorithm>
#include <array>

#include "shared/text/latin.h"
#include "shared/text/utf8.h"

namespace motcua::text {
namespace {

constexpr char32_t tone_marks[] = {0, 0x0301, 0x0300, 0x0309, 0x0303, 0x0323};
constexpr char32_t hat_mark = 0x0302, horn_mark = 0x031B, breve_mark = 0x0306;
constexpr int sac = 1, nang = 5;

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
constexpr char small(char c) { return is_capital(c) ? static_cast<char>(c + 32) : c; }
constexpr bool is_vowel(char base) {
  return std::string_view("aeiouy").find(base) != std::string_view::npos;
}

template <std::size_t N>
bool among(const std::array<std::string_view, N>& list, std::string_view one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

// Spelling, with marks as Telex writes them after their letter: aa aw ee oo ow uw dd.
constexpr std::array<std::string_view, 28> initials = {
    "",  "b",  "c",   "ch", "d", "dd", "g",  "gh", "gi", "h", "k",  "kh", "l", "m",
    "n", "ng", "ngh", "nh", "p", "ph", "qu", "r",  "s",  "t", "th", "tr", "v", "x"};
constexpr std::array<std::string_view, 10> finals = {"",  "c",  "ch", "k", "m",
                                                     "n", "ng", "nh", "p", "t"};
constexpr std::array<std::string_view, 52> open_vowels = {
    "a",    "e",   "ee",  "i",   "o",   "oo",   "ow",   "u",     "uw",    "y",    "ai",
    "ao",   "au",  "ay",  "aau", "aay", "eo",   "eeu",  "ia",    "iu",    "ieeu", "oa",
    "oe",   "oi",  "ooi", "owi", "oai", "oay",  "oao",  "oeo",   "ua",    "uwa",  "uee",
    "ui",   "uwi", "uow", "uy",  "uya", "uyu",  "uooi", "uwowi", "uwowu", "uwu",  "uaay",
    "yeeu", "uau", "uai", "uay", "ueo", "uyee", "uaau", "uoo"};
constexpr std::array<std::string_view, 25> closed_vowels = {
    "a",   "aw", "aa",  "e",  "ee",  "i",   "o",   "oo",   "ow", "u",    "uw", "y",  "iee",
    "yee", "oa", "oaw", "oe", "uaa", "uee", "uoo", "uwow", "uy", "uyee", "ua", "uaw"};

}  // namespace

TypedWord::Vowels TypedWord::vowels() const {
  Vowels v;
  v.end = letters_.size();
  while (v.end > 0 && !is_vowel(letters_[v.end - 1].base)) --v.end;
  v.begin = v.end;
  while (v.begin > 0 && is_vowel(letters_[v.begin - 1].base)) --v.begin;
  if (v.begin == 0 || v.size() < 2) return v;
  const Letter& first = letters_[v.begin];
  const char before = letters_[v.begin - 1].base;
  const bool with_initial =
      first.mark == Mark::none && ((before == 'q' && first.base == 'u') ||
                                   (before == 'g' && first.base == 'i' && v.begin == 1));
  if (with_initial) ++v.begin;
  return v;
}

/// Letters with their marks as Telex writes them.
std::string TypedWord::plain(std::size_t from, std::size_t to) const {
  std::string out;
  for (std::size_t i = from; i < to; ++i) {
    out += letters_[i].base;
    switch (letters_[i].mark) {
      case Mark::none: break;
      case Mark::hat:
      case Mark::bar: out += letters_[i].base; break;
      case Mark::horn:
      case Mark::breve: out += 'w'; break;
    }
  }
  return out;
}

bool TypedWord::ends_with_stop() const {
  const std::string end = plain(vowels().end, letters_.size());
  return end == "c" || end == "ch" || end == "k" || end == "p" || end == "t";
}

bool TypedWord::tone_allowed(int tone) const {
  return tone == 0 || tone == sac || tone == nang || !ends_with_stop();
}

bool TypedWord::is_syllable() const {
  const Vowels v = vowels();
  if (v.size() == 0) return false;
  const std::string end = plain(v.end, letters_.size());
  const std::string middle = plain(v.begin, v.end);
  return among(initials, plain(0, v.begin)) && among(finals, end) && tone_allowed(tone_) &&
         (end.empty() ? among(open_vowels, middle) : among(closed_vowels, middle));
}

/// QĐ 1989 and the older custom differ only where the style is asked.
std::size_t TypedWord::tone_place(Vowels v) const {
  for (std::size_t i = v.end; i > v.begin; --i) {
    const Letter& letter = letters_[i - 1];
    if ((letter.base == 'e' && letter.mark == Mark::hat) ||
        (letter.base == 'o' && letter.mark == Mark::horn))
      return i - 1;
  }
  const bool final = v.end < letters_.size();
  if (v.size() == 1 || final) return v.end - 1;
  if (v.size() > 2) return v.begin + 1;
  const std::string pair = plain(v.begin, v.end);
  const bool styled = pair == "oa" || pair == "oe" || pair == "uy";
  return v.begin + (styled && rules_.tones == ToneStyle::new_style ? 1 : 0);
}

void TypedWord::append(char key) {
  letters_.push_back({.base = small(key), .capital = is_capital(key)});
}

/// ưo and, but for thuơ and huơ that stand alone, uơ become ươ when something follows.
void TypedWord::settle_uo() {
  const Vowels v = vowels();
  for (std::size_t i = v.begin; i + 1 < v.end; ++i) {
    Letter& u = letters_[i];
    Letter& o = letters_[i + 1];
    if (u.base != 'u' || o.base != 'o' || i + 2 >= letters_.size()) continue;
    const bool horned = (u.mark == Mark::horn && o.mark == Mark::none) ||
                        (u.mark == Mark::none && o.mark == Mark::horn);
    if (horned) u.mark = o.mark = Mark::horn;
  }
}

/// The same key again: what it made goes, the key itself stays, and so does all that follows.
void TypedWord::undo(char key) {
  append(key);
  raw_ = true;
}

bool TypedWord::put_tone(int tone, char key) {
  if (vowels().size() == 0 || (rules_.spelling && !tone_allowed(tone))) return false;
  if (tone == 0) {
    if (tone_ == 0) return false;
    tone_ = 0;
  } else if (tone_ == tone) {
    tone_ = 0;
    if (is_letter(key)) {
      undo(key);
    } else {
      letters_.push_back({.base = key});
      raw_ = true;
    }
  } else {
    tone_ = tone;
  }
  return true;
}

bool TypedWord::put_hat(char base, char key) {
  const Vowels v = vowels();
  for (std::size_t i = v.end; i > v.begin; --i) {
    Letter& letter = letters_[i - 1];
    if (letter.base != base) continue;
    if (letter.mark == Mark::hat) {
      letter.mark = Mark::none;
      undo(key);
      return true;
    }
    // ngoao, khoeo: a second o beyond another vowel is a letter of its own.
    if (is_letter(key) && i < v.end) return false;
    letter.mark = Mark::hat;
    if (base == 'o' && i - 1 > v.begin && letters_[i - 2].base == 'u')
      letters_[i - 2].mark = Mark::none;  // ươ -> uô
    return true;
  }
  return false;
}

/// On u, o or both. The pair uo is one sound.
bool TypedWord::put_horn(char key) {
  const Vowels v = vowels();
  for (std::size_t i = v.begin; i + 1 < v.end; ++i) {
    Letter& u = letters_[i];
    Letter& o = letters_[i + 1];
    if (u.base != 'u' || o.base != 'o') continue;
    if (o.mark == Mark::horn) {
      u.mark = o.mark = Mark::none;
      undo(key);
      return true;
    }
    o.mark = Mark::horn;
    if (u.mark != Mark::horn) u.mark = Mark::none;
    settle_uo();
    return true;
  }
  for (std::size_t i = v.begin; i < v.end; ++i) {
    Letter& letter = letters_[i];
    if (letter.base != 'u' && letter.base != 'o') continue;
    if (letter.mark == Mark::horn) {
      letter.mark = Mark::none;
      if (letter.from_w) letters_.erase(letters_.begin() + static_cast<std::ptrdiff_t>(i));
      undo(key);
      return true;
    }
    if (letter.base == 'o' && i + 1 < v.end && letters_[i + 1].base == 'a') continue;  // oă
    letter.mark = Mark::horn;
    return true;
  }
  return false;
}

bool TypedWord::put_breve(char key) {
  const Vowels v = vowels();
  for (std::size_t i = v.end; i > v.begin; --i) {
    Letter& letter = letters_[i - 1];
    if (letter.base != 'a') continue;
    if (letter.mark == Mark::breve) {
      letter.mark = Mark::none;
      undo(key);
    } else {
      letter.mark = Mark::breve;
    }
    return true;
  }
  return false;
}

bool TypedWord::put_bar(char key) {
  if (letters_.empty() || letters_[0].base != 'd') return false;
  Letter& d = letters_[0];
  if (d.mark == Mark::bar) {
    d.mark = Mark::none;
    undo(key);
  } else {
    d.mark = Mark::bar;
  }
  return true;
}

/// ư from a lone w, the horn, or the breve where u can not bear one.
bool TypedWord::telex_w(char key) {
  const Vowels v = vowels();
  const bool ua =
      v.size() >= 2 && letters_[v.begin].base == 'u' && letters_[v.begin + 1].base == 'a';
  if (!ua && std::any_of(letters_.begin() + static_cast<std::ptrdiff_t>(v.begin),
                         letters_.begin() + static_cast<std::ptrdiff_t>(v.end),
                         [](const Letter& letter) { return letter.base == 'a'; }))
    return put_breve(key);
  if (put_horn(key)) return true;
  if (v.size() > 0) return false;
  letters_.push_back({.base = 'u', .capital = is_capital(key), .mark = Mark::horn, .from_w = true});
  return true;
}

bool TypedWord::telex(char key) {
  switch (small(key)) {
    case 's': return put_tone(1, key);
    case 'f': return put_tone(2, key);
    case 'r': return put_tone(3, key);
    case 'x': return put_tone(4, key);
    case 'j': return put_tone(5, key);
    case 'z': return put_tone(0, key);
    case 'a':
    case 'e':
    case 'o': return put_hat(small(key), key);
    case 'w': return telex_w(key);
    case 'd': return put_bar(key);
    default: return false;
  }
}

bool TypedWord::vni(char key) {
  switch (key) {
    case '0': return put_tone(0, key);
    case '1': return put_tone(1, key);
    case '2': return put_tone(2, key);
    case '3': return put_tone(3, key);
    case '4': return put_tone(4, key);
    case '5': return put_tone(5, key);
    case '6': return put_hat('a', key) || put_hat('e', key) || put_hat('o', key);
    case '7': return put_horn(key);
    case '8': return put_breve(key);
    case '9': return put_bar(key);
    default: return false;
  }
}

bool TypedWord::type(char key) {
  const bool digit = key >= '0' && key <= '9';
  const bool bracket = key == '[' || key == ']' || key == '{' || key == '}';
  const bool telexed = rules_.method == Method::telex;
  if (!is_letter(key) && !(digit && !telexed && !letters_.empty()) && !(bracket && telexed))
    return false;
  keys_ += key;
  if (bracket) {
    const bool o = key == '[' || key == '{';
    letters_.push_back(
        {.base = o ? 'o' : 'u', .capital = key == '{' || key == '}', .mark = Mark::horn});
    changed_ = true;
  } else if (!raw_ && (telexed ? telex(key) : vni(key))) {
    changed_ = true;
  } else {
    append(key);
  }
  if (!raw_) settle_uo();
  return true;
}

bool TypedWord::backspace() {
  if (letters_.empty()) return false;
  letters_.pop_back();
  whole_ = false;
  if (vowels().size() == 0) tone_ = 0;
  if (letters_.empty()) *this = TypedWord(rules_);
  return true;
}

std::string TypedWord::text() const {
  const Vowels v = vowels();
  const std::size_t toned = tone_ != 0 && v.size() > 0 ? tone_place(v) : letters_.size();
  std::string out;
  for (std::size_t i = 0; i < letters_.size(); ++i) {
    const Letter& letter = letters_[i];
    char32_t point = static_cast<unsigned char>(letter.base);
    if (letter.capital) point -= 32;
    // A dot below is composed before what stands above: Unicode's canonical order.
    const bool dot_first = i == toned && tone_ == nang && letter.mark != Mark::horn;
    if (dot_first) point = join_letter(point, tone_marks[nang]);
    switch (letter.mark) {
      case Mark::none: break;
      case Mark::hat: point = join_letter(point, hat_mark); break;
      case Mark::horn: point = join_letter(point, horn_mark); break;
      case Mark::breve: point = join_letter(point, breve_mark); break;
      case Mark::bar: point = letter.capital ? 0x0110 : 0x0111; break;
    }
    if (i == toned && !dot_first) point = join_letter(point, tone_marks[tone_]);
    append_point(out, point);
  }
  return out;
}

std::string TypedWord::commit() {
  const bool restore = rules_.spelling && changed_ && whole_ && !raw_ && !is_syllable();
  std::string out = restore ? keys_ : text();
  *this = TypedWord(rules_);
  return out;
}

}  // namespace motcua::text
