#pragma once
// The semantic tree: what a screen says, once, for two renderers. The painter draws it on a
// canvas, the mirror makes a real document of it. Plain data, no ImGui, no browser.
//
// Nodes stand in document order = tab order = reading order; a parent comes before its children.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "wasm/ui/actions.h"
#include "wasm/ui/id.h"

namespace motcua::ui {

// Values of Role, Variant, Flow and Flag cross to web/mirror/node.js, which repeats them in order.

enum class Role : std::uint8_t {
  root,  // the document; name = its title, attributes lang
  header,
  nav,  // name = its label
  main,
  footer,
  section,  // a plain box; with a name a region
  group,    // fieldset; its first child is a legend
  legend,
  form,  // pressing Enter in a field fires on_activate of the form
  list,  // level 1 = numbered
  listitem,
  heading,  // level 1..6
  text,     // a paragraph; of text, links, buttons: value = words read after it but not shown
  link,     // attribute href; ref = the field it leads to, if it is inside the page
  button,
  label,  // ref = its field
  textbox,
  textarea,
  searchbox,
  select,  // value = that of the option chosen; children: options
  option,
  checkbox,
  radio,     // attribute group: radios of one group exclude each other
  file,      // value = the painted words of its drop area
  progress,  // name = what is going on; value = per cent "0".."100"; empty = unknown
  status,    // a box whose content is a state, e.g. "Đã lưu"
  alert,     // an error summary or an urgent notice
  image,     // name = what it shows; value = square QR modules as '0' and '1', row by row
  separator,
  banner,  // the strip on top that says this is a trial
  dl,      // a list of term and definition, in rows
  dlrow,
  term,
  definition,
  // Of wasm/ui/components; the mirror knows them by web/mirror/parts.
  dialog,    // over the page; ref = its heading
  toast,     // over the page; value_rev = its place in the sequence
  combobox,  // a text with a list under it; ref = its listbox
  listbox,
  listoption,
  tablist,  // name = its label
  tab,      // flag_checked = the chosen one; ref = its panel
  tabpanel,
  table,  // name = its caption
  tablerow,
  columnheader,
  rowheader,
  cell,
  figure,     // a chart: name = what it shows; a table of its data inside
  icon,       // value = an SVG path; with a name an image, else decoration
  timer,      // name = how much time is left
  preview,    // a picture of a page that can be enlarged; attribute picture; level = zoom / 25 %
  picture,    // a small picture; name = what it shows; attribute picture
  signature,  // value = an SVG path on 600 x 200
  skeleton,   // where words will be; decoration
  camera,     // what a camera sees, inside a dialog; name = what that is
};

enum class Variant : std::uint8_t {
  normal,
  // buttons and links
  primary,
  secondary,
  quiet,
  danger,
  wordmark,
  skip,  // a link that only shows while it has the focus
  tile,  // a link that fills a card: title and an arrow
  // text
  lead,
  small,
  muted,
  strong,
  code,  // a number to read aloud: large and wide
  hint,
  error,
  // boxes
  card,
  info,
  good,
  warning,
  bad,
  steps,     // list of steps; items: done, current (flag), to come
  timeline,  // list of events, newest first
  summary,   // dl with lines between its rows
  choice,    // checkbox or radio + its label + hint
  field,     // label + hint + error + control
  date,      // row of three short fields
  tag_neutral,
  tag_good,
  tag_warning,
  tag_bad,
  plain_list,  // a list without bullets
  printed,     // shown in print only
  folded,      // closed details: not shown, but printed
  table,       // a chart's or a list's table in rows
  lines,       // a chart of lines; else of bars
  paper,       // a box that is a sheet of paper
};

/// How a box places its children.
enum class Flow : std::uint8_t { column, row, spread, center };

enum Flag : std::uint32_t {
  flag_required = 1u << 0,
  flag_invalid = 1u << 1,
  flag_disabled = 1u << 2,
  flag_checked = 1u << 3,   // checkbox, radio, option
  flag_current = 1u << 4,   // aria-current
  flag_expanded = 1u << 5,  // of a button that opens something
  flag_collapsed = 1u << 6,
  flag_busy = 1u << 7,
  flag_done = 1u << 8,      // a step or an event that is behind us
  flag_multiple = 1u << 9,  // file: more than one
  flag_optional = 1u << 10,
  flag_no_print = 1u << 11,
};

struct Look;

struct Rect {
  float x = 0, y = 0, w = 0, h = 0;  // CSS pixels, document space
};

/// One line of wrapped text: bytes [start, start + size) of the node's text.
struct TextLine {
  std::uint32_t start = 0, size = 0;
  float width = 0;
};

struct Node {
  Id id = no_id;
  int parent = -1;  // index in Tree::nodes; -1 for the root
  Role role = Role::text;
  Variant variant = Variant::normal;
  Flow flow = Flow::column;
  std::uint8_t level = 0;
  std::uint8_t chars = 0;  // width of an input in characters; 0 = the full column
  std::uint32_t flags = 0;

  std::string name;   // what it is called, or the text itself
  std::string value;  // of inputs; seen by the document when created and on a new value_rev
  std::uint32_t value_rev = 0;  // raise it to make the document take `value`
  Id ref = no_id;               // label: its field; link: target in the page; box: its heading
  Id hint = no_id;              // node that describes it
  Id error = no_id;             // node that says what is wrong with it

  std::string href, lang, autocomplete, inputmode, accept, group;
  std::uint16_t maxlength = 0;

  Action on_activate = no_action;  // button, link, checkbox, radio, form
  Action on_input = no_action;     // every change of a text
  Action on_change = no_action;    // select, file; a text when it is left after a change
  Action on_blur = no_action;
  Action on_key = no_action;  // keys of the attribute `keys`, and other small movements

  std::string attributes;      // further ones, by set_attribute()
  const Look* look = nullptr;  // layout and paint of a component; null: those of the role

  Rect rect;                    // filled by layout
  std::vector<TextLine> lines;  // filled by layout

  bool has(std::uint32_t flag) const { return (flags & flag) != 0; }
};

struct Tree {
  std::vector<Node> nodes;  // nodes[0] is the root
  float height = 0;         // of the document, filled by layout

  const Node* find(Id id) const;
  /// The nth node of this role whose name is `name`; how tests find what a person would.
  const Node* find(Role role, std::string_view name, int nth = 0) const;
  /// The input that a label or legend with this text belongs to.
  const Node* field(std::string_view label) const;
  /// All visible text under the node with this index, joined by single spaces.
  std::string text(int index = 0) const;
  /// True when every id is unique and every ref, hint and error names a node of the tree.
  /// `why` receives the first fault as a sentence.
  bool sound(std::string* why = nullptr) const;
};

inline constexpr char attribute_break = '\x1f';

/// An attribute for the mirror beside those that have a member; empty values leave none.
void set_attribute(Node& node, std::string_view name, std::string_view value);

/// Roles that a person can operate.
bool is_control(Role role);
/// What takes no place in the page: it lies over it, or is not shown on a screen.
bool out_of_flow(const Node& node);

}  // namespace motcua::ui
