#include <catch2/catch_test_macros.hpp>

#include "tests/unit/places/small_list.h"

using namespace motcua;
using namespace motcua::places;

namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

enum class In { provinces, communes, old };

/// Of the small country after a change in one of its tables.
Error refused(In table, std::string_view from, std::string_view to) {
  std::string texts[] = {test::small_provinces, test::small_communes, test::small_old};
  std::string& changed = texts[static_cast<int>(table)];
  changed = replaced(changed, from, to);
  const auto list = import_list({texts[0], texts[1], texts[2], test::small_version, {}});
  REQUIRE_FALSE(list.ok());
  return list.error();
}

}  // namespace

TEST_CASE("three tables make a list", "[places]") {
  const NationalList list = test::small_list();
  CHECK(list.version == test::small_version);
  CHECK(list.provinces.size() == 2);
  CHECK(list.communes.size() == 8);
  CHECK(list.old_provinces.size() == 3);
  CHECK(list.old_districts.size() == 7);
  CHECK(list.old_wards.size() == 14);
  CHECK(list.successors.size() == 16);
  CHECK(list.aliases.size() == 1);
  // Old provinces are in the order of their codes, whatever the order of the rows.
  CHECK(list.text(list.old_provinces[0].kind, list.old_provinces[0].name) == "Tỉnh Núi Cũ");
}

TEST_CASE("names keep their spelling, kinds get one", "[places]") {
  const NationalList list = test::small_list();
  const auto& last = list.communes[7];
  CHECK(list.text(last.kind, last.name) == "Xã Ea H'Leo");
  const auto& dashed = list.old_wards.back();
  CHECK(list.text(dashed.kind, dashed.name) == "Xã Ea - H'Mar");
}

TEST_CASE("English names are made of the others, or kept", "[places]") {
  const NationalList list = test::small_list();
  const auto english = [&](const auto& row) {
    return list.english(row.kind, row.name, row.english);
  };
  CHECK(english(list.communes[0]) == "Dinh Ba Ward");
  CHECK(list.communes[0].english.count == 0);
  CHECK(english(list.communes[4]) == "Ward 1 Bach Mai");
  CHECK(english(list.communes[6]) == "Dao Cat Special Zone");  // its own name
  CHECK(list.communes[6].english.count == 0);
  CHECK(english(list.provinces[1]) == "Hoacucmai City");
}

TEST_CASE("a wrong row is refused with its table and line", "[places]") {
  const auto says = [](In table, std::string_view from, std::string_view to,
                       std::string_view what) {
    const Error error = refused(table, from, to);
    INFO(error.message);
    CHECK(error.code == Code::invalid);
    CHECK(error.message.find(what) != std::string::npos);
  };
  says(In::provinces, "98,Thành", "97,Thành", "provinces, line 3: the code 97 stands there twice");
  says(In::provinces, "Tỉnh Sông", "Sông", "provinces, line 2: \"Sông Xanh\" does not begin");
  says(In::provinces, "full_name_vi", "name", "there is no column full_name_vi");
  says(In::provinces, "Song Xanh", "\"Song\"x", "provinces, line 2: something follows");
  says(In::communes, "90008,97", "9008,97", "communes, line 3: code must have 5 digits");
  says(In::communes, "90008,97", "90004,97", "communes, line 3: the code 90004 stands there twice");
  says(In::communes, "90008,97", "90008,96", "communes, line 3: there is no province 96");
  says(In::communes, "Xã Hoà", "Huyện Hoà", "communes, line 3: \"Huyện Hoà Bình\" does not begin");
  says(In::communes, "Xã Hoà", "Thị trấn Hoà", "there are no townships any more");
  says(In::communes, "Hoa Binh Commune", "Hoa,Binh", "communes, line 3: 5 fields");
  says(In::old, "98,90021", "98,90099", "old units, line 14: there is no commune 90099");
  says(In::old, "98,90021", "97,90021", "line 14: the commune 90021 is in another province");
  says(In::old, "97,90011\n", "97,90008\n", "line 7: the same pair of units stands there twice");
  says(In::old, "901,Thành phố Sông Xanh,90004", "901,Thành phố Sông Khác,90004",
       "line 3: \"Sông Khác\" had another name");
  says(In::old, "90012,Xã Hải Lạng,97,90010", "90012,Xã Hải Lăng,97,90010",
       "line 8: \"Hải Lăng\" had another name");
  says(In::old, "904,Huyện Châu Thành,90041", "904,Huyện Châu Thành,90031",
       "line 11: the code 90031 had another place");
  says(In::old, "95,Tỉnh Núi Cũ,903", "95,Tỉnh Núi Cũ,902", "line 11: the code 902 had another");
  says(In::old, "90031,Xã Văn Lang", ",Xã Văn Lang", "line 11: old_ward_code must have 5 digits");
  says(In::old, "Xã Văn Lang", "Xã a b c d e f g h i k l m n", "these tables make no list");
}

TEST_CASE("tables without rows", "[places]") {
  const auto header = [](const std::string& table) {
    return table.substr(0, table.find('\n') + 1);
  };
  auto tables = test::small_tables();
  const std::string communes = header(test::small_communes), old = header(test::small_old);
  tables.communes = communes;
  CHECK(import_list(tables).error().message == "communes, line 1: there is no commune in it");
  // A list may have no forerunner.
  tables = test::small_tables();
  tables.old = old;
  CHECK(import_list(tables)->old_wards.empty());
}

TEST_CASE("the version and second codes are checked", "[places]") {
  auto tables = test::small_tables();
  CHECK(import_list(tables).ok());
  for (const char* version : {"", "2025 07", "a,b", "012345678901234567890123456789012"}) {
    tables.version = version;
    CHECK(import_list(tables).error().code == Code::usage);
  }
  tables = test::small_tables();
  for (const std::pair<std::string, std::string>& alias :
       {std::pair<std::string, std::string>{"90004", "90021"},
        {"90971", "90099"},
        {"9097", "90021"},
        {"90971", ""}}) {
    tables.aliases = {alias};
    CHECK(import_list(tables).error().code == Code::usage);
  }
}
