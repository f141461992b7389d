#include <catch2/catch_test_macros.hpp>

#include "tests/unit/app/person.h"

using namespace motcua;
using namespace motcua::test;
using codec::Json;

namespace {

/// The birth registration with another version from 1 March 2027 on, whose form asks for less.
void announce_next(Person& p) {
  auto index = codec::json_parse(read_asset("procedures/index.json")).value();
  for (auto& each : index["procedures"])
    if (each["code"] == "1.001193")
      each["next"] = Json::array({{{"version", "2027-03-01"}, {"form", "birth2/1"}}});
  p.instead["procedures/index.json"] = index.dump();
  auto procedure = codec::json_parse(read_asset("procedures/1.001193.json")).value();
  procedure["version"] = "2027-03-01";
  procedure["form"] = "birth2/1";
  p.instead["procedures/1.001193@2027-03-01.json"] = procedure.dump();
  auto form = codec::json_parse(read_asset("forms/birth.json")).value();
  form["id"] = "birth2/1";
  form["steps"][0]["title"]["vi"] = "Em bé (mẫu mới)";
  p.instead["forms/birth2.json"] = form.dump();
}

}  // namespace

TEST_CASE("a form switches on its day; a draft begun before is told and keeps its answers",
          "[app]") {
  Device device;
  std::string path;
  {
    Person p(device);
    announce_next(p);
    p.now = "2027-02-28T07:00:00Z";
    p.open();
    start_birth(p);
    CHECK(p.title() == "Em bé");
    p.type("Họ, chữ đệm và tên của bé", "Trần Thử An");
    path = p.path;
  }
  {
    Person p(device);
    announce_next(p);
    p.now = "2027-02-28T16:59:00Z";  // one minute before midnight in Viet Nam
    p.open(path);
    CHECK(p.title() == "Em bé");
    CHECK(!p.sees("Mẫu này đã đổi"));
  }
  Person p(device);
  announce_next(p);
  p.now = "2027-02-28T17:00:00Z";
  p.open(path);
  CHECK(p.title() == "Em bé (mẫu mới)");
  CHECK(p.sees("Mẫu này đã đổi từ"));
  CHECK(p.value("Họ, chữ đệm và tên của bé") == "Trần Thử An");
  CHECK(p.model().drafts.at(p.draft()).version == "2027-03-01");
}
