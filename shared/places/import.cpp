#include "shared/places/import.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "shared/codec/csv.h"
#include "shared/places/pack.h"
#include "shared/places/spelling.h"
#include "shared/text/normal.h"

namespace motcua::places {
namespace {

/// One table, its columns found by name. The first error stays, with table and line.
class Table {
 public:
  Table(std::string name, std::string_view text, std::optional<Error>& error)
      : name_(std::move(name)), error_(&error) {
    if (error) return;
    auto parsed = codec::parse_csv(text);
    if (parsed) {
      table_ = std::move(*parsed);
    } else {
      error = fail(parsed.error().code, name_ + ", " + parsed.error().message, parsed.error().hint);
    }
  }

  bool next() {
    if (*error_ || row_ == table_.rows.size()) return false;
    ++row_;
    return true;
  }

  void refuse(const std::string& what) {
    if (*error_) return;
    const std::string line = row_ == 0 ? "1" : std::to_string(table_.rows[row_ - 1].line);
    *error_ = fail(Code::invalid, name_ + ", line " + line + ": " + what,
                   "correct the file and try again");
  }

  bool has(std::string_view column) const { return table_.column(column).has_value(); }

  std::string text(std::string_view column) {
    const auto at = table_.column(column);
    if (!at) refuse("there is no column " + std::string(column));
    return at ? text::clean_line(table_.rows[row_ - 1].fields[*at]) : std::string();
  }

  std::uint32_t code(std::string_view column, std::size_t digits) {
    const auto code = parse_code(text(column), digits);
    if (!code) refuse(std::string(column) + " must have " + std::to_string(digits) + " digits");
    return code.value_or(0);
  }

 private:
  std::string name_;
  std::optional<Error>* error_;
  codec::CsvTable table_;
  std::size_t row_ = 0;  // from 1 while one is read
};

struct Named {
  UnitKind kind = UnitKind::none;
  std::string name, english;
  bool operator==(const Named&) const = default;
};

struct OldUnit {
  Named named;
  std::set<std::uint32_t> successors;  // codes
};

using DistrictKey = std::pair<std::uint32_t, std::uint32_t>;  // province, code
using WardKey = std::tuple<std::uint32_t, std::uint32_t, std::optional<std::uint32_t>>;

bool same_english(std::string_view english, std::string_view name) {
  return english == without_marks(name);
}

/// The English name without its kind; empty when it is the Vietnamese one without marks.
std::string english_name(std::string english, std::string_view name) {
  for (const std::string_view kind :
       {"Ward", "Commune", "Special administrative region", "Special Zone", "Province", "City"}) {
    const std::string before = std::string(kind) + ' ', after = ' ' + std::string(kind);
    if (english.starts_with(before)) english.erase(0, before.size());
    if (english.ends_with(after)) english.erase(english.size() - after.size());
  }
  return same_english(english, name) ? std::string() : english;
}

class Import {
 public:
  explicit Import(const ImportTables& tables) : tables_(tables) {}

  Result<NationalList> run() {
    if (!list_version_ok(tables_.version)) {
      return fail(Code::usage, "the version of the list is malformed",
                  "give its dates, such as 2025-07-01/2026-04-30");
    }
    read_provinces();
    read_communes();
    read_old();
    if (error_) return *error_;
    if (auto status = read_aliases(); !status) return status.error();
    list_.version = tables_.version;
    count_words();
    add_provinces();
    add_communes();
    add_old();
    if (error_) return *error_;
    // One place has the rules of a list: the reader. What it refuses is never written.
    auto read = read_pack(write_pack(list_));
    if (read) return read;
    return fail(Code::invalid, "these tables make no list: " + read.error().message,
                "compare them with docs/formats/places.md");
  }

