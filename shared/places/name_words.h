#pragma once
// The words of a place's name, made ready to be compared with what people write: case, the letter
// that carries the tone (Hòa, Hoà), i and y (Mỹ, Mĩ) and zeros before a number (Phường 01) do not
// matter.

#include <string>
#include <string_view>
#include <vector>

namespace motcua::places {

struct NameWord {
  std::string plain;   // without marks: "hoa"
  std::string marked;  // with them, the tone last: "hoa`" of both Hòa and Hoà
  bool operator==(const NameWord&) const = default;
  bool operator<(const NameWord& other) const {
    return plain != other.plain ? plain < other.plain : marked < other.marked;
  }
};

/// Words end at spaces, signs and between letters and digits: "Ea H'leo" has three, "P12" two.
std::vector<NameWord> name_words(std::string_view text);

/// The plain words run together: "eahleo".
std::string joined(const std::vector<NameWord>& words);

}  // namespace motcua::places
