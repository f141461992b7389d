#include <algorithm>

#include "shared/codec/hash.h"
#include "shared/codec/utf8.h"
#include "shared/places/pack.h"
#include "shared/places/pack_bytes.h"
#include "shared/places/pack_layout.h"

namespace motcua::places {
namespace {

constexpr std::uint32_t province_codes = 99, district_codes = 999, ward_codes = 99'999;

bool word_ok(std::string_view word) {
  return codec::utf8_valid(word) && std::none_of(word.begin(), word.end(), [](char c) {
           return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
         });
}

/// Which kinds a table may have.
bool is_today(UnitKind kind) {
  return kind == UnitKind::commune || kind == UnitKind::ward || kind == UnitKind::special_zone;
}
bool is_province(UnitKind kind) { return is_at(kind, UnitLevel::province); }
bool is_district(UnitKind kind) { return is_at(kind, UnitLevel::district); }
bool is_old_ward(UnitKind kind) {
  return is_at(kind, UnitLevel::ward) && kind != UnitKind::special_zone;
}

/// Reads a body, column after column, into rows that were counted before.
class ListReader {
 public:
  explicit ListReader(ByteView body) : in_(body) {}

  Result<NationalList> read() {
    version();
    counts();
    words();
    provinces();
    communes();
    aliases();
    old_provinces();
    old_districts();
    old_wards();
    successors();
    if (auto status = in_.finish(); !status) return status.error();
    return std::move(list_);
  }

 private:
  PackReader in_;
  NationalList list_;
  std::size_t successors_ = 0;

  void version() {
    list_.version = std::string(text_of(in_.bytes(in_.number(32))));
    in_.refuse_if(!list_version_ok(list_.version), "its version is malformed");
  }

  void counts() {
    list_.words.resize(in_.count(PackLimits::words));
    list_.provinces.resize(in_.count(PackLimits::provinces));
    list_.communes.resize(in_.count(PackLimits::communes));
    list_.aliases.resize(in_.count(PackLimits::aliases));
    list_.old_provinces.resize(in_.count(PackLimits::provinces));
    list_.old_districts.resize(in_.count(PackLimits::old_districts));
    list_.old_wards.resize(in_.count(PackLimits::old_wards));
    successors_ = in_.count(PackLimits::successors);
    list_.successors.reserve(successors_);
  }

  void words() {
    std::vector<std::uint32_t> sizes(list_.words.size());
    for (auto& size : sizes) size = in_.number(PackLimits::word_bytes);
    for (std::size_t i = 0; i < sizes.size() && !in_.failed(); ++i) {
      list_.words[i] = std::string(text_of(in_.bytes(sizes[i])));
      in_.refuse_if(list_.words[i].empty() || !word_ok(list_.words[i]), "a word is malformed");
    }
  }

  void kinds(auto& rows, bool (*allowed)(UnitKind)) {
    for (auto& row : rows) {
      const std::uint8_t number = in_.byte();
      row.kind = static_cast<UnitKind>(number < unit_kind_count ? number : 0);
      in_.refuse_if(number >= unit_kind_count || !allowed(row.kind),
                    "a unit has a kind that is not of its list");
    }
  }

  NameSpan spelling(std::uint32_t count) {
    const NameSpan name{static_cast<std::uint32_t>(list_.spelled.size()), count};
    for (std::uint32_t i = 0; i < count && !in_.failed(); ++i) {
      const std::uint32_t word = in_.number(PackLimits::words);
      in_.refuse_if(word >= list_.words.size(), "a name has a word that is not there");
      list_.spelled.push_back(static_cast<std::uint16_t>(word));
    }
    return name;
  }

  std::uint32_t name_size() {
    const std::uint32_t count = in_.number(PackLimits::name_words);
    in_.refuse_if(count == 0, "a unit has no name");
    return count;
  }

  void names(auto& rows) {
    for (auto& row : rows) row.name.count = row.kind == UnitKind::none ? 0 : name_size();
    for (auto& row : rows) row.name = spelling(row.name.count);
  }

  void english(auto& rows) {
    const std::uint32_t count = in_.count(PackLimits::communes);
    std::optional<std::uint32_t> at;
    for (std::uint32_t i = 0; i < count && !in_.failed(); ++i) {
      at = in_.next(at, PackLimits::communes);
      if (*at >= rows.size()) return in_.refuse("an English name belongs to no unit");
      rows[*at].english = spelling(name_size());
    }
  }

  void ascending(auto& rows, std::uint32_t most) {
    std::optional<std::uint32_t> code;
    for (auto& row : rows) code = row.code = in_.next(code, most);
  }

  void steps(auto& rows, std::uint32_t most) {
    std::uint32_t code = 0;
    for (auto& row : rows) {
      if (row.kind != UnitKind::none) code = row.code = in_.step(code, most);
    }
  }

