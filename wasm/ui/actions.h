#pragma once
// What a widget does when a person uses it.
//
// A node holds only a token (ui::Action); what the token means is kept by the application in one
// table a tree, of its own message type. So the tree knows no application, `view` stays pure, and
// a test presses a widget by asking the table:
//
//   ui::Actions<Message> on;
//   b.button("next", "Tiếp tục", on(Next{}));                                   a fixed message
//   b.text_field("child.name", field, on([](std::string_view text) { return Typed{…, text}; }));
//   …
//   std::optional<Message> message = on.fire(node.on_activate, "");
//
// The text a token is fired with: textbox/textarea/searchbox: the value (NFC). select, radio: the
// value of the option. checkbox: "1" or "0". file: JSON [{"name":…,"size":…,"type":…}, …] (the
// File objects stay in JavaScript under the node's id). button, link: empty. key: the key's name,
// or what the component says.

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace motcua::ui {

/// What the document says happened to a node; the numbers cross from JavaScript.
enum class ActionKind : std::uint8_t { activate, input, change, focus, blur, hover, unhover, key };

/// A token of the table that belongs to the same tree; 0 = does nothing.
using Action = std::uint32_t;
inline constexpr Action no_action = 0;

template <class Message>
class Actions {
 public:
  using Factory = std::function<Message(std::string_view text)>;

  /// Registers a message, or a function from the text to a message.
  template <class T>
  Action operator()(T&& what) {
    if constexpr (std::is_invocable_v<T, std::string_view>) {
      table_.emplace_back(std::forward<T>(what));
    } else {
      table_.emplace_back(
          [message = Message(std::forward<T>(what))](std::string_view) { return message; });
    }
    return static_cast<Action>(table_.size());
  }

  /// The message of a token; nothing when the token is 0 or unknown.
  std::optional<Message> fire(Action token, std::string_view text) const {
    if (token == no_action || token > table_.size()) return std::nullopt;
    return table_[token - 1](text);
  }

  std::size_t size() const { return table_.size(); }

 private:
  std::vector<Factory> table_;
};

}  // namespace motcua::ui
