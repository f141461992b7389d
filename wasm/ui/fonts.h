#pragma once
// The painter's two fonts, in a Dear ImGui atlas without a context. The only TextMeasure that knows
// real letters. Needs no canvas: sizes are asked for before there is one.

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "wasm/ui/measure.h"

struct ImFont;
struct ImFontAtlas;

namespace motcua::ui {

class Fonts : public TextMeasure {
 public:
  Fonts();
  ~Fonts() override;
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  /// Takes a copy of a TTF. False when it is not one.
  bool add(Face face, std::span<const std::uint8_t> ttf);
  bool complete() const { return faces_[0] && faces_[1]; }
  /// Once before each frame that measures or draws: letters unused for long may leave the atlas.
  void begin_frame();

  /// Draws up to `letters` of the Vietnamese alphabet, in the sizes that were asked for so far,
  /// into the atlas before somebody needs them. True while there are more.
  bool bake(int letters);

  /// Device pixels of a CSS pixel, for sizes asked from now on.
  void set_dpr(float dpr) {
    if (dpr != dpr_) asked_.clear();  // nobody needs the old sizes any more
    dpr_ = dpr;
  }
  float dpr() const { return dpr_; }

  float width(std::string_view text, Face face, float px) const override;

  /// Whether both fonts have every letter of the text; what they lack would be painted as "?".
  bool knows(std::string_view text) const;

  ImFont* font(Face face) const { return faces_[static_cast<std::size_t>(face)]; }
  /// Its textures tell the painter what has to reach the graphics card.
  ImFontAtlas& atlas() const { return *atlas_; }
  /// ImGui's size, in device pixels, of letters of `px` CSS pixels per em.
  float size(float px) const;
  /// Of that size, the part above the baseline.
  static constexpr float above_baseline = 0.79f;

 private:
  std::unique_ptr<ImFontAtlas> atlas_;
  int frame_ = 0;
  ImFont* faces_[2] = {};
  float dpr_ = 1;
  /// A face in a size that was asked for, and how much of the alphabet it has.
  struct Asked {
    Face face = Face::regular;
    float size = 0;
    std::size_t baked = 0;
  };
  void note(Face face, float size) const;
  mutable std::vector<Asked> asked_;
  enum class Known : std::uint8_t { unasked, yes, no };
  mutable std::vector<Known> known_;  // by code point: asking the font takes a search
};

}  // namespace motcua::ui
