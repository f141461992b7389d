#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <iterator>
#include <string>

#include "wasm/ui/theme.h"

using namespace motcua::ui;

namespace {

std::string hex(std::uint32_t colour) {
  static const char digits[] = "0123456789abcdef";
  std::string text = "#";
  for (int shift = 20; shift >= 0; shift -= 4) text += digits[(colour >> shift) & 15];
  return text;
}

}  // namespace

TEST_CASE("contrast is that of WCAG", "[ui][theme]") {
  CHECK(contrast(0x000000, 0xffffff) == 21);
  CHECK(contrast(0x777777, 0x777777) == 1);
  CHECK(contrast(0x767676, 0xffffff) > 4.54);
  CHECK(contrast(0x767676, 0xffffff) < 4.55);
}

TEST_CASE("every pair of colours that meets has enough contrast in every theme", "[ui][theme]") {
  for (Theme theme : {Theme::light, Theme::dark, Theme::contrast}) {
    for (const Pair& pair : pairs()) {
      double least = pair.least;
      if (theme == Theme::contrast) least = least >= 4.5 ? 7 : 4.5;
      INFO(css_name(pair.front) << " on " << css_name(pair.back) << ", theme " << int(theme));
      CHECK(contrast(rgb(pair.front, theme), rgb(pair.back, theme)) >= least);
    }
  }
}

TEST_CASE("page mode has the same colours in every theme", "[ui][theme]") {
  std::ifstream file(MOTCUA_ROOT "/web/styles/themes.css");
  const std::string css{std::istreambuf_iterator<char>(file), {}};
  const std::size_t dark = css.find("[data-theme=\"dark\"]");
  const std::size_t strong = css.find("[data-theme=\"contrast\"]");
  REQUIRE(dark < strong);
  REQUIRE(strong != std::string::npos);
  const std::string parts[] = {css.substr(0, dark), css.substr(dark, strong - dark),
                               css.substr(strong)};
  for (std::size_t theme = 0; theme < 3; ++theme) {
    for (int i = 0; i < int(Colour::count); ++i) {
      const auto colour = Colour(i);
      const std::string line =
          std::string(css_name(colour)) + ": " + hex(rgb(colour, Theme(theme))) + ";";
      INFO(line << " in theme " << theme);
      CHECK(parts[theme].find(line) != std::string::npos);
    }
  }
}
