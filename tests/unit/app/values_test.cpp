// Paths, times, quantities, drafts, messages and effects as values.

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/app/person.h"
#include "wasm/app/local_time.h"
#include "wasm/app/quantity.h"
#include "wasm/app/route.h"

using namespace motcua;
using namespace motcua::app;

TEST_CASE("paths and routes say the same", "[app]") {
  for (const auto* path : {"/", "/thu-tuc/1.001193", "/nop/ab12/child", "/nop/ab12/giay-to",
                           "/nop/ab12/kiem-tra", "/nop/ab12/phieu-kiem-tra", "/nop/ab12/niem-phong",
                           "/ho-so", "/ho-so/482177305910", "/ho-so/482177305910/bien-nhan"}) {
    INFO(path);
    CHECK(path_of(parse_route(path)) == path);
    CHECK(parse_route(path).page != Page::not_found);
  }
  CHECK(parse_route("/ho-so/").page == Page::dossiers);
  for (const auto* path : {"", "ho-so", "//", "/a", "/nop/x", "/nop//child", "/ho-so/1/x",
                           "/thu-tuc/é", "/thu-tuc/a/b"})
    CHECK(parse_route(path).page == Page::not_found);
  CHECK(parse_route("/thu-tuc/" + std::string(65, '1')).page == Page::not_found);
}

TEST_CASE("times are shown in Vietnam", "[app]") {
  const auto vi = test::read_words("vi");
  const auto en = test::read_words("en");
  CHECK(moment_text(vi, "2026-11-22T07:02:59Z") == "14:02, 22/11/2026");
  CHECK(moment_text(vi, "2026-12-31T17:00:00Z") == "00:00, 01/01/2027");
  CHECK(moment_text(en, "2026-12-31T17:00:00Z") == "00:00, 1 January 2027");
  CHECK(day_text(vi, {.year = 1961}) == "1961");
  CHECK(day_text(en, {.year = 2026, .month = 12, .day = 9}) == "9 December 2026");
  CHECK(form::to_text(vietnam_day("2026-02-28T20:00:00Z")) == "2026-03-01");
  for (const auto* bad : {"", "2026-11-22", "2026-11-22T25:00:00Z", "2026-13-01T00:00:00Z", "x"})
    CHECK(moment_text(vi, bad).empty());
}

TEST_CASE("quantities as people read them", "[app]") {
  const auto vi = test::read_words("vi");
  const auto en = test::read_words("en");
  CHECK(size_text(vi, 0) == "0 KB");
  CHECK(size_text(vi, 1) == "1 KB");
  CHECK(size_text(vi, 3 << 20) == "3 MB");
  CHECK(size_text(vi, (3 << 20) + 1) == "3,1 MB");
  CHECK(size_text(en, (3 << 20) + 1) == "3.1 MB");
  CHECK(number_text(vi, 999) == "999");
  CHECK(number_text(vi, 1000) == "1.000");
  CHECK(number_text(en, -1234567) == "-1,234,567");
  CHECK(duration_text(vi, 61) == "khoảng 2 phút");
  CHECK(duration_text(en, 60) == "about 1 minute");
  CHECK(duration_text(en, 61) == "about 2 minutes");
  CHECK(grouped_number("482177305910") == "4821 7730 5910");
  CHECK(grouped_number("48217730591x") == "48217730591x");
  CHECK(percent_of(999, 1000) == 99);
  CHECK(percent_of(1000, 1000) == 100);
  CHECK(percent_of(1, 0) == -1);
  CHECK(percent_of(-5, 10) == 0);
}

