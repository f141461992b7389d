#pragma once
// The pages of a draft in their order: the form's steps that are asked, attachments, check your
// answers, confirm and seal.

#include <string>
#include <string_view>
#include <vector>

#include "wasm/app/model.h"

namespace motcua::app {

/// The place of attachments in defects, as shared/catalogue names it.
inline constexpr std::string_view papers_place = "components";
inline constexpr std::string_view review_place = "review";

struct DraftPage {
  std::string title;
  std::string path;
  std::string place;  // a step's id, papers_place, review_place or "seal"
};

/// Empty while the form is not loaded.
std::vector<DraftPage> draft_pages(const Model& model, const Draft& draft);
/// Index of the current route in them; -1 when it is none of them.
int page_index(const Model& model, const std::vector<DraftPage>& pages);
/// The path after, or before, the current page; before the first is the procedure.
std::string next_path(const Model& model, const Draft& draft);
std::string previous_path(const Model& model, const Draft& draft);

/// Everything that is wrong with the answers, in the form's order.
std::vector<form::Defect> answer_defects(const Model& model, const Draft& draft);
/// And with the whole dossier, answers and papers, in the order of the pages.
std::vector<form::Defect> all_defects(const Model& model, const Draft& draft);
/// What is wrong with the papers alone.
std::vector<form::Defect> papers_defects(const Model& model, const Draft& draft);

}  // namespace motcua::app
