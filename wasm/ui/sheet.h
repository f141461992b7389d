#pragma once
// The draw list of one frame, by Dear ImGui but without its context: a painter needs its triangles
// and letters, not its windows, and leaving those out keeps a third of the module off the network.

#include <memory>

#include "wasm/ui/fonts.h"

struct ImDrawList;
struct ImDrawListSharedData;

namespace motcua::ui {

class Sheet {
 public:
  /// `fonts` must outlive the sheet.
  explicit Sheet(Fonts& fonts);
  ~Sheet();
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  /// An empty list to paint on, `width` by `height` device pixels; valid until the next call. The
  /// fonts are complete and have begun their frame.
  ImDrawList& begin(float width, float height);

 private:
  Fonts& fonts_;
  std::unique_ptr<ImDrawListSharedData> shared_;
  std::unique_ptr<ImDrawList> list_;
};

}  // namespace motcua::ui
