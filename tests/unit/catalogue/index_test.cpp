#include "shared/catalogue/index.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/codec/json.h"
#include "test_assets.h"

using namespace motcua;
using namespace motcua::catalogue;

namespace {

codec::Json entry(const char* code, const char* name) {
  return {{"code", code},           {"version", "2026-07-01"},
          {"name", {{"vi", name}}}, {"summary", {{"vi", "Tóm tắt"}}},
          {"life_event", "birth"},  {"form", "x/1"}};
}

/// The real index with a neighbour beside it.
Index index() {
  codec::Json data = codec::json_parse(assets::procedures_index_json).value();
  data["procedures"].push_back(entry("1.004884", "Đăng ký lại khai sinh"));
  Result<Index> parsed = read_index(data);
  if (!parsed) FAIL(parsed.error().message);
  const auto added = parse_search(*parsed, assets::procedures_search_json);
  if (!added) FAIL(added.error().message);
  return std::move(parsed).value();
}

std::string first(const Index& in, const char* query) {
  const auto hits = search(in, query);
  return hits.empty() ? "" : hits[0].entry->code;
}

}  // namespace

TEST_CASE("people find birth registration by what they type", "[catalogue]") {
  const Index in = index();
  for (const char* query : {"khai sinh",
                            "khaisinh",
                            "dk khai sinh",
                            "đk khai sinh",
                            "KHAI SINH",
                            "giay khai sinh",
                            "làm giấy khai sinh cho con",
                            "tôi muốn đăng ký khai sinh",
                            "sinh con",
                            "em bé",
                            "be moi sinh",
                            "1.001193",
                            "1.00119",
                            "birth certificate",
                            "how to register a birth",
                            "newborn",
                            "khai sinh muộn",
                            "thủ tục khai sinh trực tuyến",
                            "dkks",
                            "khia sinh"}) {
    INFO(query);
    CHECK(first(in, query) == "1.001193");
  }
}

TEST_CASE("neighbours are told apart", "[catalogue]") {
  const Index in = index();
  CHECK(first(in, "đăng ký lại khai sinh") == "1.004884");
  CHECK(first(in, "khai tử") == "1.000656");
  CHECK(first(in, "kết hôn") == "1.000894");
  CHECK(first(in, "bản sao giấy khai sinh") == "2.000635");
  CHECK(first(in, "xác nhận độc thân") == "1.004873");
  CHECK(first(in, "nhập hộ khẩu") == "1.004222");
  CHECK(first(in, "mở quán") == "1.001612");
  CHECK(first(in, "công chứng bản sao") == "2.000815");
  const auto hits = search(in, "đăng ký");
  CHECK(hits.size() > 4);
  CHECK(search(in, "đăng ký", 2).size() == 2);
}

TEST_CASE("nothing is found for nothing", "[catalogue]") {
  const Index in = index();
  CHECK(search(in, "").empty());
  CHECK(search(in, " \t ").empty());
  CHECK(search(in, "hộ chiếu").empty());
  CHECK(search(in, "9.9").empty());
  CHECK(search(in, "\xFF\xFE").empty());
  CHECK(search(in, std::string(100000, 'x')).empty());
}

TEST_CASE("a malformed index is refused", "[catalogue]") {
  const codec::Json good = codec::json_parse(assets::procedures_index_json).value();
  CHECK(read_index(good));
  codec::Json twice = good;
  twice["procedures"].push_back(twice["procedures"][0]);
  CHECK(read_index(twice).error().code == Code::duplicate);
  codec::Json stray = good;
  stray["procedures"][0]["life_event"] = "none";
  CHECK_FALSE(read_index(stray));
  CHECK_FALSE(parse_index("{}"));
  CHECK(find_entry(read_index(good).value(), "1.001193"));
}

TEST_CASE("names find a procedure before the search's words are there", "[catalogue]") {
  Index in = parse_index(assets::procedures_index_json).value();
  CHECK(first(in, "dk khai sinh") == "1.001193");
  CHECK(first(in, "em bé").empty());
  REQUIRE(parse_search(in, assets::procedures_search_json));
  CHECK(first(in, "em bé") == "1.001193");
}

TEST_CASE("malformed words of the search leave the index as it was", "[catalogue]") {
  Index in = index();
  const codec::Json good = codec::json_parse(assets::procedures_search_json).value();
  codec::Json twice = good, stray = good, unknown = good;
  twice["procedures"].push_back(twice["procedures"][0]);
  stray["procedures"][0]["code"] = "9.999999";
  unknown["more"] = 1;
  CHECK(read_search(in, twice).error().code == Code::duplicate);
  CHECK(read_search(in, stray).error().code == Code::invalid);
  CHECK(read_search(in, unknown).error().code == Code::invalid);
  CHECK_FALSE(parse_search(in, "{}"));
  CHECK(first(in, "em bé") == "1.001193");
}

TEST_CASE("a later version holds from its day on", "[catalogue]") {
  codec::Json data = codec::json_parse(assets::procedures_index_json).value();
  auto& procedure = data["procedures"][0];
  const std::string code = procedure["code"].get<std::string>();
  procedure["next"] = {{{"version", "2027-03-01"}, {"form", "birth/2"}},
                       {{"version", "2028-01-01"}, {"form", "birth/3"}}};
  const auto index = read_index(data);
  REQUIRE(index);
  const Entry& entry = *find_entry(*index, code);
  CHECK(version_on(entry, "2020-01-01") == entry.version);
  CHECK(version_on(entry, "2027-02-28") == entry.version);
  CHECK(version_on(entry, "2027-03-01") == "2027-03-01");
  CHECK(version_on(entry, "2030-01-01") == "2028-01-01");
  CHECK(procedure_path(entry, entry.version) == "procedures/" + code + ".json");
  CHECK(procedure_path(entry, "2027-03-01") == "procedures/" + code + "@2027-03-01.json");

  for (const char* bad : {"2027-03-01", "2020-01-01", "2027-13-01", "2028", ""}) {
    INFO(bad);
    procedure["next"][1]["version"] = bad;
    CHECK_FALSE(read_index(data));
  }
}
