#pragma once
// Puts ImGui's triangles on the canvas: one program, one vertex array, one texture kind. Never asks
// OpenGL for its state, since each such question makes the browser wait for its graphics process.

#include <cstdint>
#include <vector>

struct ImDrawList;
struct ImFontAtlas;
struct ImTextureData;

namespace motcua::browser {

class Gl {
 public:
  /// Makes or takes over the WebGL2 context of the element #paint. False when there is none.
  bool start();
  /// The context was lost: its names mean nothing any more.
  void stop(ImFontAtlas& atlas);
  bool running() const { return program_ != 0; }
  /// The largest canvas side in device pixels; 0 when not running.
  int limit() const { return limit_; }

  /// `list` was painted with letters of `atlas`, whose changed pixels go to the graphics card
  /// first.
  void draw(const ImDrawList& list, ImFontAtlas& atlas, int width, int height,
            std::uint32_t background);

 private:
  void update(ImTextureData& texture);

  int context_ = 0;
  int limit_ = 0;
  unsigned program_ = 0, array_ = 0, vertices_ = 0, indices_ = 0;
  std::vector<std::uint8_t> patch_;
};

}  // namespace motcua::browser
