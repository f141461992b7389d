#include "shared/places/address_parts.h"

#include <algorithm>
#include <utility>

#include "shared/text/normal.h"

namespace motcua::places {
namespace {

using Texts = std::vector<std::string>;

void add_line(Texts& parts, std::string_view text) {
  if (std::string line = text::clean_line(text); !name_words(line).empty()) {
    parts.push_back(std::move(line));
  }
}

Texts cut_at_commas(std::string_view text) {
  Texts parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(",;\n"), text.size());
    add_line(parts, text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

bool is_dash(std::string_view word) {
  return word == "-" || word == "\u2013" || word == "\u2014" || word == "/";
}

Texts words_of(std::string_view line) {
  Texts words;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    words.emplace_back(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return words;
}

void append(std::string& text, std::string_view more) {
  if (!text.empty()) text += ' ';
  text += more;
}

class Cutter {
 public:
  Cutter(const Gazetteer& places, const NameMatcher& matcher)
      : phrases_(places.phrases()), matcher_(matcher) {}

  Texts cut(std::string_view text) const {
    Texts parts;
    for (const std::string& part : cut_at_commas(text)) {
      if (is_known(part)) {
        parts.push_back(part);
        continue;
      }
      for (const std::string& piece : cut_at_dashes(part)) {
        if (is_known(piece)) {
          parts.push_back(piece);
        } else {
          cut_before_kinds(piece, parts);
        }
      }
    }
    return parts;
  }

 private:
  const std::vector<KindPhrase>& phrases_;
  const NameMatcher& matcher_;

  bool is_known(std::string_view part) const {
    const auto forms = matcher_.forms(part);
    for (std::size_t table = 0; table < unit_table_count; ++table) {
      if (!matcher_.fits(forms, static_cast<UnitTable>(table)).empty()) return true;
    }
    return false;
  }

  Texts cut_at_dashes(const std::string& part) const {
    Texts pieces = {""};
    for (const std::string& word : words_of(part)) {
      if (is_dash(word)) {
        pieces.emplace_back();
      } else {
        append(pieces.back(), word);
      }
    }
    Texts out;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (i + 1 < pieces.size() && is_known(pieces[i] + " - " + pieces[i + 1])) {
        out.push_back(pieces[i] + " - " + pieces[i + 1]);
        ++i;
      } else if (!pieces[i].empty()) {
        out.push_back(pieces[i]);
      }
    }
    return out;
  }

  /// How many of the words from `at` on are a word for a kind as it is written, or begin with a
  /// short form of one ("P.1", "Q3", "tphcm"); 0: they are none.
  std::size_t kind_at(const Texts& words, std::size_t at) const {
    std::string three;
    for (std::size_t i = at; i < std::min(at + 3, words.size()); ++i) append(three, words[i]);
    const std::vector<NameWord> here = name_words(three);
    std::size_t longest = 0;
    for (const KindPhrase& phrase : phrases_) {
      if (!begins_with(here, phrase)) continue;
      const bool as_written =
          !has_marks(here) || std::equal(phrase.words.begin(), phrase.words.end(), here.begin());
      if (phrase.whole && as_written) longest = std::max(longest, phrase.words.size());
      if (!phrase.whole && is_short_form(words[at], phrase))
        longest = std::max<std::size_t>(longest, 1);
    }
    if (longest == 0 && !here.empty() && here[0].plain.starts_with("tp")) return 1;
    return longest;
  }

  /// A single letter is one only before a full stop or a number.
  static bool is_short_form(const std::string& word, const KindPhrase& phrase) {
    return phrase.words[0].plain.size() > 1 ||
           word.find_first_of(".0123456789") != std::string::npos;
  }

  /// Only before what is a known name: "5 Xã Đàn" stays a house in a street.
  void cut_before_kinds(const std::string& part, Texts& out) const {
    const Texts words = words_of(part);
    Texts pieces = {""};
    for (std::size_t i = 0; i < words.size();) {
      const std::size_t kind = kind_at(words, i);
      if (kind > 0 && !pieces.back().empty()) pieces.emplace_back();
      for (std::size_t n = std::max<std::size_t>(kind, 1); n > 0 && i < words.size(); --n) {
        append(pieces.back(), words[i++]);
      }
    }
    const std::size_t before = out.size();
    for (const std::string& piece : pieces) {
      if (out.size() > before && !is_known(piece)) {
        append(out.back(), piece);
      } else {
        add_line(out, piece);
      }
    }
  }
};

bool is_country(std::string_view part) {
  const std::string key = joined(name_words(part));
  return key == "vietnam" || key == "vn" || key == "conghoaxahoichunghiavietnam";
}

}  // namespace

std::vector<std::string> address_parts(const Gazetteer& places, const NameMatcher& matcher,
                                       std::string_view text) {
  Texts parts = Cutter(places, matcher).cut(text::clean(text));
  while (!parts.empty() && is_country(parts.back())) parts.pop_back();
  if (parts.size() > max_address_parts) {
    parts.erase(parts.begin(), parts.end() - static_cast<std::ptrdiff_t>(max_address_parts));
  }
  return parts;
}

}  // namespace motcua::places
