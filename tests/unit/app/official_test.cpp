#include <catch2/catch_test_macros.hpp>

#include "tests/unit/app/person.h"

using namespace motcua;
using namespace motcua::test;
namespace effect = motcua::app::effect;

namespace {

constexpr std::string_view words = "Xem nguyên văn bản ghi chính thức";

/// A record that nobody published.
std::string record() {
  return R"({"format":"motcua.official/1","code":"1.001193","name":"Thủ tục thử","source":"Bản ghi thử",)"
         R"("date":"2026-07-18","agencies":["Ủy ban thử"],"results":["Giấy thử"],"legal":["1/2026/NĐ-CP"],)"
         R"("methods":[{"channel":"online","time":4,"unit":"working-days","fees":[{"value":0}]}],)"
         R"("documents":[{"name":"- Giấy <b>thử</b>","originals":1,"copies":0}],"notes":2})";
}

std::size_t loads(const Person& p) {
  std::size_t n = 0;
  for (const auto& each : p.asked<effect::Load>())
    if (each.as == "official/1.001193") ++n;
  return n;
}

}  // namespace

TEST_CASE("without a public record nothing of it is offered", "[app]") {
  Device device;
  Person p(device);
  p.official = {"1.000656"};
  p.open("/thu-tuc/1.001193");
  CHECK_FALSE(p.sees(words));
}

TEST_CASE("a public record loads when it is opened and stands beside ours", "[app]") {
  Device device;
  Person p(device);
  p.official = {"1.001193"};
  p.instead["official/1.001193.json"] = record();
  p.open("/thu-tuc/1.001193");
  REQUIRE(p.sees(words));
  CHECK(loads(p) == 0);
  p.press(words);
  CHECK(loads(p) == 1);
  CHECK(p.sees("trực tuyến: 4 ngày làm việc – khác với trang này"));
  CHECK(p.sees("trực tuyến: 0"));
  CHECK(p.sees("1 giấy tờ – khác với trang này"));
  CHECK(p.sees("Ủy ban thử"));
  CHECK(p.sees("- Giấy <b>thử</b>"));
  CHECK(p.sees("Nguồn: Bản ghi thử (18/07/2026)"));
  p.press(words);
  CHECK_FALSE(p.sees("Ủy ban thử"));
  p.press(words);
  CHECK(p.sees("Ủy ban thử"));
  CHECK(loads(p) == 1);
}

TEST_CASE("a public record that does not come, or is none, says so and can be tried again",
          "[app]") {
  Device device;
  Person p(device);
  p.official = {"1.001193"};
  p.instead["official/1.001193.json"] = "{}";
  p.open("/thu-tuc/1.001193");
  p.press(words);
  CHECK(p.sees("Giấy chứng sinh"));
  p.instead["official/1.001193.json"] = record();
  p.press("Thử lại");
  CHECK(p.sees("Ủy ban thử"));
}
