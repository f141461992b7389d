#include "wasm/ui/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace motcua::ui {

namespace {

constexpr std::size_t kColours = std::size_t(Colour::count);

/// A colour in each theme: light, dark, contrast.
struct Swatch {
  Colour role;
  std::string_view css;
  std::uint32_t rgb[std::size_t(Theme::count)];
};

constexpr std::array<Swatch, kColours> kSwatches{{
    {Colour::page, "--page", {0xfaf8f4, 0x10191c, 0xffffff}},
    {Colour::surface, "--surface", {0xffffff, 0x19272c, 0xffffff}},
    {Colour::ink, "--ink", {0x14252b, 0xf1f5f4, 0x000000}},
    {Colour::muted, "--muted", {0x49585f, 0xb9c6c9, 0x262626}},
    {Colour::line, "--line", {0xdcdfdd, 0x36484e, 0x000000}},
    {Colour::field_line, "--field-line", {0x5f6e74, 0x94a7ad, 0x000000}},
    {Colour::band, "--band", {0x0b5563, 0x0b313a, 0x000000}},
    {Colour::band_hover, "--band-hover", {0x07404b, 0x15464f, 0x333333}},
    {Colour::on_band, "--on-band", {0xffffff, 0xffffff, 0xffffff}},
    {Colour::on_band_soft, "--on-band-soft", {0xd3e6ea, 0xcfe1e5, 0xffffff}},
    {Colour::focus_on_band, "--focus-on-band", {0xffd27a, 0xffd27a, 0xffe14d}},
    {Colour::primary, "--primary", {0x0b5563, 0x86d3e0, 0x003a52}},
    {Colour::primary_hover, "--primary-hover", {0x07404b, 0xb5e7ef, 0x00202e}},
    {Colour::on_primary, "--on-primary", {0xffffff, 0x06232a, 0xffffff}},
    {Colour::secondary_hover, "--secondary-hover", {0xe4eff1, 0x22373d, 0xe2f1f7}},
    {Colour::danger, "--danger", {0xb3261e, 0xffb4ab, 0x8a0000}},
    {Colour::danger_hover, "--danger-hover", {0x8f1c16, 0xffd3ce, 0x5c0000}},
    {Colour::good, "--good", {0x1a7340, 0x86d9a2, 0x004d1a}},
    {Colour::warning, "--warning", {0x9a5b00, 0xf0c154, 0x5c3300}},
    {Colour::focus, "--focus", {0xb8500a, 0xffb26b, 0x9a3400}},
    {Colour::info_fill, "--info-fill", {0xe9f3f5, 0x14323a, 0xeff8fc}},
    {Colour::good_fill, "--good-fill", {0xe6f4ea, 0x153323, 0xeefbf1}},
    {Colour::warning_fill, "--warning-fill", {0xfff3da, 0x38300f, 0xfff8e6}},
    {Colour::bad_fill, "--bad-fill", {0xfdeceb, 0x41201d, 0xfff1f0}},
    {Colour::neutral_tag, "--neutral-tag", {0xe8ebea, 0x2c3d43, 0xe9e9e9}},
    {Colour::good_ink, "--good-ink", {0x14562f, 0xb6edc6, 0x003d14}},
    {Colour::warning_ink, "--warning-ink", {0x6b4000, 0xffe1a1, 0x4a2900}},
    {Colour::bad_ink, "--bad-ink", {0x8a1c15, 0xffd2cd, 0x6b0000}},
    {Colour::stripe, "--stripe", {0xffe3ad, 0x4a3c12, 0xffe9a8}},
    {Colour::stripe_soft, "--stripe-soft", {0xffefd0, 0x5a4a1c, 0xfff6d9}},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < kColours; ++i) {
    if (kSwatches[i].role != Colour(i)) return false;
  }
  return true;
}
static_assert(in_order());

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
    Pair{Colour::on_band_soft, Colour::band, 4.5},
    Pair{Colour::on_band, Colour::band, 4.5},
    Pair{Colour::on_band, Colour::band_hover, 4.5},
    Pair{Colour::focus_on_band, Colour::band_hover, 3},
    Pair{Colour::on_primary, Colour::field_line, 3},
    Pair{Colour::on_primary, Colour::danger, 4.5},
    Pair{Colour::on_primary, Colour::danger_hover, 4.5},
    Pair{Colour::on_primary, Colour::good, 4.5},
    Pair{Colour::danger, Colour::page, 4.5},
    Pair{Colour::danger, Colour::surface, 4.5},
    Pair{Colour::danger, Colour::bad_fill, 4.5},
    Pair{Colour::danger, Colour::secondary_hover, 3},
    Pair{Colour::ink, Colour::secondary_hover, 7},
    Pair{Colour::muted, Colour::secondary_hover, 4.5},
    Pair{Colour::muted, Colour::neutral_tag, 4.5},
    Pair{Colour::field_line, Colour::secondary_hover, 3},
    Pair{Colour::field_line, Colour::neutral_tag, 3},
    Pair{Colour::primary, Colour::neutral_tag, 3},
    Pair{Colour::warning_ink, Colour::stripe, 4.5},
    Pair{Colour::warning_ink, Colour::stripe_soft, 4.5},
    Pair{Colour::field_line, Colour::page, 3},
    Pair{Colour::field_line, Colour::surface, 3},
    Pair{Colour::good, Colour::surface, 3},
    Pair{Colour::good, Colour::good_fill, 3},
    Pair{Colour::warning, Colour::surface, 3},
    Pair{Colour::warning, Colour::warning_fill, 3},
    Pair{Colour::focus, Colour::page, 3},
    Pair{Colour::focus, Colour::surface, 3},
    Pair{Colour::focus, Colour::info_fill, 3},
    Pair{Colour::focus, Colour::good_fill, 3},
    Pair{Colour::focus, Colour::warning_fill, 3},
    Pair{Colour::focus, Colour::bad_fill, 3},
    Pair{Colour::focus_on_band, Colour::band, 3},
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

std::uint32_t rgb(Colour colour, Theme theme) {
  return kSwatches[std::size_t(colour)].rgb[std::size_t(theme)];
}

std::string_view css_name(Colour colour) { return kSwatches[std::size_t(colour)].css; }

double contrast(std::uint32_t a, std::uint32_t b) {
  const double la = luminance(a), lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

std::span<const Pair> pairs() { return kPairs; }

}  // namespace motcua::ui