  /// Calls set(row, parent) for each row.
  void members(std::size_t parents, auto& rows, auto set) {
    std::size_t row = 0;
    for (std::uint32_t parent = 0; parent < parents; ++parent) {
      const std::uint32_t count = in_.number(PackLimits::old_wards);
      in_.refuse_if(count > rows.size() - row, "its units do not add up");
      if (in_.failed()) return;
      for (std::uint32_t i = 0; i < count; ++i) set(rows[row++], parent);
    }
    in_.refuse_if(row != rows.size(), "its units do not add up");
  }

  void unique(const auto& rows) {
    std::vector<std::uint32_t> codes;
    codes.reserve(rows.size());
    for (const auto& row : rows) {
      if (row.kind != UnitKind::none) codes.push_back(row.code);
    }
    std::sort(codes.begin(), codes.end());
    in_.refuse_if(std::adjacent_find(codes.begin(), codes.end()) != codes.end(),
                  "a code stands there twice");
  }

  /// Within each parent codes ascend; a unit without a code comes first.
  void sorted(const auto& rows, auto parent) {
    for (std::size_t i = 1; i < rows.size(); ++i) {
      if (parent(rows[i]) != parent(rows[i - 1])) continue;
      const bool coded = rows[i].kind != UnitKind::none;
      const bool first = rows[i - 1].kind == UnitKind::none;
      in_.refuse_if(!coded || (!first && rows[i].code <= rows[i - 1].code),
                    "its units are not in order");
    }
  }

  void provinces() {
    ascending(list_.provinces, province_codes);
    kinds(list_.provinces, is_province);
    names(list_.provinces);
    english(list_.provinces);
  }

  void communes() {
    members(list_.provinces.size(), list_.communes,
            [](auto& row, std::uint32_t province) { row.province = province; });
    kinds(list_.communes, is_today);
    steps(list_.communes, ward_codes);
    names(list_.communes);
    english(list_.communes);
    unique(list_.communes);
    sorted(list_.communes, [](const auto& row) { return row.province; });
  }

  void aliases() {
    ascending(list_.aliases, ward_codes);
    for (auto& alias : list_.aliases) {
      alias.commune = in_.number(PackLimits::communes);
      in_.refuse_if(alias.commune >= list_.communes.size(), "a second code belongs to no unit");
      const auto taken = [&](const auto& row) { return row.code == alias.code; };
      in_.refuse_if(std::any_of(list_.communes.begin(), list_.communes.end(), taken),
                    "a second code is another unit's own");
      if (in_.failed()) return;
    }
  }

  void old_provinces() {
    ascending(list_.old_provinces, province_codes);
    kinds(list_.old_provinces, is_province);
    names(list_.old_provinces);
  }

  void old_districts() {
    members(list_.old_provinces.size(), list_.old_districts,
            [](auto& row, std::uint32_t province) { row.province = province; });
    kinds(list_.old_districts, is_district);
    steps(list_.old_districts, district_codes);
    names(list_.old_districts);
    unique(list_.old_districts);
    sorted(list_.old_districts, [](const auto& row) { return row.province; });
  }

  void old_wards() {
    members(list_.old_districts.size(), list_.old_wards,
            [](auto& row, std::uint32_t district) { row.district = district; });
    kinds(list_.old_wards, is_old_ward);
    steps(list_.old_wards, ward_codes);
    names(list_.old_wards);
    unique(list_.old_wards);
    sorted(list_.old_wards, [](const auto& row) { return row.district; });
  }

  void successors() {
    for (auto& ward : list_.old_wards) {
      ward.count = 1 + in_.number(PackLimits::successors_of_one - 1);
    }
    std::uint32_t first = 0;
    for (auto& ward : list_.old_wards) {
      ward.first = static_cast<std::uint32_t>(list_.successors.size());
      if (in_.failed()) return;
      std::uint32_t at = first = in_.step(first, PackLimits::communes);
      for (std::uint32_t i = 0; i < ward.count; ++i) {
        if (i > 0) at = in_.next(at, PackLimits::communes);
        in_.refuse_if(at >= list_.communes.size(), "a successor is not there");
        list_.successors.push_back(static_cast<std::uint16_t>(at));
      }
    }
    in_.refuse_if(list_.successors.size() != successors_, "its successors do not add up");
  }
};

}  // namespace

Result<NationalList> read_pack(ByteView bytes) {
  const std::size_t start = pack_magic.size() + 1;
  if (bytes.size() < start || text_of(bytes.first(pack_magic.size())) != pack_magic) {
    return fail(Code::invalid, "this is no pack of places", "motcua places import makes one");
  }
  if (bytes[pack_magic.size()] != pack_format) {
    return fail(Code::refused, "the pack of places has a format that is not known here",
                "it was made by a newer motcua; update this one");
  }
  const auto damaged = [] {
    return fail(Code::invalid, "the pack of places is damaged: its hash is another",
                "fetch it again from where it was published");
  };
  if (bytes.size() < start + pack_hash_size) return damaged();
  const ByteView hashed = bytes.first(bytes.size() - pack_hash_size);
  const auto hash = codec::blake2b_256(hashed);
  if (!std::equal(hash.begin(), hash.end(), bytes.end() - pack_hash_size)) return damaged();
  return ListReader(hashed.subspan(start)).read();
}

}  // namespace motcua::places
