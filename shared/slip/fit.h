#pragma once
// Whether a slip belongs to what a unit says of a dossier: one without the other would let a true
// signature carry a sheet about somebody else.

#include <string_view>

#include "shared/slip/slip.h"

namespace motcua::slip {

/// The state with which a form goes to an applicant: "received" with 01, "supplement-wanted" 02,
/// "refused" 03, "in-process" 04, "stopped" 05; empty for 06 and 07, which go to nobody.
std::string_view state_of(Form form);

/// Code::mismatch names what differs. Empty values are not compared.
Status check_fit(const Slip& slip, std::string_view submission, std::string_view unit,
                 std::string_view body, std::string_view state);

}  // namespace motcua::slip
