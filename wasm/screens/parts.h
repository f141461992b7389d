#pragma once
// What several screens have in common.

#include <string>
#include <string_view>
#include <vector>

#include "wasm/screens/screens.h"

namespace motcua::screens {

/// The page's heading; its key is "title" everywhere.
void title(Frame& f);
/// A link inside the application.
void visit(Frame& f, std::string_view key, std::string_view label, const std::string& path,
           ui::Variant variant = ui::Variant::normal);
/// While something the page needs is not here: its words, or why not, with a button to try again.
/// Draws nothing and gives true when everything is here.
bool ready(Frame& f, const std::vector<std::string>& names);

/// A stored date as people read it; what is no date, as it is.
std::string day_words(Frame& f, std::string_view stored);

/// Above the heading of a draft's page: the way back, where we are, what is wrong.
void draft_head(Frame& f, const app::Draft& draft);
/// Under its buttons: whether what was typed is kept.
void saved_line(Frame& f, const app::Draft& draft);
/// The draft of the current page when it is here with its form and procedure; else draws why not.
const app::Draft* draft_here(Frame& f);

/// Unfinished drafts as cards with "continue" and "delete"; draws nothing when there are none.
void unfinished_drafts(Frame& f);
/// The sentence for a file, a sealing or a sending that failed: ours when the code is known.
std::string failure_words(Frame& f, std::string_view area, std::string_view code,
                          std::string_view message, std::string_view hint);

/// The same as a notice above the page; draws nothing when nothing failed.
void failure_notice(Frame& f, std::string_view area, const app::Failure& failed);
/// What is printed on: a sheet, or a roll of 80 mm.
void paper_choice(Frame& f);
/// `text` as a QR code in the middle, `name` for who can not see it; nothing when it is too long.
void qr_picture(Frame& f, std::string_view name, std::string_view text);

/// By when a filed dossier has to be dealt with, and how that was counted; draws nothing while that
/// is not known.
void due(Frame& f, const app::Draft& draft);
/// Payment, delivery and synchronisation, as far as its units have said something of them.
void axes(Frame& f, const app::Draft& draft);

std::string unit_of(Frame& f, const app::Draft& draft);

}  // namespace motcua::screens
