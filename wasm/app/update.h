#pragma once
// What happens next: update(model, message) changes the model and says what the browser is to do.

#include <string>
#include <vector>

#include "wasm/app/effect.h"
#include "wasm/app/message.h"
#include "wasm/app/model.h"

namespace motcua::app {

/// How the page was opened.
struct Opening {
  std::string lang = "vi";
  std::string path = "/";
  std::string now;
  std::int64_t ms = 0;
  bool demo = false;
  bool page_mode = false;
  std::string theme = "auto";
  std::vector<std::string> official;  // codes whose public record is there
  std::vector<msg::Loaded> assets;    // texts that the page fetched before the application ran
};

void start(Model& model, const Opening& opening, Effects& effects);
void update(Model& model, const Message& message, Effects& effects);

}  // namespace motcua::app
