#pragma once
// Colours by role, in three themes, and sizes in CSS pixels at a root font size of 16 px.
// web/styles/themes.css repeats the colours for page mode; tests/unit/ui/theme_test.cpp holds both
// to each other and to WCAG: AA in light and dark, AAA for the words of the high contrast.

#include <cstdint>
#include <span>
#include <string_view>

namespace motcua::ui {

/// The numbers cross from web/mirror/theme.js.
enum class Theme : std::uint8_t { light, dark, contrast, count };

enum class Colour : std::uint8_t {
  page,
  surface,  // cards, fields
  ink,
  muted,
  line,        // decoration only
  field_line,  // borders that show where a control is
  band,        // the header
  band_hover,
  on_band,
  on_band_soft,  // lesser words on the band
  focus_on_band,
  primary,
  primary_hover,
  on_primary,
  secondary_hover,  // fill of a secondary button under the pointer
  danger,
  danger_hover,
  good,
  warning,
  focus,
  info_fill,
  good_fill,
  warning_fill,
  bad_fill,
  neutral_tag,
  good_ink,
  warning_ink,
  bad_ink,
  stripe,  // the strip of a trial
  stripe_soft,
  count,
};

std::uint32_t rgb(Colour colour, Theme theme);  // 0xRRGGBB
/// The custom property of styles/themes.css.
std::string_view css_name(Colour colour);

/// WCAG 2 contrast ratio of two colours, 1..21.
double contrast(std::uint32_t a, std::uint32_t b);

/// Every pair that the painter or a style puts together, with the least ratio it needs (4.5 for
/// text, 3 for large text and for the shapes of controls).
struct Pair {
  Colour front, back;
  double least;
};
std::span<const Pair> pairs();

namespace size {
inline constexpr float column = 720;
inline constexpr float gutter = 24, gutter_narrow = 16;
inline constexpr float narrow = 600;  // below this width the page is a phone's
inline constexpr float control = 52;  // height of fields and buttons
inline constexpr float target = 48;   // least height of other things to press
inline constexpr float radius = 12, radius_control = 8;
inline constexpr float card = 28, card_narrow = 18;
inline constexpr float box = 28;  // the square of a checkbox, the circle of a radio
inline constexpr float field_padding = 14;
inline constexpr float drop = 104;  // height of a file's drop area
inline constexpr float qr = 320;
inline constexpr float bar = 12;  // a progress bar
inline constexpr float dot = 30;  // the circle of a step
}  // namespace size

}  // namespace motcua::ui
