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

TEST_CASE("every pair of colours that meets has enough contrast", "[ui][theme]") {
  for (const Pair& pair : pairs()) {
    const double ratio = contrast(rgb(pair.front), rgb(pair.back));
    INFO(swatches()[std::size_t(pair.front)].css << " on "
                                                 << swatches()[std::size_t(pair.back)].css);
    CHECK(ratio >= pair.least);
  }
}

TEST_CASE("the table of colours is in the order of its roles", "[ui][theme]") {
  for (std::size_t i = 0; i < swatches().size(); ++i) {
    CHECK(std::size_t(swatches()[i].role) == i);
  }
}

TEST_CASE("page mode has the same colours", "[ui][theme]") {
  std::ifstream file(MOTCUA_ROOT "/web/styles.css");
  const std::string css{std::istreambuf_iterator<char>(file), {}};
  REQUIRE_FALSE(css.empty());
  for (const Swatch& swatch : swatches()) {
    const std::string line = std::string(swatch.css) + ": " + hex(swatch.rgb) + ";";
    INFO(line);
    CHECK(css.find(line) != std::string::npos);
  }
}
