#pragma once
// Our page of a procedure against the public record: what differs in number.

#include <string>
#include <string_view>
#include <vector>

#include "shared/catalogue/official.h"
#include "shared/catalogue/procedure.h"

namespace motcua::catalogue {

struct OfficialDifferences {
  bool time = false, fee = false, papers = false;
  std::size_t our_papers = 0, their_papers = 0;
};

/// `day` = "2026-11-22". Only what both say in figures can differ: a time whose unit the record
/// does not explain is compared by its number alone, and not at all when that is 0.
OfficialDifferences differences(const Procedure& ours, const OfficialRecord& record,
                                std::string_view day);

/// Sentences for an operator: each difference in its figures, and where the record contradicts
/// itself (notes listed as documents, papers that nobody requires, times of its cases).
std::vector<std::string> comparison(const Procedure& ours, const OfficialRecord& record,
                                    std::string_view day);

}  // namespace motcua::catalogue
