#include "shared/feedback/kind.h"

#include <array>

namespace motcua::feedback {
namespace {

constexpr std::array<std::string_view, 5> kinds = {"complaint", "suggestion", "addition",
                                                   "withdrawal", "vote"};
constexpr std::array<std::string_view, 5> steps = {"forwarded", "refused", "more-wanted",
                                                   "resolved", "published"};

template <class Value, std::size_t n>
std::optional<Value> named(const std::array<std::string_view, n>& names, std::string_view name) {
  for (std::size_t i = 0; i < n; ++i) {
    if (names[i] == name) return static_cast<Value>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view kind_name(Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }
std::string_view step_name(Step step) { return steps[static_cast<std::size_t>(step)]; }
std::optional<Kind> kind_named(std::string_view name) { return named<Kind>(kinds, name); }
std::optional<Step> step_named(std::string_view name) { return named<Step>(steps, name); }

}  // namespace motcua::feedback
