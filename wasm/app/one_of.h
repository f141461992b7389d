#pragma once
// Whether a type is one of a variant's. Message and Effect are classes around such a variant: what
// copies, moves and ends one of fifty alternatives is compiled once, not in every screen.

#include <type_traits>
#include <variant>

namespace motcua::app {

template <class T, class Variant>
inline constexpr bool is_one_of = false;
template <class T, class... Ts>
inline constexpr bool is_one_of<T, std::variant<Ts...>> = (std::is_same_v<T, Ts> || ...);

}  // namespace motcua::app
