#pragma once
// What can be said of an address while it is typed (web/effects/places.js looks it up).

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wasm/ui/components/combobox_state.h"

namespace motcua::app {

/// A place that an address can mean today.
struct PlaceFound {
  std::string address;     // the whole line with today's names
  std::string code, name;  // of the commune
  std::string province;
  std::string old;       // the name of before July 2025 that led there; empty: today's own did
  bool divided = false;  // the old place became several
};

/// Help with one field for an address on the page.
struct AddressHelp {
  ui::ComboboxState list;  // its text and rev are not used: the answer's are
  std::string asked;       // what was asked about last
  std::string text;        // and what the rest is about
  std::vector<PlaceFound> found;
  std::optional<PlaceFound> certain;  // nothing is left open; its address is empty
  bool old = false;                   // the address names a place of before July 2025
  bool failed = false;                // the list of places is not there

  /// Whether all this is about what stands in the field.
  bool answers(std::string_view value) const { return text == value; }
};

/// The words' key of what is asked about an old address.
inline const char* old_words(const AddressHelp& help) {
  return help.found.size() > 1 ? "form.place_several" : "form.place_one";
}

}  // namespace motcua::app
