#pragma once
// Vietnamese typing, one word at a time: Telex and VNI with free marking, override and undo, for
// keyboards on the screen, where no input method of the system can help. docs/typing.md has the
// rules.
//
//   TypedWord word({.method = Method::telex});
//   for (char key : "nguyeenx") word.type(key);     word.text() == "nguyễn"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::text {

enum class Method : std::uint8_t { telex, vni };

/// Where the tone stands in oa, oe, uy without a final: hòa, khỏe, thủy, as laws and most names of
/// communes have it, or hoà, khoẻ, thuỷ, as schools teach since 2018 (QĐ 1989/QĐ-BGDĐT).
enum class ToneStyle : std::uint8_t { old_style, new_style };

struct TypingRules {
  Method method = Method::telex;
  ToneStyle tones = ToneStyle::old_style;
  /// Gives the keys back as they were typed when they make no Vietnamese syllable ("linux"), and
  /// takes no tone that a final does not allow ("cát" but not "cảt"). Off for names of ethnic
  /// minorities, which are not bound by these spellings.
  bool spelling = true;
};

/// The word that is being typed. Keys are ASCII; anything else ends a word and is the caller's.
class TypedWord {
 public:
  explicit TypedWord(TypingRules rules) : rules_(rules) {}

  /// Takes one key. Returns false, and changes nothing, for a key that can not be part of a word:
  /// the caller commits the word and handles the key.
  bool type(char key);
  /// Removes the last visible letter; false when there is none.
  bool backspace();
  /// What stands there now, NFC.
  std::string text() const;
  /// The word as it shall stay, and an empty one to go on with.
  std::string commit();
  bool empty() const { return letters_.empty(); }

 private:
  enum class Mark : std::uint8_t { none, hat, horn, breve, bar };
  struct Letter {
    char base;  // small ASCII
    bool capital = false;
    Mark mark = Mark::none;
    bool from_w = false;  // a lone w that became ư
  };
  /// The vowels that bear marks and tone: the last run of them, without the u of qu and the i of
  /// gi.
  struct Vowels {
    std::size_t begin = 0, end = 0;
    std::size_t size() const { return end - begin; }
  };

  Vowels vowels() const;
  std::string plain(std::size_t from, std::size_t to) const;
  bool ends_with_stop() const;
  bool tone_allowed(int tone) const;
  bool is_syllable() const;
  std::size_t tone_place(Vowels v) const;
  void append(char key);
  void settle_uo();
  void undo(char key);
  bool put_tone(int tone, char key);
  bool put_hat(char base, char key);
  bool put_horn(char key);
  bool put_breve(char key);
  bool put_bar(char key);
  bool telex(char key);
  bool telex_w(char key);
  bool vni(char key);

  TypingRules rules_;
  std::vector<Letter> letters_;
  std::string keys_;      // as they were typed, while nothing was erased
  bool whole_ = true;     // keys_ is complete
  bool changed_ = false;  // something was made of the keys
  bool raw_ = false;      // after an undo the rest of the word stays as it is typed
  int tone_ = 0;          // 0 none, then sắc, huyền, hỏi, ngã, nặng
};

}  // namespace motcua::text
