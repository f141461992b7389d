#pragma once
// A versioned list of administrative units (docs/formats/catalogue.md). A commune's code means
// nothing without the version of its list.

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "shared/result.h"
#include "shared/text/local_text.h"

namespace motcua::places {

struct Province {
  std::string code;  // two digits
  LocalText name;
};

/// A unit that receives or decides.
struct Unit {
  enum class Kind { commune, centre };  // commune people's committee, provincial service centre
  std::string code;                     // five digits
  std::string province;
  Kind kind = Kind::commune;
  LocalText name;   // "Ủy ban nhân dân xã Mây Trắng"
  LocalText place;  // "Xã Mây Trắng"
};

struct List {
  std::string version;  // "demo-1"
  bool demo = false;    // fictional
  std::vector<Province> provinces;
  std::vector<Unit> units;
};

/// Errors: invalid, too_large, duplicate.
Result<List> read_list(const nlohmann::json& data);
Result<List> parse_list(std::string_view json_text);

const Unit* find_unit(const List& list, std::string_view code);
const Province* find_province(const List& list, std::string_view code);

/// Units by what a person types, best first; an empty query gives all, in the list's order.
std::vector<const Unit*> search(const List& list, std::string_view query, std::size_t most = 20);

}  // namespace motcua::places
