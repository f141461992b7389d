#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "tests/unit/app/person.h"
#include "wasm/app/words.h"

using namespace motcua;
using app::fill;
using app::Words;

namespace {

Words words(const std::string& lang) {
  auto parsed = Words::parse(test::read_asset("words/" + lang + ".json"));
  REQUIRE(parsed);
  return *parsed;
}

std::set<std::string> gaps(std::string_view text) {
  std::set<std::string> out;
  static const std::regex place("\\{([a-z_]+)\\}");
  const std::string all(text);
  for (std::sregex_iterator it(all.begin(), all.end(), place), end; it != end; ++it)
    out.insert((*it)[1]);
  return out;
}

}  // namespace

TEST_CASE("both languages have the same words with the same places", "[words]") {
  const auto vi = words("vi");
  const auto en = words("en");
  CHECK(vi.keys() == en.keys());
  for (const auto& key : vi.keys()) {
    INFO(key);
    CHECK_FALSE(vi(key).empty());
    CHECK(gaps(vi(key)) == gaps(en(key)));
  }
}

TEST_CASE("every key that the code names is there", "[words]") {
  const auto vi = words("vi");
  static const std::regex key(
      "\"((frame|load|home|procedure|form|save|papers|review|seal|privacy|"
      "duration|receipt|slip|follow|state|turn|dossiers|missing)"
      "\\.[a-z_0-9-]+)\"");
  int found = 0;
  for (const auto* folder : {"/wasm/app", "/wasm/screens"})
    for (const auto& file :
         std::filesystem::directory_iterator(std::string(MOTCUA_ROOT) + folder)) {
      std::ifstream in(file.path());
      std::stringstream text;
      text << in.rdbuf();
      const auto all = text.str();
      for (std::sregex_iterator it(all.begin(), all.end(), key), end; it != end; ++it) {
        INFO(file.path() << ": " << (*it)[1]);
        CHECK(vi.has((*it)[1].str()));
        ++found;
      }
    }
  CHECK(found > 100);
}

TEST_CASE("places are filled once, unknown ones stay", "[words]") {
  CHECK(fill("{a} và {b}", {{"a", "{b}"}, {"b", "x"}}) == "{b} và x");
  CHECK(fill("{c} {", {{"a", "x"}}) == "{c} {");
  CHECK(fill("", {}) == "");
}

TEST_CASE("a missing key shows itself, broken words are refused", "[words]") {
  const auto parsed = Words::parse(R"({"a":{"b":"c"}})");
  REQUIRE(parsed);
  CHECK((*parsed)("a.b") == "c");
  CHECK((*parsed)("a.x") == "a.x");
  CHECK_FALSE(Words::parse(R"({"a":1})"));
  CHECK_FALSE(Words::parse("[]"));
  CHECK_FALSE(Words::parse(std::string(600000, ' ') + "{}"));
}
