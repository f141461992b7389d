#pragma once
// The text of the QR code on a citizen card: seven fields between "|", not signed and without a
// check sum, so it proves nothing: it saves typing.
//
//   number|old number|name|ddmmyyyy|Nam or Nữ|address|ddmmyyyy of issue
//
// Some scanners stop after the fifth field, newer cards append more. A scanner that types like a
// keyboard comes through whatever input method is on, and that spoils letters and bars.

#include <string>
#include <string_view>

#include "shared/result.h"

namespace motcua::ids {

struct Card {
  std::string number;      // twelve digits
  std::string old_number;  // nine or twelve digits; empty when the card names none
  std::string name;        // as printed
  std::string birth;       // "2000-03-15", or "1945" where the card knows only the year
  std::string sex;         // "male", "female"; empty when the scanner stopped before it
  std::string address;     // in the names of its day; empty when the scanner stopped before it
  std::string issued;      // "2021-12-25" or empty
  /// Name and address hold keys of Telex or VNI, or signs of a wrong encoding, instead of letters:
  /// a person has to type them. Digits are sound.
  bool letters_damaged = false;
};

inline constexpr std::size_t max_card_text = 2048;

/// Far too long for a number and beginning with one: a card's text, sound or spoiled.
bool is_card_like(std::string_view text);

/// Errors: too_large; invalid (no card's text); refused (a card's text whose bars an input method
/// or a keyboard's layout replaced: what to switch off stands in the hint).
Result<Card> read_card(std::string_view text);

}  // namespace motcua::ids
