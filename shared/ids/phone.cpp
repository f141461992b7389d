#include "shared/ids/phone.h"

#include <algorithm>
#include <array>

#include "shared/ids/digits.h"

namespace motcua::ids {

namespace {

constexpr std::size_t old_size = 11, prefix_size = 4;

struct Change {
  std::string_view from, to;
};

constexpr std::array<Change, 21> changes{{
    {"0120", "070"}, {"0121", "079"}, {"0122", "077"}, {"0123", "083"}, {"0124", "084"},
    {"0125", "085"}, {"0126", "076"}, {"0127", "081"}, {"0128", "078"}, {"0129", "082"},
    {"0162", "032"}, {"0163", "033"}, {"0164", "034"}, {"0165", "035"}, {"0166", "036"},
    {"0167", "037"}, {"0168", "038"}, {"0169", "039"}, {"0186", "056"}, {"0188", "058"},
    {"0199", "059"},
}};

}  // namespace

std::string modern_mobile(std::string_view digits) {
  if (digits.size() == old_size && all_digits(digits)) {
    const auto prefix = digits.substr(0, prefix_size);
    const auto* found = std::find_if(changes.begin(), changes.end(),
                                     [&](const Change& each) { return each.from == prefix; });
    if (found != changes.end()) return std::string(found->to).append(digits.substr(prefix_size));
  }
  return std::string(digits);
}

}  // namespace motcua::ids
