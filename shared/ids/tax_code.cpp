#include "shared/ids/tax_code.h"

#include <array>

#include "shared/ids/digits.h"
#include "shared/ids/personal_id.h"

namespace motcua::ids {

namespace {

constexpr std::size_t organisation_size = 10, branch_size = 13;
constexpr std::array<int, 9> weights{31, 29, 23, 19, 17, 13, 7, 5, 3};

bool check_holds(std::string_view ten) {
  int sum = 0;
  for (std::size_t at = 0; at < weights.size(); ++at) sum += weights[at] * (ten[at] - '0');
  return 10 - sum % 11 == ten[weights.size()] - '0';
}

}  // namespace

std::optional<TaxCode> read_tax_code(std::string_view typed) {
  std::string digits;
  for (const char c : typed)
    if (c != ' ' && c != '-' && c != '.') digits.push_back(c);
  if (is_personal_id(digits)) return TaxCode{TaxCode::Kind::person, digits};
  const bool branch = digits.size() == branch_size;
  if (!all_digits(digits) || (!branch && digits.size() != organisation_size)) return std::nullopt;
  if (!check_holds(digits)) return std::nullopt;
  if (!branch) return TaxCode{TaxCode::Kind::organisation, digits};
  return TaxCode{TaxCode::Kind::branch, digits.insert(organisation_size, "-")};
}

}  // namespace motcua::ids
