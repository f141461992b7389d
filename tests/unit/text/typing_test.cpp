#include "shared/text/typing.h"

#include <catch2/catch_test_macros.hpp>
#include <utility>

#include "shared/text/normal.h"

using namespace motcua::text;

namespace {

/// What stands there after the keys of one word.
std::string typed(std::string_view keys, TypingRules rules = {}) {
  TypedWord word(rules);
  for (const char key : keys) REQUIRE(word.type(key));
  return word.text();
}

std::string kept(std::string_view keys, TypingRules rules = {}) {
  TypedWord word(rules);
  for (const char key : keys) REQUIRE(word.type(key));
  return word.commit();
}

constexpr TypingRules vni{.method = Method::vni};
constexpr TypingRules modern{.tones = ToneStyle::new_style};
constexpr TypingRules any_spelling{.spelling = false};

using Pairs = std::initializer_list<std::pair<const char*, const char*>>;

}  // namespace

TEST_CASE("Telex makes the letters and tones of Vietnamese", "[text][typing]") {
  for (const auto& [keys, text] : Pairs{{"aw", "ă"},
                                        {"uwow", "ươ"},
                                        {"chuaarn", "chuẩn"},
                                        {"giamaf", "giầm"},
                                        {"ddafi", "đài"},
                                        {"mootj", "một"},
                                        {"loanj", "loạn"},
                                        {"VIEETJ", "VIỆT"},
                                        {"Vieetj", "Việt"},
                                        {"wowfi", "ười"},
                                        {"toowi", "tơi"},
                                        {"aloo", "alô"},
                                        {"duwoi", "dươi"},
                                        {"gisa", "giá"},
                                        {"ddawks", "đắk"},
                                        {"NGUOIW", "NGƯƠI"},
                                        {"choas", "chóa"},
                                        {"bieecs", "biếc"},
                                        {"nhueej", "nhuệ"},
                                        {"cuongw", "cương"},
                                        {"quawcj", "quặc"},
                                        {"chuyeenr", "chuyển"},
                                        {"nguyeenx", "nguyễn"},
                                        {"phuowngf", "phường"},
                                        {"ddawng", "đăng"},
                                        {"kys", "ký"},
                                        {"thuyr", "thủy"},
                                        {"hoaf", "hòa"},
                                        {"quyeets", "quyết"},
                                        {"khuyur", "khuỷu"},
                                        {"ngoaif", "ngoài"},
                                        {"yeeu", "yêu"},
                                        {"uoongs", "uống"},
                                        {"Ddawsk", "Đắk"},
                                        {"Lawsk", "Lắk"},
                                        {"nguoiwf", "người"},
                                        {"truongwf", "trường"},
                                        {"dangd", "đang"},
                                        {"thuow", "thuơ"},
                                        {"thuowr", "thuở"},
                                        {"thuowng", "thương"},
                                        {"buwoo", "buô"},
                                        {"of", "ò"},
                                        {"ofs", "ó"},
                                        {"muaw", "mưa"},
                                        {"hoawcj", "hoặc"},
                                        {"gif", "gì"},
                                        {"gieengs", "giếng"},
                                        {"khuya", "khuya"},
                                        {"ruowuj", "rượu"},
                                        {"tuaans", "tuấn"},
                                        {"khoer", "khỏe"},
                                        {"cuar", "của"},
                                        {"bifa", "bìa"},
                                        {"ngoao", "ngoao"},
                                        {"khoeo", "khoeo"},
                                        {"xoong", "xông"},
                                        {"thw", "thư"},
                                        {"w", "ư"},
                                        {"W", "Ư"},
                                        {"[", "ơ"},
                                        {"t]", "tư"},
                                        {"{", "Ơ"},
                                        {"Hmoong", "Hmông"},
                                        {"quar", "quả"},
                                        {"quys", "quý"}}) {
    INFO(keys);
    CHECK(typed(keys) == text);
    CHECK(compose(typed(keys)) == typed(keys));
  }
}

