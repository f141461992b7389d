// The national list itself, read in place beside the repository, from its root; a fresh clone has
// none.

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "shared/codec/csv.h"
#include "shared/places/address.h"
#include "shared/places/import.h"
#include "tests/unit/places/small_list.h"

using namespace motcua;
using namespace motcua::places;

namespace {

const std::string folder = "../shared/domain/places/";

std::string content(const std::string& name) {
  std::ifstream file(folder + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Reading an address takes long under the sanitizers: one of so many, beside all that were
/// divided.
constexpr std::size_t every = 11;

/// One old unit, as its rows have it.
struct Old {
  std::string ward, district, province;
  std::set<std::string> successors;
};

struct National {
  std::string provinces = content("provinces_34.csv"), communes = content("communes_3321.csv"),
              old = content("old_to_new_10602.csv");

  bool there() const { return !provinces.empty() && !communes.empty() && !old.empty(); }
  NationalList list() const {
    return import_list({provinces, communes, old, test::small_version, {{"06970", "06978"}}})
        .value();
  }

  /// By code; those without one by their district.
  std::map<std::string, Old> olds(std::size_t& pairs) const {
    const auto table = codec::parse_csv(old).value();
    const auto at = [&](const codec::CsvRow& row, std::string_view column) {
      return row.fields[table.column(column).value()];
    };
    std::map<std::string, Old> out;
    for (const auto& row : table.rows) {
      const std::string code = at(row, "old_ward_code");
      Old& unit = out[code.empty() ? "district " + at(row, "old_district_code") : code];
      unit.ward = at(row, "old_ward");
      unit.district = at(row, "old_district");
      unit.province = at(row, "old_province");
      pairs += unit.successors.insert(at(row, "new_ward_code")).second;
    }
    return out;
  }
};

std::set<std::string> code_set(const std::vector<Commune>& communes) {
  std::set<std::string> out;
  for (const Commune& each : communes) out.insert(each.code);
  return out;
}

}  // namespace

TEST_CASE("every old unit of the country leads to all its successors", "[places]") {
  const National data;
  if (!data.there()) SKIP("the tables of the country are not beside the project");
  const Gazetteer places(data.list());
  CHECK(places.list().provinces.size() == 34);
  CHECK(places.list().communes.size() == 3321);
  std::size_t pairs = 0, by_code = 0, by_name = 0, addresses = 0, divided = 0;
  const auto olds = data.olds(pairs);
  CHECK(olds.size() == 10'040);
  CHECK(pairs == 10'602);
  for (const auto& [code, old] : olds) {
    INFO(code << ' ' << old.ward << ", " << old.district << ", " << old.province);
    if (!old.ward.empty()) {
      const auto found = places.today(code);
      REQUIRE(found.ok());
      CHECK(found->divided == (old.successors.size() > 1));
      CHECK(code_set(found->today) == old.successors);
      by_code += found->today.size();
      divided += found->divided;
    }
    const auto named = places.today(old.ward, old.district, old.province);
    REQUIRE(named.size() == 1);
    CHECK(code_set(named[0].today) == old.successors);
    by_name += named[0].today.size();

    if (by_name % every != 0 && old.successors.size() == 1) continue;
    std::string text = old.district + ", " + old.province;
    if (!old.ward.empty()) text = "Tổ 1, " + old.ward + ", " + text;
    const auto reading = read_address(places, text);
    std::set<std::string> codes;
    for (const auto& each : reading.candidates) codes.insert(each.today.code);
    CHECK(codes == old.successors);
    CHECK(reading.certain == (old.successors.size() == 1));
    addresses += 1;
  }
  CHECK(by_code == 10'602 - 5);  // five districts had no wards
  CHECK(by_name == 10'602);
  CHECK(addresses > 10'040 / every);
  CHECK(divided == 471);
}

TEST_CASE("every commune of the country is found by its code, name and address", "[places]") {
  const National data;
  if (!data.there()) SKIP("the tables of the country are not beside the project");
  const Gazetteer places(data.list());
  const auto& list = places.list();
  for (std::uint32_t row = 0; row < list.communes.size(); ++row) {
    const Commune commune = places.commune(row);
    INFO(commune.code << ' ' << commune.name << ", " << commune.province);
    CHECK(places.find(commune.code, list.version)->row == row);
    if (row % every != 0) continue;
    const auto reading = read_address(places, commune.name + ", " + commune.province);
    REQUIRE_FALSE(reading.candidates.empty());
    CHECK(reading.candidates[0].today.code == commune.code);
    CHECK_FALSE(reading.candidates[0].through);
    if (row % (10 * every) != 0) continue;
    const auto hits = places.search(commune.name + ' ' + commune.province, 1);
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].today.code == commune.code);
  }
  CHECK(places.find("06970", list.version)->name == "Xã Ba Chẽ");
  CHECK(places.today("06970")->old.ward == "Thị trấn Ba Chẽ");
  // 00004 was Trúc Bạch, and is Ba Đình.
  CHECK(places.find("00004", list.version)->name == "Phường Ba Đình");
  CHECK(places.today("00004")->old.ward == "Phường Trúc Bạch");
}

TEST_CASE("the country's pack is small", "[places]") {
  const National data;
  if (!data.there()) SKIP("the tables of the country are not beside the project");
  const Bytes pack = write_pack(data.list());
  CHECK(pack.size() < 150'000);  // before it is compressed
  const auto start = std::chrono::steady_clock::now();
  const auto places = Gazetteer::open(pack).value();
  const auto loaded = std::chrono::steady_clock::now();
  for (const char* query : {"b", "ba", "ba đ", "ba đình", "phuc xa ba dinh"}) {
    CHECK_FALSE(places.search(query).empty());
  }
  const auto searched = std::chrono::steady_clock::now();
  const auto us = [](auto time) {
    return std::chrono::duration_cast<std::chrono::microseconds>(time).count();
  };
  WARN(pack.size() << " bytes, loaded in " << us(loaded - start) << " us, one search takes "
                   << us(searched - loaded) / 5 << " us");
}
