#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "tests/unit/app/person.h"
#include "wasm/app/words.h"

using namespace motcua;
using app::fill;
using app::Words;

namespace {

using Names = std::set<std::string>;

Names found_in(std::string_view text, const char* pattern) {
  Names out;
  const std::regex regex(pattern);
  const std::string all(text);
  for (std::sregex_iterator it(all.begin(), all.end(), regex), end; it != end; ++it)
    out.insert((*it)[1]);
  return out;
}

Names gaps(std::string_view text) { return found_in(text, "\\{([a-z_]+)\\}"); }

/// "home.found" of "home.found.one".
std::string without_number(const std::string& key) {
  static const std::regex number("^([a-z_]+\\.[a-z_]+)\\.(one|other)$");
  return std::regex_replace(key, number, "$1");
}

bool local(const std::string& key) { return key.rfind("locale.", 0) == 0; }

/// What every language must have, whatever its own rules.
Names common_keys(const Words& words) {
  Names out;
  for (const auto& key : words.keys())
    if (!local(key)) out.insert(without_number(key));
  return out;
}

std::string all_code() {
  std::stringstream text;
  for (const auto* folder : {"/wasm/app", "/wasm/screens", "/shared/deadline"})
    for (const auto& file :
         std::filesystem::directory_iterator(std::string(MOTCUA_ROOT) + folder)) {
      std::ifstream in(file.path());
      text << in.rdbuf();
    }
  return text.str();
}

/// Everything in quotes that looks like a key of an area that the words have.
Names keys_in_code(const Words& words) {
  Names areas;
  for (const auto& key : words.keys()) areas.insert(key.substr(0, key.find('.')));
  auto keys = found_in(all_code(), "\"([a-z_]+\\.[a-z_0-9.-]+)\"");
  std::erase_if(keys,
                [&](const std::string& key) { return !areas.count(key.substr(0, key.find('.'))); });
  return keys;
}

}  // namespace

TEST_CASE("both languages have the same words with the same places", "[words]") {
  const auto vi = test::read_words("vi");
  const auto en = test::read_words("en");
  CHECK(common_keys(vi) == common_keys(en));
  for (const auto* words : {&vi, &en})
    for (const auto& key : words->keys()) {
      INFO(key);
      CHECK_FALSE((*words)(key).empty());
      const auto name = without_number(key);
      const auto twin = vi.has(name) ? name : name + ".other";
      if (!local(key)) CHECK(gaps((*words)(key)) == gaps(vi(twin)));
    }
}

TEST_CASE("words for things that are counted have the forms of their language", "[words]") {
  const auto forms = [](const Words& words) {
    std::map<std::string, Names> out;
    for (const auto& key : words.keys())
      if (const auto name = without_number(key); name != key)
        out[name].insert(key.substr(name.size() + 1));
    return out;
  };
  const auto vi = forms(test::read_words("vi"));
  CHECK(vi.size() >= 4);
  for (const auto& [name, has] : vi) CHECK(has == Names{"other"});
  for (const auto& [name, has] : forms(test::read_words("en"))) {
    INFO(name);
    CHECK(has == Names{"one", "other"});
  }
  CHECK(test::read_words("vi").count("home.found", 1) == "Tìm thấy 1 thủ tục");
  CHECK(test::read_words("en").count("home.found", 1) == "Found 1 procedure");
  CHECK(test::read_words("en").count("home.found", 0) == "Found 0 procedures");
  CHECK(test::read_words("en").count("home.found", 1234) == "Found 1,234 procedures");
}

TEST_CASE("every key that the code names is there, and no other", "[words]") {
  const auto vi = test::read_words("vi");
  const auto named = keys_in_code(vi);
  CHECK(named.size() > 100);
  for (const auto& key : named) {
    INFO(key);
    CHECK((vi.has(key) || vi.has(key + ".other") || vi.has(key + ".1") || key == "locale.month."));
  }
  // Their last part is data: a code of the worker or the gateway, a state of the record.
  const Names by_data = {"alarm",         "file_error",     "seal_error",    "directory_error",
                         "send_error",    "keys_error",     "move_error",    "fetch_error",
                         "save",          "state",          "turn",          "language",
                         "locale",        "privacy",        "theme",         "feedback_choose",
                         "feedback_text", "feedback_vote",  "feedback_kind", "feedback_step",
                         "feedback_duty", "feedback_error", "axes",          "settled",
                         "result_turn"};
  for (const auto& key : common_keys(vi)) {
    INFO(key);
    CHECK((named.count(key) || by_data.count(key.substr(0, key.find('.')))));
  }
}

TEST_CASE("a language under way speaks the first one where it has no words", "[words]") {
  auto tay = *Words::parse(R"({"a":{"b":"x"}})");
  tay.fill_gaps(*Words::parse(R"({"a":{"b":"y","c":"z"}})"));
  CHECK(tay("a.b") == "x");
  CHECK(tay("a.c") == "z");
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