 private:
  const ImportTables& tables_;
  std::optional<Error> error_;
  std::map<std::uint32_t, Named> provinces_;
  std::map<std::uint32_t, std::uint32_t> province_of_;  // commune -> province
  std::map<DistrictKey, Named> communes_;               // province, code
  std::map<std::uint32_t, std::uint32_t> aliases_;      // code -> commune's
  std::map<std::uint32_t, Named> old_provinces_;
  std::map<DistrictKey, Named> old_districts_;
  std::map<WardKey, OldUnit> old_wards_;
  std::map<std::uint32_t, std::uint32_t> district_home_;  // district -> old province
  std::map<std::uint32_t, DistrictKey> ward_home_;        // old ward -> its district
  std::map<std::uint32_t, std::uint32_t> commune_at_;     // code -> position
  Spelling spelling_;
  NationalList list_;

  Named named(Table& table, std::string_view column, UnitLevel level) {
    const std::string full = table.text(column);
    const auto parts = split_kind(full);
    if (parts && is_at(parts->kind, level)) return {parts->kind, std::string(parts->name), {}};
    table.refuse("\"" + full + "\" does not begin with a kind that belongs there");
    return {};
  }

  void read_english(Table& table, std::string_view column, Named& named) {
    if (table.has(column)) named.english = english_name(table.text(column), named.name);
  }

  void read_provinces() {
    Table table("provinces", tables_.provinces, error_);
    while (table.next()) {
      const std::uint32_t code = table.code("code", 2);
      Named province = named(table, "full_name_vi", UnitLevel::province);
      read_english(table, "name_en", province);
      if (!provinces_.emplace(code, std::move(province)).second) {
        table.refuse("the code " + code_text(code, 2) + " stands there twice");
      }
    }
  }

  void read_communes() {
    Table table("communes", tables_.communes, error_);
    while (table.next()) {
      const std::uint32_t code = table.code("code", 5);
      const std::uint32_t province = table.code("province_code", 2);
      Named commune = named(table, "full_name_vi", UnitLevel::ward);
      if (commune.kind == UnitKind::township) table.refuse("there are no townships any more");
      // A special zone keeps its own name in English, whatever other name a table gives it.
      if (commune.kind != UnitKind::special_zone) read_english(table, "full_name_en", commune);
      if (provinces_.count(province) == 0) {
        table.refuse("there is no province " + code_text(province, 2));
      }
      if (!province_of_.emplace(code, province).second) {
        table.refuse("the code " + code_text(code, 5) + " stands there twice");
      }
      communes_.emplace(DistrictKey{province, code}, std::move(commune));
    }
    if (communes_.empty()) table.refuse("there is no commune in it");
  }

  /// A unit that stands in many rows must have the same name in all.
  void same(Table& table, auto& map, const auto& key, Named unit) {
    const auto [at, fresh] = map.emplace(key, unit);
    if (!fresh && at->second != unit) {
      table.refuse("\"" + unit.name + "\" had another name or kind in a line above");
    }
  }

  /// A code belongs to one unit, wherever it stands.
  void one_home(Table& table, auto& homes, std::uint32_t code, const auto& home) {
    if (homes.emplace(code, home).first->second != home) {
      table.refuse("the code " + std::to_string(code) + " had another place in a line above");
    }
  }

  void read_old() {
    Table table("old units", tables_.old, error_);
    while (table.next()) {
      const std::uint32_t province = table.code("old_province_code", 2);
      const std::uint32_t district = table.code("old_district_code", 3);
      same(table, old_provinces_, province, named(table, "old_province", UnitLevel::province));
      same(table, old_districts_, DistrictKey{province, district},
           named(table, "old_district", UnitLevel::district));
      one_home(table, district_home_, district, province);
      read_old_ward(table, province, district);
    }
  }

