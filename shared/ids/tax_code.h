#pragma once
// Tax codes: ten digits of which the last checks the others, thirteen with a branch's three, or
// since 1 July 2025 a person's own twelve-digit number (TT 86/2024/TT-BTC).

#include <optional>
#include <string>
#include <string_view>

namespace motcua::ids {

struct TaxCode {
  enum class Kind { organisation, branch, person } kind = Kind::organisation;
  std::string text;  // "0100000000", "0100000000-001", "001300000019"
};

/// Reads one with or without its dash and spaces; nothing when it is none, or its check digit is
/// wrong: then somebody mistyped it.
std::optional<TaxCode> read_tax_code(std::string_view typed);

}  // namespace motcua::ids
