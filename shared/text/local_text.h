#pragma once
// The same words in Vietnamese (always present) and English (falls back to Vietnamese).

#include <string>
#include <string_view>

namespace motcua {

struct LocalText {
  std::string vi;
  std::string en;

  /// `language` is a BCP 47 tag; everything but "en" reads Vietnamese.
  const std::string& in(std::string_view language) const {
    return language == "en" && !en.empty() ? en : vi;
  }
  bool empty() const { return vi.empty() && en.empty(); }
};

inline bool operator==(const LocalText& a, const LocalText& b) {
  return a.vi == b.vi && a.en == b.en;
}

}  // namespace motcua
