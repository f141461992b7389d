#pragma once
// The national list in memory: finding today's communes by code, by what a person types, and by the
// names and codes of old units, which may have several successors. Making one takes some
// milliseconds; then it only reads.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/places/kind_phrases.h"
#include "shared/places/name_index.h"
#include "shared/places/national_list.h"
#include "shared/places/pack.h"

namespace motcua::places {

/// One of today's communes, wards and special zones.
struct Commune {
  std::uint32_t row = 0;  // in the list
  UnitKind kind = UnitKind::commune;
  std::string code;  // five digits; keep it together with the list's version
  std::string name;  // "Phường Ba Đình"
  std::string english;
  std::string province_code;  // two digits
  std::string province;       // "Thành phố Hà Nội"
};

/// A unit of the three levels before July 2025.
struct OldUnit {
  std::string code;  // of the ward; empty for a whole district
  std::string ward;  // "Phường Trúc Bạch"; empty for a whole district
  std::string district, province;
};

/// What became of an old unit: all of it, in the order of the list.
struct Succession {
  OldUnit old;
  std::vector<Commune> today;
  bool divided = false;  // more than one: street or hamlet decides, so the person has to
};

struct Hit {
  Commune today;
  std::optional<OldUnit> through;  // the old name that answered; none: today's own name did
  bool divided = false;            // `through` has other successors too
};

class Gazetteer {
 public:
  explicit Gazetteer(NationalList list);
  /// Errors as read_pack.
  static Result<Gazetteer> open(ByteView pack);

  const NationalList& list() const { return list_; }
  const NameIndex& names() const { return names_; }
  const std::vector<KindPhrase>& phrases() const { return phrases_; }

  /// By a code of the list with this version. Code::mismatch for another version (its codes may
  /// mean other places), Code::invalid, Code::not_found.
  Result<Commune> find(std::string_view code, std::string_view list_version) const;

  /// By the code that a ward had before July 2025. Code::invalid, Code::not_found.
  Result<Succession> today(std::string_view old_ward_code) const;

  /// By names as old papers have them, with their kinds or without: every old unit that fits best.
  /// Several when the names leave it open, none when nothing fits. Ward or province may be empty:
  /// without a ward, a district that had none. Kind, marks and spaces are what a fit may lack.
  std::vector<Succession> today(std::string_view ward, std::string_view district,
                                std::string_view province) const;

  /// As one types, over today's names and old ones, best first; a commune stands there once. Words
  /// may be begun, run together, without marks, or name district and province ("phuc xa ba dinh").
  /// Nothing for an empty query.
  std::vector<Hit> search(std::string_view query, std::size_t most = 20) const;

  Commune commune(std::uint32_t row) const;
  OldUnit old_ward(std::uint32_t row) const;
  OldUnit old_district(std::uint32_t row) const;
  Succession succession(std::uint32_t old_ward) const;
  /// Positions of communes, ascending.
  std::span<const std::uint16_t> successors(std::uint32_t old_ward) const;
  /// Rows of old wards, ascending: all that a commune was made of.
  std::span<const std::uint32_t> predecessors(std::uint32_t commune) const;
  std::vector<std::uint16_t> successors_of_district(std::uint32_t old_district) const;
  /// The rows of a district's old wards: first, and one past the last.
  std::pair<std::uint32_t, std::uint32_t> wards_of(std::uint32_t old_district) const;

 private:
  struct UnitCode {
    std::uint32_t code, row;
  };
  void collect_codes();
  void collect_predecessors();
  static std::optional<std::uint32_t> row_of(const std::vector<UnitCode>& codes,
                                             std::uint32_t code);

  NationalList list_;
  NameIndex names_;
  std::vector<KindPhrase> phrases_;
  std::vector<std::uint32_t> predecessors_, predecessor_starts_;  // of each commune
  std::vector<UnitCode> commune_codes_, old_ward_codes_;          // by code
};

}  // namespace motcua::places