TEST_CASE("the same key again takes its change back, and the word stays raw", "[text][typing]") {
  for (const auto& [keys, text] : Pairs{{"off", "of"},
                                        {"sawss", "săs"},
                                        {"tooss", "tôs"},
                                        {"toorr", "tôr"},
                                        {"ww", "w"},
                                        {"noww", "now"},
                                        {"linuxx", "linux"},
                                        {"reff", "ref"},
                                        {"ddd", "dd"},
                                        {"reffresh", "refresh"},
                                        {"aaa", "aa"},
                                        {"eee", "ee"},
                                        {"aww", "aw"},
                                        {"loz", "loz"},
                                        {"losz", "lo"},
                                        {"duwongwj", "duongwj"},
                                        {"tnoss", "tnos"}}) {
    INFO(keys);
    CHECK(typed(keys) == text);
    CHECK(kept(keys) == text);
  }
  CHECK(typed("o55", vni) == "o5");
}

TEST_CASE("VNI does the same with digits", "[text][typing]") {
  for (const auto& [keys, text] : Pairs{{"d9ang", "đang"},
                                        {"nguye6n4", "nguyễn"},
                                        {"phu7o7ng2", "phường"},
                                        {"phuong72", "phường"},
                                        {"nguoi72", "người"},
                                        {"D9a81k", "Đắk"},
                                        {"La81k", "Lắk"},
                                        {"hoa2", "hòa"},
                                        {"to6i7", "tơi"},
                                        {"a1", "á"},
                                        {"a10", "a"},
                                        {"qua8c5", "quặc"}}) {
    INFO(keys);
    CHECK(typed(keys, vni) == text);
  }
  CHECK_FALSE(TypedWord(vni).type('1'));  // a number is no word
}

TEST_CASE("the tone stands where the style wants it", "[text][typing]") {
  for (const auto& [keys, text] : Pairs{{"choas", "choá"},
                                        {"hoaf", "hoà"},
                                        {"khoer", "khoẻ"},
                                        {"thuyr", "thuỷ"},
                                        {"hoanf", "hoàn"},
                                        {"cuar", "của"},
                                        {"quys", "quý"},
                                        {"khuyur", "khuỷu"}}) {
    INFO(keys);
    CHECK(typed(keys, modern) == text);
  }
  CHECK(typed("hoafn") == "hoàn");  // it moves when a final comes
}

TEST_CASE("what is no Vietnamese syllable is given back as it was typed", "[text][typing]") {
  for (const char* word : {"linux", "cart", "windows", "facebook", "Google", "vneid"}) {
    INFO(word);
    CHECK(kept(word) == word);
  }
  CHECK(kept("post") == "pót");  // that is one: who means the other word types posst
  CHECK(typed("catr") == "catr");
  CHECK(typed("catj") == "cạt");
  CHECK(typed("catr", any_spelling) == "cảt");
  CHECK(kept("linux") == "linux");
  CHECK(kept("linux", any_spelling) == "linũ");
  CHECK(kept("Ddawk") == "Đăk");
  CHECK(kept("nguyeenx") == "nguyễn");
}

TEST_CASE("backspace takes a letter and seats the tone anew", "[text][typing]") {
  TypedWord word(TypingRules{});
  for (const char key : std::string("loanj")) word.type(key);
  CHECK(word.text() == "loạn");
  CHECK(word.backspace());
  CHECK(word.text() == "lọa");
  CHECK(word.backspace());
  CHECK(word.text() == "lọ");
  CHECK(word.backspace());
  CHECK(word.text() == "l");
  CHECK(word.backspace());
  CHECK(word.empty());
  CHECK_FALSE(word.backspace());
  for (const char key : std::string("as")) word.type(key);
  CHECK(word.commit() == "á");
  CHECK(word.empty());
}

TEST_CASE("keys that end a word are the caller's; any others give sound text", "[text][typing]") {
  TypedWord word(TypingRules{});
  for (const char key : {' ', '.', '\n', '1', '\xc3', '\0'}) CHECK_FALSE(word.type(key));
  // Every string of four keys: NFC, never broken, and as long as its keys at most.
  const std::string keys = "aeodwsfzuinghtqyAW[";
  for (const Method method : {Method::telex, Method::vni}) {
    const std::string some = method == Method::telex ? keys : "aeodui1267890ghtqn";
    for (const char a : some)
      for (const char b : some)
        for (const char c : some)
          for (const char d : some) {
            TypedWord any({.method = method});
            for (const char key : {a, b, c, d}) any.type(key);
            const auto text = any.text();
            if (compose(text) != text || text.find('\0') != std::string::npos) {
              INFO(a << b << c << d);
              CHECK(compose(text) == text);
              CHECK(text.find('\0') == std::string::npos);
            }
          }
  }
}
