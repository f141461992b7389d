#include "shared/places/kind_phrases.h"

#include <algorithm>

namespace motcua::places {
namespace {

struct Written {
  std::string_view text;
  UnitKind kind;
};

constexpr Written whole[] = {
    {"tỉnh", UnitKind::province},        {"thành phố", UnitKind::city},
    {"xã", UnitKind::commune},           {"phường", UnitKind::ward},
    {"đặc khu", UnitKind::special_zone}, {"thị trấn", UnitKind::township},
    {"quận", UnitKind::urban_district},  {"huyện đảo", UnitKind::rural_district},
    {"huyện", UnitKind::rural_district}, {"thị xã", UnitKind::town}};

constexpr Written shortened[] = {{"tp", UnitKind::city},          {"t.p", UnitKind::city},
                                 {"t", UnitKind::province},       {"x", UnitKind::commune},
                                 {"p", UnitKind::ward},           {"f", UnitKind::ward},
                                 {"đk", UnitKind::special_zone},  {"đ.k", UnitKind::special_zone},
                                 {"tt", UnitKind::township},      {"t.t", UnitKind::township},
                                 {"q", UnitKind::urban_district}, {"h", UnitKind::rural_district},
                                 {"tx", UnitKind::town},          {"t.x", UnitKind::town}};

}  // namespace

std::vector<KindPhrase> kind_phrases() {
  std::vector<KindPhrase> phrases;
  for (const Written& each : whole) phrases.push_back({name_words(each.text), each.kind, true});
  for (const Written& each : shortened) {
    phrases.push_back({name_words(each.text), each.kind, false});
  }
  return phrases;
}

bool begins_with(std::span<const NameWord> words, const KindPhrase& phrase) {
  if (words.size() < phrase.words.size()) return false;
  return std::equal(phrase.words.begin(), phrase.words.end(), words.begin(),
                    [](const NameWord& a, const NameWord& b) { return a.plain == b.plain; });
}

}  // namespace motcua::places