TEST_CASE("a draft reads back as it was saved", "[app]") {
  Draft draft{.id = "ab", .root = "cd", .hex = "ef", .key = "01", .procedure = "1.1"};
  draft.values["a.b"] = std::string("Ấp “Đông”\n");
  draft.values["c"] = std::int64_t{7};
  draft.values["d"] = true;
  draft.files.push_back({"c1", "k", "t.pdf", "application/pdf", "pdf", "h", "s", 5});
  draft.stage = Stage::sealed;
  draft.sealed = {"{}", "sig", "f", "b", 9};
  draft.receipt = {"1", "p", "a", "s", "t"};
  draft.events.push_back({1, 2, "received", "t", "99901", "-", "lời nhắn"});
  draft.reviewed = true;
  const auto text = draft_json(draft);
  const auto read = read_draft(text);
  REQUIRE(read);
  CHECK(draft_json(*read) == text);
  CHECK(read->stage == Stage::sealed);
  CHECK(read->values == draft.values);
  CHECK(read->events[0].text == "lời nhắn");
  for (const auto* bad : {"", "[]", "{}", R"({"format":"motcua.draft/1"})",
                          R"({"format":"x","id":"a","root":"b","draft":"c"})"})
    CHECK_FALSE(read_draft(bad));
}

TEST_CASE("damaged drafts are left alone and told", "[app]") {
  test::Device device = {{"x", "not json"}};
  test::Person p(device);
  p.open();
  CHECK(p.sees("Có hồ sơ dở không đọc lại được"));
  CHECK(device.size() == 1);
}

TEST_CASE("messages of any shape do no harm", "[app]") {
  test::Device device;
  test::Person p(device);
  p.open();
  App app;
  app.start("nonsense");
  for (const auto* text :
       {"", "null", "[]", "{", R"({"on":7})", R"({"on":"unknown"})", R"({"on":"event"})",
        R"({"on":"sealed","draft":{}})", R"({"on":"file_kept","size":1e300})",
        R"({"on":"accepted","draft":"x"})", R"({"on":"drafts","list":[1,{"json":2}]})",
        R"({"on":"random","as":"draft:1.001193","hex":"zz"})",
        R"({"on":"navigated","path":"\u0000"})", R"({"on":"follow_state"})",
        R"({"on":"send_progress","draft":"x","done":-1e9})"})
    app.message(text);
  app.text("words/vi", "[]");
  app.text("procedures/index", "{");
  app.text("", "");
  app.action(12345, ActionKind::activate, "");
  app.action(0, ActionKind::hover, "");
  CHECK(app.view().nodes.size() >= 1);
}

TEST_CASE("the colours are chosen from what there is", "[app]") {
  test::Device device;
  test::Person p(device);
  p.open();
  CHECK(p.model().theme == "auto");
  p.choose("Màu của trang", "Nền tối");
  CHECK(p.model().theme == "dark");
  REQUIRE(p.asked<effect::Theme>().size() == 1);
  CHECK(p.asked<effect::Theme>()[0].choice == "dark");
  App app;
  app.start(R"({"lang":"vi","theme":"purple"})");
  CHECK(app.model().theme == "auto");
}

TEST_CASE("effects have their names and members", "[app]") {
  const auto json = [](const Effect& e) { return test::Json::parse(encode(e)); };
  CHECK(json(effect::LoadDrafts{}) == test::Json{{"do", "load_drafts"}});
  CHECK(json(effect::Load{"a.json", "a"}) ==
        test::Json{{"do", "load"}, {"path", "a.json"}, {"as", "a"}});
  CHECK(json(effect::GoTo{"/", true}) ==
        test::Json{{"do", "route"}, {"path", "/"}, {"replace", true}});
  CHECK(json(effect::Focus{.node = 7})["node"] == 7);
  const auto follow = json(effect::Follow{{{"cap", "1", "b", "r", "d", "e", "s", "p", 3}}});
  CHECK(follow["capabilities"] == test::Json::array({"cap"}));
  CHECK(follow["dossiers"][0]["last"] == 3);
  CHECK(follow["dossiers"][0]["envelope"] == "e");
  CHECK(follow["dossiers"][0]["signature"] == "s");
  CHECK(json(effect::Announce{"\xff"})["text"] == "\xEF\xBF\xBD");  // never broken UTF-8
}
