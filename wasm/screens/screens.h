#pragma once
// One function a screen: model -> widgets, inside the page's main part. Pure; what is pressed
// becomes a Message.

#include <string>
#include <string_view>

#include "wasm/app/message.h"
#include "wasm/app/model.h"
#include "wasm/ui/actions.h"
#include "wasm/ui/builder.h"

namespace motcua::screens {

/// What every screen draws with.
struct Frame {
  const app::Model& m;
  const app::Words& w;
  ui::Builder& b;
  ui::Actions<app::Message>& on;
};

void home(Frame& f);
void procedure(Frame& f);
void step(Frame& f);
void papers(Frame& f);
void review(Frame& f);
void check_sheet(Frame& f);
void seal(Frame& f);
void receipt(Frame& f);
void follow(Frame& f);
void dossiers(Frame& f);
void keys(Frame& f);
void move(Frame& f);
void fetch(Frame& f);
void feedback(Frame& f);
void slip(Frame& f);
void verify(Frame& f);
void not_found(Frame& f);

/// The first heading of the current page; also the start of the document's title.
std::string page_title(const app::Model& model);

}  // namespace motcua::screens
