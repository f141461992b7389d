#pragma once
// Whether a type is one of a variant's. Message and Effect are handles to such a variant: nothing
// copies or moves one of eighty alternatives, and what ends them is compiled once.

#include <type_traits>
#include <variant>

namespace motcua::app {

template <class T, class Variant>
inline constexpr bool is_one_of = false;
template <class T, class... Ts>
inline constexpr bool is_one_of<T, std::variant<Ts...>> = (std::is_same_v<T, Ts> || ...);

}  // namespace motcua::app
