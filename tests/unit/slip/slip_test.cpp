#include "shared/slip/slip.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/slip/fit.h"
#include "shared/slip/text_ok.h"
#include "tests/unit/slip/fixtures.h"

using namespace motcua;
using codec::Json;
using slip::parse_slip;

namespace {

/// What is wrong with a fixture when the value at a place is another; empty = nothing.
std::string wrong(int form, const char* place, Json value) {
  Json json = test::slip_json(form);
  json[Json::json_pointer(place)] = std::move(value);
  const auto slip = slip::read_slip(json);
  return slip ? std::string() : slip.error().message;
}

std::string without(int form, const char* parent, const char* name) {
  Json json = test::slip_json(form);
  json[Json::json_pointer(parent)].erase(name);
  const auto slip = slip::read_slip(json);
  return slip ? std::string() : slip.error().message;
}

}  // namespace

TEST_CASE("a slip of each form is read and written again, byte for byte", "[slip]") {
  for (int form = 1; form <= 7; ++form) {
    INFO(form);
    const auto json = test::slip_json(form);
    const auto slip = slip::read_slip(json);
    REQUIRE(slip);
    CHECK(static_cast<int>(slip->form()) == form);
    CHECK(slip::form_name(slip->form()) == json["form"].get<std::string>());
    const auto text = slip::slip_text(*slip);
    REQUIRE(text);
    CHECK(*text == *codec::json_canonical(json));
    CHECK(*slip::slip_text(*parse_slip(*text)) == *text);
  }
}

TEST_CASE("what is wrong in a slip is named with its place", "[slip]") {
  CHECK(wrong(2, "/items/1/why", 7) == "\"why\" in items[1] of the slip is not as it must be");
  CHECK(wrong(2, "/items/2/more", "x") == "items[2] of the slip has an unknown member \"more\"");
  CHECK(wrong(1, "/agency/name", "") == "\"name\" in \"agency\" of the slip is not as it must be");
  CHECK(wrong(1, "/limit/unit", "weeks") ==
        "\"unit\" in \"limit\" of the slip is not as it must be");
  CHECK(without(6, "/hops/0", "from") == "hops[0] of the slip has no \"from\"");
  CHECK(without(3, "", "person") == "the slip has no \"person\"");
}

TEST_CASE("a slip that is not as it must be is refused", "[slip]") {
  const auto at = [](const char* place) { return place; };
  for (int form = 1; form <= 7; ++form) {
    INFO(form);
    CHECK_FALSE(wrong(form, at("/format"), "motcua.slip/2").empty());
    CHECK_FALSE(wrong(form, at("/form"), "08").empty());
    CHECK_FALSE(wrong(form, at("/form"), form == 7 ? "06" : "07").empty());
    CHECK_FALSE(wrong(form, at("/unit"), "xã").empty());
    CHECK_FALSE(wrong(form, at("/time"), "2026-02-30T00:00:00Z").empty());
    CHECK_FALSE(wrong(form, at("/demo"), "no").empty());
    CHECK_FALSE(wrong(form, at("/more"), 1).empty());
    if (form == 7) continue;
    CHECK_FALSE(wrong(form, at("/submission"), "482177305911").empty());
    CHECK_FALSE(wrong(form, at("/body"), std::string(64, 'A')).empty());
    CHECK_FALSE(wrong(form, at("/code"), "H99 01").empty());
    CHECK_FALSE(wrong(form, at("/procedure"), std::string(201, 'a')).empty());
  }
  CHECK_FALSE(wrong(1, "/papers/0/count", 0).empty());
  CHECK_FALSE(wrong(1, "/papers/0/kind", "scan").empty());
  CHECK_FALSE(wrong(1, "/sets", 100).empty());
  CHECK_FALSE(wrong(1, "/way", "").empty());
  CHECK_FALSE(wrong(1, "/limit/value", 0).empty());
  CHECK_FALSE(wrong(2, "/items", Json::array()).empty());
  CHECK_FALSE(wrong(2, "/items/0/kind", "thing").empty());
  CHECK_FALSE(wrong(3, "/may", Json::array()).empty());
  CHECK_FALSE(wrong(3, "/may/0", 7).empty());
  CHECK_FALSE(wrong(3, "/reasons/0/why", std::string(2001, 'a')).empty());
  CHECK_FALSE(wrong(4, "/new_due", "soon").empty());
  CHECK_FALSE(wrong(5, "/stage", "").empty());
  CHECK_FALSE(wrong(6, "/hops/0/result", "never").empty());
  CHECK_FALSE(wrong(6, "/person", Json{{"name", "A"}}).empty());
  CHECK_FALSE(wrong(7, "/from", "2026").empty());
  CHECK_FALSE(wrong(7, "/until", "2026-10-31").empty());
  CHECK_FALSE(wrong(7, "/rows/0/state", "lost").empty());
  CHECK_FALSE(wrong(7, "/submission", "482177305910").empty());
}

TEST_CASE("texts that could say something else than their bytes are refused", "[slip]") {
  for (const char* text : {"a\nb", "a\tb", "\x7f", "\xC2\x85", "\xE2\x80\xAE", "\xE2\x80\x8F",
                           "\xE2\x80\xA8", "\xE2\x81\xA6", "\xEF\xBB\xBF"}) {
    CHECK_FALSE(slip::text_ok(text));
    CHECK_FALSE(wrong(2, "/items/0/what", text).empty());
  }
  for (const char* text : {"Nguyễn Thị Ấm Áp", "“ngoặc” – gạch…",
                           "a\xC2\xA0"
                           "b",
                           "①", "\xE2\x80\x90"})
    CHECK(slip::text_ok(text));
}

TEST_CASE("a slip has bounds", "[slip]") {
  auto json = test::slip_json(2);
  const Json item = json["items"][0];
  json["items"] = Json::array();
  for (std::size_t i = 0; i < slip::max_items; ++i) json["items"].push_back(item);
  CHECK(slip::read_slip(json));
  json["items"].push_back(item);
  CHECK_FALSE(slip::read_slip(json));
  CHECK(parse_slip(std::string(slip::max_bytes + 1, ' ')).error().code == Code::too_large);
  CHECK(parse_slip(std::string(9, '[') + std::string(9, ']')).error().code == Code::too_large);
  CHECK_FALSE(parse_slip(""));
  CHECK_FALSE(parse_slip("[]"));
  CHECK_FALSE(parse_slip("Lời nhắn thường"));
}

TEST_CASE("a slip belongs to one event", "[slip]") {
  const auto slip = slip::read_slip(test::slip_json(2)).value();
  const std::string number = "482177305910", unit = "99901", body = slip.body;
  CHECK(slip::check_fit(slip, number, unit, body, "supplement-wanted"));
  CHECK(slip::check_fit(slip, "", "", "", ""));
  for (const auto& fits :
       {slip::check_fit(slip, "529034177560", unit, body, "supplement-wanted"),
        slip::check_fit(slip, number, "99001", body, "supplement-wanted"),
        slip::check_fit(slip, number, unit, std::string(64, '0'), "supplement-wanted"),
        slip::check_fit(slip, number, unit, body, "received")})
    CHECK(fits.error().code == Code::mismatch);
  const auto kept = slip::read_slip(test::slip_json(6)).value();
  CHECK_FALSE(slip::check_fit(kept, number, unit, kept.body, "done"));
}
