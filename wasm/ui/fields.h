#pragma once
// What the widgets of builder.h are told. Views are copied by the builder; nothing is kept.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "wasm/ui/actions.h"
#include "wasm/ui/id.h"

namespace motcua::ui {

enum class Kind : std::uint8_t { neutral, info, good, warning, bad };

struct TextField {
  std::string_view label;
  std::string_view hint = {};
  std::string_view error = {};
  std::string_view value = {};
  std::uint32_t value_rev = 0;  // raise it when the application, not the person, changed the value
  bool required = true;
  std::string_view optional = {};  // words such as "(không bắt buộc)", shown when not required
  bool disabled = false;
  std::string_view autocomplete = {};  // HTML autofill token; empty = off
  std::string_view inputmode = {};     // "numeric", "tel", "email" …
  std::uint16_t maxlength = 0;         // UTF-16 units, 0 = none
  std::uint8_t chars = 0;              // width in characters, 0 = the full column
  std::string_view lang = {};
};

struct DatePart {
  std::string_view label;  // "Ngày"
  std::string_view value = {};
  std::uint32_t value_rev = 0;
  bool invalid = false;
};

struct DateField {
  std::string_view legend;
  std::string_view hint = {};
  std::string_view error = {};
  DatePart day, month, year;
  bool required = true;
  std::string_view optional = {};
  bool birthday = false;  // offers the browser's own birthday
};

struct DateActions {
  Action day = no_action, month = no_action, year = no_action;
  Action blur = no_action;  // when any of the three is left
};

struct Option {
  std::string value;
  std::string label;
  std::string hint = {};
};

struct ChoiceField {
  std::string_view label;  // the label of a select, the legend of radios and checkboxes
  std::string_view hint = {};
  std::string_view error = {};
  std::span<const Option> options;
  std::span<const std::string> chosen = {};  // values; select and radios use the first
  std::string_view empty = {};  // select: words of the first, empty choice ("Chọn…"); {} = none
  bool required = true;
  std::string_view optional = {};
  bool disabled = false;
  std::string_view autocomplete = {};
};

struct CheckField {
  std::string_view label;
  std::string_view hint = {};
  std::string_view error = {};
  bool checked = false;
  bool required = false;
  bool disabled = false;
};

struct FileField {
  std::string_view label;
  std::string_view hint = {};
  std::string_view error = {};
  std::string_view button;       // painted words: "Chọn tệp hoặc thả vào đây"
  std::string_view accept = {};  // "application/pdf,image/jpeg"
  bool multiple = false;
  bool required = false;
  std::string_view optional = {};
  bool disabled = false;
};

/// One line of an error summary; `field` is the key given to the field's widget.
struct FieldError {
  std::string field;
  std::string text;
};

struct Step {
  std::string label;
  enum class State : std::uint8_t { done, current, ahead } state = State::ahead;
  std::string state_words;  // "đã xong", read after the label
  std::string href = {};
  Action press = no_action;
};

struct Event {
  std::string title;
  std::string time;  // as shown
  std::string text = {};
  std::string proof = {};  // small line: who confirmed it
  Kind kind = Kind::neutral;
  std::string link = {};  // words of a link to what came with it; empty = none
  std::string href = {};
  Action press = no_action;
};

struct SummaryRow {
  std::string term;
  std::string value;
  std::string change = {};        // words of the link; empty = none
  std::string change_label = {};  // full name of that link for screen readers
  std::string href = {};
  Action press = no_action;
};

}  // namespace motcua::ui
