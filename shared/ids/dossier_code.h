#pragma once
// The official code of a dossier, as agencies print it on receipts: which office, which day, which
// number of that day. Several generations are in use (TT 01/2018/TT-VPCP, TT 03/2025/TT-VPCP), so
// it is read tolerantly and never made here.

#include <optional>
#include <string>
#include <string_view>

namespace motcua::ids {

struct DossierCode {
  std::string text;    // as it is printed: "H15.50.05.13-261008-0975"
  std::string office;  // "H15.50.05.13", "000.00.19.H26"
  std::string day;     // "2026-10-08"
  std::string number;  // "0975"
};

/// Reads one typed in small letters, with spaces or other dashes; nothing when it is none.
std::optional<DossierCode> read_dossier_code(std::string_view typed);

}  // namespace motcua::ids
