#pragma once
// Which texts of strangers may stand on a sheet.

#include <string_view>

namespace motcua::slip {

/// Valid UTF-8 is taken for granted. Refused: control characters (C0, DEL, C1), line and paragraph
/// separators, marks that change the direction of writing, and the byte order mark: each can make a
/// printed line say something else than its bytes.
bool text_ok(std::string_view text);

}  // namespace motcua::slip
