#pragma once
// Submission numbers: 11 random digits and a check digit (ISO 7064 MOD 11,10) that catches every
// single wrong digit and nearly every swap of neighbours. Shown in groups of four.

#include <string>
#include <string_view>

#include "shared/codec/bytes.h"
#include "shared/result.h"

namespace motcua::record {

/// A new number from at least 16 random bytes (Code::usage for fewer). Never starts with 0.
Result<std::string> new_number(ByteView random);

/// The digit that ISO 7064 MOD 11,10 puts after these ones.
char check_digit(std::string_view digits);

/// Whether these are 12 digits with the right check digit.
bool number_ok(std::string_view number);

/// The 12 digits a person meant: spaces (also non-breaking), dots and dashes are skipped.
/// Code::invalid when it is no number, Code::mismatch when the check digit says it was mistyped.
Result<std::string> read_number(std::string_view typed);

/// "4821 7730 5910"; the number is one that number_ok accepts.
std::string grouped_number(std::string_view number);

}  // namespace motcua::record