  void read_old_ward(Table& table, std::uint32_t province, std::uint32_t district) {
    std::optional<std::uint32_t> code;
    Named ward;
    if (!table.text("old_ward_code").empty() || !table.text("old_ward").empty()) {
      code = table.code("old_ward_code", 5);
      ward = named(table, "old_ward", UnitLevel::ward);
      one_home(table, ward_home_, *code, DistrictKey{province, district});
    }
    const std::uint32_t successor = table.code("new_ward_code", 5);
    const auto in = province_of_.find(successor);
    if (in == province_of_.end()) {
      return table.refuse("there is no commune " + code_text(successor, 5));
    }
    if (table.has("new_province_code") && table.code("new_province_code", 2) != in->second) {
      table.refuse("the commune " + code_text(successor, 5) + " is in another province");
    }
    const auto [at, fresh] =
        old_wards_.emplace(WardKey{province, district, code}, OldUnit{ward, {}});
    if (!fresh && at->second.named != ward) {
      table.refuse("\"" + ward.name + "\" had another name or kind in a line above");
    }
    if (!at->second.successors.insert(successor).second) {
      table.refuse("the same pair of units stands there twice");
    }
  }

  Status read_aliases() {
    for (const auto& [other, own] : tables_.aliases) {
      const auto code = parse_code(other, 5), commune = parse_code(own, 5);
      if (!code || !commune || province_of_.count(*commune) == 0 || province_of_.count(*code) > 0 ||
          !aliases_.emplace(*code, *commune).second) {
        return fail(Code::usage, other + "=" + own + " is no second code of a commune",
                    "give a code that no commune has, = and the code of one that is there");
      }
    }
    return {};
  }

  void count_words(const auto& units) {
    for (const auto& [key, unit] : units) {
      spelling_.count(unit.name);
      spelling_.count(unit.english);
    }
  }

  void count_words() {
    count_words(provinces_);
    count_words(communes_);
    count_words(old_provinces_);
    count_words(old_districts_);
    for (const auto& [key, ward] : old_wards_) spelling_.count(ward.named.name);
    spelling_.number(list_);
    if (list_.words.size() > PackLimits::words) {
      error_ = fail(Code::too_large, "the names have too many different words");
    }
  }

  NameSpan spell(std::string_view name) { return spelling_.spell(list_, name); }

  static std::uint32_t position(const auto& map, const auto& key) {
    return static_cast<std::uint32_t>(std::distance(map.begin(), map.find(key)));
  }

  void add_provinces() {
    for (const auto& [code, unit] : provinces_) {
      list_.provinces.push_back({code, unit.kind, spell(unit.name), spell(unit.english)});
    }
  }

  void add_communes() {
    for (const auto& [key, unit] : communes_) {
      commune_at_[key.second] = static_cast<std::uint32_t>(list_.communes.size());
      list_.communes.push_back({key.second, unit.kind, spell(unit.name), spell(unit.english),
                                position(provinces_, key.first)});
    }
    for (const auto& [code, commune] : aliases_) {
      list_.aliases.push_back({code, commune_at_[commune]});
    }
  }

  void add_old() {
    for (const auto& [code, unit] : old_provinces_) {
      list_.old_provinces.push_back({code, unit.kind, spell(unit.name)});
    }
    std::map<DistrictKey, std::uint32_t> district_at;
    for (const auto& [key, unit] : old_districts_) {
      district_at[key] = static_cast<std::uint32_t>(list_.old_districts.size());
      list_.old_districts.push_back(
          {key.second, unit.kind, spell(unit.name), position(old_provinces_, key.first)});
    }
    for (const auto& [key, unit] : old_wards_) {
      const auto& [province, district, code] = key;
      add_old_ward(code.value_or(0), unit, district_at[{province, district}]);
    }
  }

  void add_old_ward(std::uint32_t code, const OldUnit& unit, std::uint32_t district) {
    const auto first = static_cast<std::uint32_t>(list_.successors.size());
    for (const std::uint32_t successor : unit.successors) {
      list_.successors.push_back(static_cast<std::uint16_t>(commune_at_[successor]));
    }
    std::sort(list_.successors.begin() + first, list_.successors.end());
    list_.old_wards.push_back({code, unit.named.kind, spell(unit.named.name), district, first,
                               static_cast<std::uint32_t>(unit.successors.size())});
  }
};

}  // namespace

Result<NationalList> import_list(const ImportTables& tables) { return Import(tables).run(); }

}  // namespace motcua::places
