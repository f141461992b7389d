#pragma once
// From a slip to the sheet that shows it.

#include "shared/slip/sheet.h"
#include "shared/slip/slip.h"
#include "shared/slip/slip_words.h"

namespace motcua::slip {

/// `language` is that of `words`. `code` is the text of a code to scan (event_code.h), none when
/// empty or when it is too long for one. What the agency wrote stands as it wrote it.
Sheet layout(const Slip& slip, std::string_view language, const Words& words,
             std::string_view code = {});

}  // namespace motcua::slip
