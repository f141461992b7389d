#include "shared/form/normalise.h"

#include "shared/form/display.h"
#include "tests/unit/form/small_form.h"

using namespace motcua::form;
using namespace motcua::form::small;

namespace {

Value normal(const std::string& type, const Value& value) {
  return normalise(*find_field(schema(field(type)), "f"), value);
}

}  // namespace

TEST_CASE("answers are made regular without changing what they say", "[form]") {
  CHECK(normal("name", "  nguye\xCC\x82\xCC\x83n   thị\tThử ") == Value("nguyễn thị Thử"));
  CHECK(normal("textarea", "a  \r\nb\n\n") == Value("a\nb"));
  CHECK(normal("personal-id", "999 196-000.012") == Value("999196000012"));
  CHECK(normal("tax-code", " 9000 000 006 ") == Value("9000000006"));
  CHECK(normal("tax-code", "9000000006001") == Value("9000000006-001"));
  CHECK(normal("tax-code", "9000000006-001") == Value("9000000006-001"));
  CHECK(normal("tax-code", "999 196 000 012") == Value("999196000012"));
  CHECK(normal("tax-code", " 9000 000 005 ") == Value("9000 000 005"));  // mistyped
  CHECK(normal("insurance", "GD4 38 0123456789") == Value("0123456789"));
  CHECK(normal("insurance", " 0123-456.789 ") == Value("0123456789"));
  CHECK(normal("insurance", "chưa có") == Value("chưa có"));
  CHECK(normal("email", " thu @example.vn ") == Value("thu@example.vn"));
  CHECK(normal("date", "2026-1-5") == Value("2026-01-05"));
  CHECK(normal("date", " 1961 ") == Value("1961"));
  CHECK(normal("date", "2026--5") == Value("2026--05"));
  CHECK(normal("number", " 12 ") == Value(std::int64_t{12}));
  CHECK(normal("number", "-3") == Value(std::int64_t{-3}));
  CHECK(normal("number", "1e5") == Value("1e5"));
  CHECK(normal("number", "99999999999999999999") == Value("99999999999999999999"));
  CHECK(normal("text", true) == Value(true));
}

TEST_CASE("phones come to one form", "[form]") {
  for (const char* typed : {"0912345678", "+84 912 345 678", "0084912345678", "84912345678",
                            "(091) 234-5678", "+840912345678", " 0912.345.678 "}) {
    INFO(typed);
    CHECK(normal_phone(typed) == "0912345678");
  }
  CHECK(normal_phone("+1 (415) 555-0100") == "+14155550100");
  CHECK(normal_phone(" số của  mẹ ") == "số của mẹ");
  CHECK(normal_phone("").empty());
}

TEST_CASE("normalising twice changes nothing more, and keeps unknown fields", "[form]") {
  const Schema form = schema(field("phone"));
  const Values once = normalise(form, {{"f", "+84 912 345 678"}, {"other", "  x "}});
  CHECK(normalise(form, once) == once);
  CHECK(text_of(once, "other") == "  x ");
}

TEST_CASE("a submission holds only answers that were given and asked for", "[form]") {
  const Schema form = schema(
      R"({"id":"a","type":"checkbox","label":{"vi":"A"}},)"
      R"({"id":"b","type":"text","label":{"vi":"B"},"visible_if":{"op":"eq","field":"a","value":true}},)"
      R"({"id":"n","type":"number","label":{"vi":"N"},"initial":0})");
  CHECK(submission(form, {{"a", false}, {"b", "x"}, {"n", "0"}}, today) ==
        Values{{"n", std::int64_t{0}}});
  CHECK(submission(form, {{"a", true}, {"b", " x "}, {"zz", "1"}}, today) ==
        Values{{"a", true}, {"b", "x"}});
  CHECK(initial_values(form) == Values{{"n", std::int64_t{0}}});
}

TEST_CASE("answers as people read them", "[form]") {
  const auto shown = [](const std::string& type, const Value& value, const char* language,
                        const std::string& more = "") {
    return display(*find_field(schema(field(type, more)), "f"), value, language);
  };
  CHECK(shown("date", "2026-10-05", "vi") == "05/10/2026");
  CHECK(shown("phone", "0912345678", "vi") == "0912 345 678");
  CHECK(shown("personal-id", "999196000012", "vi") == "999 196 000 012");
  CHECK(shown("tax-code", "9000000006-001", "vi") == "9000000006-001");
  CHECK(shown("tax-code", "999196000012", "vi") == "999 196 000 012");
  CHECK(shown("insurance", "0123456789", "vi") == "0123456789");
  CHECK(shown("country", "VN", "en") == "Việt Nam");
  CHECK(shown("country", "XX", "en") == "XX");
  CHECK(shown("checkbox", true, "vi") == "Có");
  CHECK(shown("checkbox", false, "en") == "No");
  CHECK(shown("number", std::int64_t{7}, "vi") == "7");
  CHECK(shown("text", "", "vi").empty());
}
