#include "wasm/ui/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace motcua::ui {

namespace {

constexpr std::array<Swatch, std::size_t(Colour::count)> kSwatches{{
    {Colour::page, "--page", 0xfaf8f4},
    {Colour::surface, "--surface", 0xffffff},
    {Colour::ink, "--ink", 0x14252b},
    {Colour::muted, "--muted", 0x49585f},
    {Colour::line, "--line", 0xdcdfdd},
    {Colour::field_line, "--field-line", 0x5f6e74},
    {Colour::primary, "--primary", 0x0b5563},
    {Colour::primary_hover, "--primary-hover", 0x07404b},
    {Colour::on_primary, "--on-primary", 0xffffff},
    {Colour::on_primary_soft, "--on-primary-soft", 0xd3e6ea},
    {Colour::secondary_hover, "--secondary-hover", 0xe4eff1},
    {Colour::danger, "--danger", 0xb3261e},
    {Colour::danger_hover, "--danger-hover", 0x8f1c16},
    {Colour::good, "--good", 0x1a7340},
    {Colour::warning, "--warning", 0x9a5b00},
    {Colour::focus, "--focus", 0xb8500a},
    {Colour::focus_on_primary, "--focus-on-primary", 0xffd27a},
    {Colour::info_fill, "--info-fill", 0xe9f3f5},
    {Colour::good_fill, "--good-fill", 0xe6f4ea},
    {Colour::warning_fill, "--warning-fill", 0xfff3da},
    {Colour::bad_fill, "--bad-fill", 0xfdeceb},
    {Colour::neutral_tag, "--neutral-tag", 0xe8ebea},
    {Colour::good_ink, "--good-ink", 0x14562f},
    {Colour::warning_ink, "--warning-ink", 0x6b4000},
    {Colour::bad_ink, "--bad-ink", 0x8a1c15},
}};

constexpr std::array kPairs{
    Pair{Colour::ink, Colour::page, 7},
    Pair{Colour::ink, Colour::surface, 7},
    Pair{Colour::muted, Colour::page, 4.5},
    Pair{Colour::muted, Colour::surface, 4.5},
    Pair{Colour::muted, Colour::info_fill, 4.5},
    Pair{Colour::muted, Colour::warning_fill, 4.5},
    Pair{Colour::muted, Colour::good_fill, 4.5},
    Pair{Colour::muted, Colour::bad_fill, 4.5},
    Pair{Colour::primary, Colour::page, 4.5},
    Pair{Colour::primary, Colour::surface, 4.5},
    Pair{Colour::primary, Colour::secondary_hover, 4.5},
    Pair{Colour::primary, Colour::info_fill, 4.5},
    Pair{Colour::primary, Colour::good_fill, 4.5},
    Pair{Colour::primary, Colour::warning_fill, 4.5},
    Pair{Colour::primary_hover, Colour::page, 4.5},
    Pair{Colour::on_primary, Colour::primary, 4.5},
    Pair{Colour::on_primary, Colour::primary_hover, 4.5},
    Pair{Colour::on_primary_soft, Colour::primary, 4.5},
    Pair{Colour::on_primary, Colour::danger, 4.5},
    Pair{Colour::on_primary, Colour::danger_hover, 4.5},
    Pair{Colour::on_primary, Colour::good, 4.5},
    Pair{Colour::danger, Colour::page, 4.5},
    Pair{Colour::danger, Colour::surface, 4.5},
    Pair{Colour::danger, Colour::bad_fill, 4.5},
    Pair{Colour::field_line, Colour::page, 3},
    Pair{Colour::field_line, Colour::surface, 3},
    Pair{Colour::good, Colour::surface, 3},
    Pair{Colour::good, Colour::good_fill, 3},
    Pair{Colour::warning, Colour::surface, 3},
    Pair{Colour::warning, Colour::warning_fill, 3},
    Pair{Colour::focus, Colour::page, 3},
    Pair{Colour::focus, Colour::surface, 3},
    Pair{Colour::focus, Colour::info_fill, 3},
    Pair{Colour::focus, Colour::bad_fill, 3},
    Pair{Colour::focus_on_primary, Colour::primary, 3},
    Pair{Colour::ink, Colour::neutral_tag, 4.5},
    Pair{Colour::good_ink, Colour::good_fill, 4.5},
    Pair{Colour::warning_ink, Colour::warning_fill, 4.5},
    Pair{Colour::bad_ink, Colour::bad_fill, 4.5},
    Pair{Colour::ink, Colour::info_fill, 7},
    Pair{Colour::ink, Colour::good_fill, 7},
    Pair{Colour::ink, Colour::warning_fill, 7},
    Pair{Colour::ink, Colour::bad_fill, 7},
};

double luminance(std::uint32_t colour) {
  auto channel = [](std::uint32_t value) {
    const double c = double(value & 0xff) / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(colour >> 16) + 0.7152 * channel(colour >> 8) + 0.0722 * channel(colour);
}

}  // namespace

std::span<const Swatch> swatches() { return kSwatches; }

std::uint32_t rgb(Colour colour) { return kSwatches[std::size_t(colour)].rgb; }

double contrast(std::uint32_t a, std::uint32_t b) {
  const double la = luminance(a), lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

std::span<const Pair> pairs() { return kPairs; }

}  // namespace motcua::ui
