#include "shared/codec/hash.h"
#include "shared/places/pack.h"
#include "shared/places/pack_bytes.h"
#include "shared/places/pack_layout.h"

namespace motcua::places {
namespace {

std::uint32_t size_of(const auto& items) { return static_cast<std::uint32_t>(items.size()); }

/// Writes one list, a column after the other: like things stand together and compress well.
class ListWriter {
 public:
  explicit ListWriter(const NationalList& list) : list_(list) {}

  Bytes write() {
    out_.bytes(bytes_of(pack_magic));
    out_.byte(pack_format);
    text(list_.version);
    counts();
    words();
    provinces();
    communes();
    aliases();
    old_provinces();
    old_districts();
    old_wards();
    successors();
    Bytes bytes = out_.written();
    const auto hash = codec::blake2b_256(bytes);
    bytes.insert(bytes.end(), hash.begin(), hash.end());
    return bytes;
  }

 private:
  const NationalList& list_;
  PackWriter out_;

  void text(std::string_view text) {
    out_.number(size_of(text));
    out_.bytes(bytes_of(text));
  }

  void counts() {
    for (const std::uint32_t count :
         {size_of(list_.words), size_of(list_.provinces), size_of(list_.communes),
          size_of(list_.aliases), size_of(list_.old_provinces), size_of(list_.old_districts),
          size_of(list_.old_wards), size_of(list_.successors)}) {
      out_.number(count);
    }
  }

  void words() {
    for (const std::string& word : list_.words) out_.number(size_of(word));
    for (const std::string& word : list_.words) out_.bytes(bytes_of(word));
  }

  void kinds(const auto& rows) {
    for (const auto& row : rows) out_.byte(static_cast<std::uint8_t>(row.kind));
  }

  void spelling(NameSpan name) {
    for (std::uint32_t i = 0; i < name.count; ++i) out_.number(list_.spelled[name.first + i]);
  }

  /// A unit without a kind has no name.
  void names(const auto& rows) {
    for (const auto& row : rows) {
      if (row.kind != UnitKind::none) out_.number(row.name.count);
    }
    for (const auto& row : rows) spelling(row.name);
  }

  void english(const auto& rows) {
    std::uint32_t count = 0;
    for (const auto& row : rows) count += row.english.count > 0;
    out_.number(count);
    for (std::uint32_t at = 0, next = 0; at < rows.size(); ++at) {
      if (rows[at].english.count == 0) continue;
      out_.number(at - next);
      out_.number(rows[at].english.count);
      spelling(rows[at].english);
      next = at + 1;
    }
  }

  /// Codes that ascend: what lies between each and the one before.
  void ascending(const auto& rows) {
    std::uint32_t next = 0;
    for (const auto& row : rows) {
      out_.number(row.code - next);
      next = row.code + 1;
    }
  }

  /// How many rows each parent has; rows are sorted by it.
  void members(std::size_t parents, const auto& rows, auto parent) {
    std::vector<std::uint32_t> count(parents);
    for (const auto& row : rows) ++count[parent(row)];
    for (const std::uint32_t n : count) out_.number(n);
  }

  void steps(const auto& rows) {
    std::uint32_t before = 0;
    for (const auto& row : rows) {
      if (row.kind == UnitKind::none) continue;
      out_.step(before, row.code);
      before = row.code;
    }
  }

  void provinces() {
    ascending(list_.provinces);
    kinds(list_.provinces);
    names(list_.provinces);
    english(list_.provinces);
  }

  void communes() {
    members(list_.provinces.size(), list_.communes, [](const auto& row) { return row.province; });
    kinds(list_.communes);
    steps(list_.communes);
    names(list_.communes);
    english(list_.communes);
  }

  void aliases() {
    ascending(list_.aliases);
    for (const auto& alias : list_.aliases) out_.number(alias.commune);
  }

  void old_provinces() {
    ascending(list_.old_provinces);
    kinds(list_.old_provinces);
    names(list_.old_provinces);
  }

  void old_districts() {
    members(list_.old_provinces.size(), list_.old_districts,
            [](const auto& row) { return row.province; });
    kinds(list_.old_districts);
    steps(list_.old_districts);
    names(list_.old_districts);
  }

  void old_wards() {
    members(list_.old_districts.size(), list_.old_wards,
            [](const auto& row) { return row.district; });
    kinds(list_.old_wards);
    steps(list_.old_wards);
    names(list_.old_wards);
  }

  void successors() {
    for (const auto& ward : list_.old_wards) out_.number(ward.count - 1);
    std::uint32_t before = 0;
    for (const auto& ward : list_.old_wards) {
      const std::uint16_t* const of_ward = list_.successors.data() + ward.first;
      out_.step(before, of_ward[0]);
      for (std::uint32_t i = 1; i < ward.count; ++i) out_.number(of_ward[i] - of_ward[i - 1] - 1u);
      before = of_ward[0];
    }
  }
};

}  // namespace

Bytes write_pack(const NationalList& list) { return ListWriter(list).write(); }

}  // namespace motcua::places
