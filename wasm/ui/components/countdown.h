#pragma once
// How much time is left. The application says when it changed (an idle page draws nothing); what
// must be heard goes through its announcements, not through every second.

#include <string_view>

#include "wasm/ui/builder.h"

namespace motcua::ui {

struct Countdown {
  std::string_view label;  // "Còn lại để nộp bản sao"
  std::string_view left;   // "4 phút 30 giây"
  int part = 1000;         // of the whole time, in thousandths
  bool urgent = false;     // little time: in the colour of danger
};

void countdown(Builder& b, std::string_view key, const Countdown& time);

}  // namespace motcua::ui
