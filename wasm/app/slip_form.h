#pragma once
// Whether a message to the applicant is a slip rather than words.

#include <string>
#include <string_view>

namespace motcua::app {

/// "01".."05", the form that a text which calls itself a slip names; empty for any other text. What
/// it says is judged when it is shown.
std::string slip_form(std::string_view text);

}  // namespace motcua::app
