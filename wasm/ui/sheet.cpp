#include "wasm/ui/sheet.h"

#include <imgui.h>
#include <imgui_internal.h>

namespace motcua::ui {

namespace {

// How far a painted curve may be from the true one, device pixels.
constexpr float kCurve = 1.25f;
constexpr float kCircle = 0.3f;

}  // namespace

Sheet::Sheet(Fonts& fonts)
    : fonts_(fonts),
      shared_(std::make_unique<ImDrawListSharedData>()),
      list_(std::make_unique<ImDrawList>(shared_.get())) {
  shared_->FontAtlas = &fonts.atlas();
  shared_->CurveTessellationTol = kCurve;
  shared_->SetCircleTessellationMaxError(kCircle);
  shared_->InitialFringeScale = 1;
  shared_->InitialFlags = ImDrawListFlags_AntiAliasedLines |
                          ImDrawListFlags_AntiAliasedLinesUseTex | ImDrawListFlags_AntiAliasedFill;
  ImFontAtlasAddDrawListSharedData(&fonts.atlas(), shared_.get());
}

Sheet::~Sheet() { ImFontAtlasRemoveDrawListSharedData(&fonts_.atlas(), shared_.get()); }

ImDrawList& Sheet::begin(float width, float height) {
  ImFontAtlasUpdateDrawListsSharedData(&fonts_.atlas());
  shared_->ClipRectFullscreen = ImVec4(0, 0, width, height);
  list_->_ResetForNewFrame();
  list_->PushTexture(fonts_.atlas().TexRef);
  list_->PushClipRectFullScreen();
  return *list_;
}

}  // namespace motcua::ui
