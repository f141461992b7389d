#include "wasm/ui/fonts.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstring>
#include <string_view>

#include "shared/text/utf8.h"

namespace motcua::ui {

namespace {

// ImGui's font size is ascender to descender; in Be Vietnam Pro that is 1.265 em.
constexpr float kSizePerEm = 1.265f;

// Beyond ASCII, what Vietnamese is written with, and the signs of our own words.
constexpr std::u16string_view kAlphabet =
    u"àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
    u"ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ“”–…";
constexpr char16_t kFirst = 0x21, kLast = 0x7e;  // of ASCII

constexpr char32_t kFirstBeyondAscii = 0x80;
constexpr char32_t kPoints = 0x10000;  // of ImWchar

}  // namespace

Fonts::Fonts() : atlas_(std::make_unique<ImFontAtlas>()) {
  atlas_->Flags |= ImFontAtlasFlags_NoMouseCursors;
  atlas_->TexDesiredFormat = ImTextureFormat_Alpha8;
  atlas_->TexMinWidth = 1024;
  atlas_->TexMinHeight = 512;
}

Fonts::~Fonts() = default;

void Fonts::begin_frame() { ImFontAtlasUpdateNewFrame(atlas_.get(), ++frame_, true); }

bool Fonts::add(Face face, std::span<const std::uint8_t> ttf) {
  static constexpr std::uint8_t magic[] = {0, 1, 0, 0};
  if (ttf.size() < 1024 || ttf.size() > (4u << 20)) return false;
  if (std::memcmp(ttf.data(), magic, sizeof magic) != 0) return false;  // ImGui would assert
  void* copy = IM_ALLOC(ttf.size());                                    // the atlas frees it
  std::memcpy(copy, ttf.data(), ttf.size());
  ImFontConfig config;
  config.Flags = ImFontFlags_NoLoadError;
  config.OversampleH = 2;
  ImFont*& font = faces_[static_cast<std::size_t>(face)];
  font = atlas_->AddFontFromMemoryTTF(copy, static_cast<int>(ttf.size()), 0, &config);
  return font != nullptr;
}

bool Fonts::knows(std::string_view text) const {
  if (!complete()) return false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = text::next_point(text, at);
    if (point < kFirstBeyondAscii) continue;
    if (point >= kPoints) return false;
    if (known_.size() <= point) known_.resize(point + 1);
    auto& known = known_[point];
    if (known == Known::unasked) {
      const auto letter = static_cast<ImWchar>(point);
      const bool both = faces_[0]->IsGlyphInFont(letter) && faces_[1]->IsGlyphInFont(letter);
      known = both ? Known::yes : Known::no;
    }
    if (known == Known::no) return false;
  }
  return true;
}

void Fonts::note(Face face, float size) const {
  for (const Asked& each : asked_)
    if (each.face == face && each.size == size) return;
  asked_.push_back({face, size});
}

bool Fonts::bake(int letters) {
  constexpr std::size_t ascii = kLast - kFirst + 1;
  for (Asked& each : asked_) {
    ImFont* found = font(each.face);
    if (!found) return false;
    ImFontBaked* baked = found->GetFontBaked(each.size);
    for (; each.baked < ascii + kAlphabet.size(); ++each.baked) {
      if (letters-- <= 0) return true;
      const auto letter = each.baked < ascii ? static_cast<ImWchar>(kFirst + each.baked)
                                             : static_cast<ImWchar>(kAlphabet[each.baked - ascii]);
      baked->FindGlyph(letter);
    }
  }
  return false;
}

float Fonts::size(float px) const { return std::max(1.f, std::round(px * dpr_ * kSizePerEm)); }

float Fonts::width(std::string_view text, Face face, float px) const {
  ImFont* found = font(face);
  if (!found || text.empty()) return 0;
  note(face, size(px));
  const float device =
      found->CalcTextSizeA(size(px), FLT_MAX, 0, text.data(), text.data() + text.size()).x;
  return device / dpr_;
}

}  // namespace motcua::ui
