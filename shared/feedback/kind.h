#pragma once
// The kinds of what an applicant says, and the steps of a unit's answer, with their names in the
// formats (docs/formats/feedback.md).

#include <optional>
#include <string_view>

namespace motcua::feedback {

enum class Kind : std::uint8_t {
  complaint,
  suggestion,
  addition,    // what the unit asked for about a complaint or a suggestion
  withdrawal,  // the wish to take the dossier back
  vote,
};

enum class Step : std::uint8_t { forwarded, refused, more_wanted, resolved, published };

/// "complaint", "more-wanted".
std::string_view kind_name(Kind kind);
std::string_view step_name(Step step);
std::optional<Kind> kind_named(std::string_view name);
std::optional<Step> step_named(std::string_view name);

}  // namespace motcua::feedback
