#pragma once
// A date of which the day, or the day and the month, may be unknown: old papers often say only a
// year.

#include <string_view>

#include "wasm/ui/builder.h"

namespace motcua::ui {

enum class Unknown : std::uint8_t { none, day, day_and_month };

struct PartialDate {
  DateField date;
  Unknown unknown = Unknown::none;
  std::string_view no_day;    // "Tôi không biết ngày"
  std::string_view no_month;  // "Tôi không biết cả ngày và tháng"
};

struct PartialDateActions {
  DateActions date;
  Action no_day = no_action, no_month = no_action;  // receive "1" or "0"
};

/// As Builder::date_field, with two boxes under it; what is unknown can not be typed. Keys of the
/// boxes: `key.no_day`, `key.no_month`.
Id partial_date(Builder& b, std::string_view key, const PartialDate& field,
                const PartialDateActions& actions);

}  // namespace motcua::ui
