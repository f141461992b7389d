#pragma once
// The gallery: every component of wasm/ui in every state, on one page. The subject of the visual
// tests and what a designer looks things up in. It shares nothing with the application but wasm/ui.

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "wasm/ui/actions.h"
#include "wasm/ui/builder.h"
#include "wasm/ui/components/combobox_state.h"
#include "wasm/ui/components/partial_date.h"

namespace motcua::gallery {

/// What a person has done to the page.
struct State {
  std::map<std::string, std::string, std::less<>> values;  // of fields, by key
  std::map<std::string, bool, std::less<>> open;           // what is opened, ticked, dismissed
  ui::ComboboxState place, commune;
  std::string chosen_place, chosen_commune;
  ui::Unknown unknown = ui::Unknown::none;
  std::vector<std::string> children{"con.1", "con.2"};
  int next_child = 3;
  std::vector<std::string> files;  // names of those chosen
  std::string signature;
  int zoom = 100;
  std::uint32_t toasts = 0;
  std::string theme = "auto";
  bool page_mode = false;
  std::size_t rows_first = 0;
  std::string sorted = "name";
  bool descending = false;
};

/// Effects are JSON texts, as the application's.
using Effects = std::vector<std::string>;
using Change = std::function<void(State&, Effects&)>;

struct Frame {
  const State& state;
  ui::Builder& b;
  ui::Actions<Change>& on;

  /// The value of a field, "" when nobody has typed.
  std::string value(std::string_view key) const;
  bool is_open(std::string_view key) const;
  /// Actions that keep the text, turn a switch, do what they are told.
  ui::Action keep(std::string key);
  ui::Action flip(std::string key);
  ui::Action then(std::function<void(State&)> change);
};

/// One section of the page each.
void words(Frame& f);
void presses(Frame& f);
void text_fields(Frame& f);
void choices(Frame& f);
void dates(Frame& f);
void places(Frame& f);
void repeats(Frame& f);
void files(Frame& f);
void reports(Frame& f);
void data(Frame& f);
void layers(Frame& f);

class Gallery {
 public:
  Gallery();
  /// {"theme","page"} of the page's opening; anything else is as the page was.
  void start(std::string_view theme, bool page_mode);
  Effects action(ui::Id id, ui::ActionKind kind, std::string_view text);
  ui::Tree& view() { return tree_; }
  const State& state() const { return state_; }

 private:
  void build();

  State state_;
  ui::Tree tree_;
  ui::Actions<Change> on_;
};

}  // namespace motcua::gallery
