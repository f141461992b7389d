#pragma once
// The widgets. A screen is a function that calls these on a Builder; every call appends nodes.
//
//   ui::Builder b(tree, "Trang chủ – motcua", "vi");
//   auto main = b.main();
//   b.heading("title", 1, words.home_title);
//   { auto card = b.card("search"); b.text_field("q", {.label = …}, on(…)); }
//
// - A container returns a Scope; it ends when the Scope is destroyed. Keep it in a variable.
// - Keys are relative to the container, except those of fields (anything with a label), which are
//   global in the tree: `ui::field_id(key)` names them from anywhere.
// - Sibling keys must differ; Tree::sound() says which do not.
// - All words come from the caller. `error` of a field: empty = none.
// - ui::Action tokens come from the application's table: see actions.h.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "wasm/ui/fields.h"
#include "wasm/ui/tree.h"

namespace motcua::ui {

/// The main part of every page; what the skip link leads to.
inline constexpr Id main_id = hash_key(no_id, "main");

class Builder;

/// An open container. Not copyable; closes itself.
class [[nodiscard]] Scope {
 public:
  Scope(Scope&& other) noexcept;
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;
  Scope& operator=(Scope&&) = delete;
  ~Scope();
  Id id() const { return id_; }

 private:
  friend class Builder;
  Scope(Builder* builder, Id id) : builder_(builder), id_(id) {}
  Builder* builder_;
  Id id_;
};

class Builder {
 public:
  /// Starts `tree` afresh with its root. `title` is the document's title.
  Builder(Tree& tree, std::string_view title, std::string_view lang);

  // Page frame, in this order: skip_link, banner, header, main, footer.
  void skip_link(std::string_view label);                    // leads to the main part
  void banner(std::string_view key, std::string_view text);  // the fixed strip "BẢN THỬ"
  Scope header(std::string_view key);
  Scope nav(std::string_view key, std::string_view label);
  Scope main();
  Scope footer(std::string_view key);
  /// The product's name with its door; a link to the first page. Put it first in the header.
  void wordmark(std::string_view key, std::string_view name, std::string_view href, Action press);

  // Boxes.
  Scope section(std::string_view key, std::string_view label = {});
  Scope card(std::string_view key, std::string_view label = {});
  Scope row(std::string_view key);                  // side by side, wraps
  Scope spread(std::string_view key);               // side by side, first left, rest to the right
  Scope center(std::string_view key);               // a column with everything in the middle
  Scope form(std::string_view key, Action submit);  // Enter in a field fires `submit`
  /// A box with a coloured edge; Kind::bad is announced at once by screen readers.
  Scope notice(std::string_view key, Kind kind, std::string_view title = {});
  Scope status(std::string_view key);
  Scope list(std::string_view key, bool numbered = false);
  Scope plain_list(std::string_view key, std::string_view label = {});
  Scope item(std::string_view key);
  /// A fieldset: its legend reads as a question. `level` > 0 makes the legend a heading.
  Scope group(std::string_view key, std::string_view legend, int level = 0);
  /// Content that only a print-out shows.
  Scope printed(std::string_view key);

  // Words.
  Id heading(std::string_view key, int level, std::string_view text);
  Id text(std::string_view key, std::string_view text, Variant variant = Variant::normal);
  void tag(std::string_view key, std::string_view text, Kind kind);
  void separator(std::string_view key);
  /// QR code: `modules` = side*side characters '0' or '1'.
  void qr(std::string_view key, std::string_view name, std::string_view modules);

  // Things to press. `href` is the path that the address bar would show.
  Id button(std::string_view key, std::string_view label, Action press,
            Variant variant = Variant::secondary, std::uint32_t flags = 0);
  Id link(std::string_view key, std::string_view label, std::string_view href,
          Action press = no_action, Variant variant = Variant::normal, std::uint32_t flags = 0);
  /// A link as wide as the column with a line of explanation under it: choices of a list.
  void tile(std::string_view key, std::string_view label, std::string_view note,
            std::string_view href, Action press);

  // Fields. Each returns the id of its control.
  Id text_field(std::string_view key, const TextField& field, Action input,
                Action blur = no_action);
  Id text_area(std::string_view key, const TextField& field, Action input, Action blur = no_action);
  Id search_field(std::string_view key, const TextField& field, Action input);
  /// Day, month and year typed apart. Controls have the keys `key.day`, `key.month`, `key.year`.
  Id date_field(std::string_view key, const DateField& field, const DateActions& actions);
  Id select(std::string_view key, const ChoiceField& field, Action change);
  /// One radio each option, keys `key.<value>`; the action receives the value chosen.
  Id radios(std::string_view key, const ChoiceField& field, Action choose);
  /// The action receives "1" or "0".
  Id checkbox(std::string_view key, const CheckField& field, Action toggle);
  /// Several checkboxes under one legend; keys `key.<value>`. `toggle` is made for each option.
  Id checkboxes(std::string_view key, const ChoiceField& field, std::span<const Action> toggle);
  Id file_field(std::string_view key, const FileField& field, Action change);

  // Reports.
  /// `percent` < 0: unknown. `note` stands under the bar.
  void progress(std::string_view key, std::string_view label, int percent,
                std::string_view note = {});
  /// What is wrong, as links that lead to the fields. Put it first in main.
  void error_summary(std::string_view key, std::string_view title,
                     std::span<const FieldError> errors);
  void step_list(std::string_view key, std::string_view label, std::span<const Step> steps);
  void timeline(std::string_view key, std::string_view label, std::span<const Event> events);
  void summary_list(std::string_view key, std::span<const SummaryRow> rows);

  /// Sets the language of the node last appended ("en" for an English name in a Vietnamese page).
  void lang(std::string_view code);
  /// Gives the node last appended the id field_id(key), so that the focus can be sent there.
  void anchor(std::string_view key);
  /// Words of the link or button last appended that are read after its name and not shown.
  void spoken(std::string_view words);
  /// Marks the node last appended, e.g. flag_no_print.
  void mark(std::uint32_t flags);

  // For components (wasm/ui/components): nodes by role. A reference holds until the next call.
  Node& append(Role role, std::string_view key);
  Node& append_id(Role role, Id id);
  Node& node(Id id);  // one appended before; asserts that there is one
  Scope open(Role role, std::string_view key, Variant variant = Variant::normal,
             Flow flow = Flow::column);
  Scope open_id(Role role, Id id, Variant variant, Flow flow = Flow::column);
  Node& opened();
  void legend(std::string_view words, int level, std::string_view optional);
  void label(Id field, std::string_view words, std::string_view optional = {});
  void describe(Node& control, Id hint, Id error);
  Id hint(Id field, std::string_view words);
  Id error(Id field, std::string_view words);
  /// The control alone, without label, hint and error.
  Node& input(Role role, Id id, const TextField& field, Action input, Action blur);
  Id typed(Role role, std::string_view key, const TextField& field, Action input, Action blur);

 private:
  friend class Scope;
  void close();
  void date_part(std::string_view key, const DatePart& part, int chars,
                 std::string_view autocomplete, Action input, Action blur, Id error, bool required);
  void choice(Role role, std::string_view key, const Option& option, bool chosen,
              std::uint32_t flags, std::string_view group, Action press, Id error);

  Tree& tree_;
  std::vector<int> open_;  // indexes of the open containers, root first
};

}  // namespace motcua::ui
