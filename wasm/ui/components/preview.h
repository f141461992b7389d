#pragma once
// A picture of a page that a person looks at before it is sent: in whole, and enlarged until the
// small print can be read. The document shows the picture and scrolls it.

#include <string_view>

#include "wasm/ui/builder.h"

namespace motcua::ui {

struct Preview {
  std::string_view label;            // "Trang 1 của giấy chứng sinh"
  std::string_view picture;          // name of a picture that the page's JavaScript holds
  int zoom = 100;                    // per cent of the frame's width: 100, 150, 200, 300, 400
  std::string_view smaller, larger;  // words of the buttons
};

/// The next zoom on a press ("larger", "smaller", "+", "-", "0"); anything else leaves it.
int preview_zoom(int zoom, std::string_view press);

struct PreviewActions {
  Action smaller = no_action, larger = no_action;
  Action key = no_action;  // receives a key pressed in the frame
};

Id preview(Builder& b, std::string_view key, const Preview& page, const PreviewActions& on);

}  // namespace motcua::ui
