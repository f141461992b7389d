#pragma once
// Parts of a procedure's page.

#include "shared/catalogue/outlook.h"
#include "wasm/screens/screens.h"

namespace motcua::screens {

/// What the answers on the page tell so far; empty while the form is not here.
catalogue::Outlook look_ahead(const app::Model& m, const catalogue::Procedure& p);

/// Who, where, how long, how much, for what.
void facts(Frame& f, const catalogue::Procedure& p, const catalogue::Outlook& ahead);

/// A few questions of the form, and what the answers mean. Draws nothing when there are none.
void questions(Frame& f, const catalogue::Procedure& p, const catalogue::Outlook& ahead);

/// The public record beside ours, where an operator has put one; it loads when it is opened.
void official(Frame& f, const catalogue::Procedure& p);

/// Time and fee of the fitting case when filed here, in words; empty = not known in figures.
struct Figures {
  std::string time, fee;
};
Figures figures(Frame& f, const catalogue::Procedure& p, const catalogue::Case* fits);

}  // namespace motcua::screens
