#include "wasm/app/steps.h"

#include "shared/catalogue/components.h"
#include "shared/form/normalise.h"
#include "shared/form/visible.h"

namespace motcua::app {

std::vector<DraftPage> draft_pages(const Model& m, const Draft& draft) {
  std::vector<DraftPage> pages;
  const auto* schema = schema_of(m, draft);
  if (!schema) return pages;
  const auto seen = form::visible(*schema, draft.values, today(m));
  for (const auto& step : schema->steps)
    if (seen.step(step.id))
      pages.push_back({step.title.in(m.lang), step_path(draft.id, step.id), step.id});
  const auto& w = words_of(m);
  pages.push_back(
      {std::string(w("papers.title")), papers_path(draft.id), std::string(papers_place)});
  pages.push_back(
      {std::string(w("review.title")), review_path(draft.id), std::string(review_place)});
  pages.push_back({std::string(w("seal.title")), seal_path(draft.id), "seal"});
  return pages;
}

int page_index(const Model& m, const std::vector<DraftPage>& pages) {
  const auto here = path_of(m.route);
  for (std::size_t i = 0; i < pages.size(); ++i)
    if (pages[i].path == here) return static_cast<int>(i);
  return -1;
}

std::string next_path(const Model& m, const Draft& draft) {
  const auto pages = draft_pages(m, draft);
  const auto next = static_cast<std::size_t>(page_index(m, pages) + 1);
  return next < pages.size() ? pages[next].path : path_of(m.route);
}

std::string previous_path(const Model& m, const Draft& draft) {
  const auto pages = draft_pages(m, draft);
  const int here = page_index(m, pages);
  return here > 0 ? pages[static_cast<std::size_t>(here - 1)].path
                  : procedure_path(draft.procedure);
}

std::vector<form::Defect> papers_defects(const Model& m, const Draft& draft) {
  const auto* schema = schema_of(m, draft);
  const auto* procedure = procedure_of(m, draft);
  if (!schema || !procedure) return {};
  const auto values = form::normalise(*schema, draft.values);
  const auto seen = form::visible(*schema, values, today(m));
  return catalogue::judge_components(*procedure, form::visible_values(seen, values),
                                     attached_components(draft), today(m));
}

std::vector<form::Defect> answer_defects(const Model& m, const Draft& draft) {
  const auto* schema = schema_of(m, draft);
  if (!schema) return {};
  if (m.judged->schema != schema) {
    m.judged->schema = schema;
    m.judged->answers.emplace(*schema);
  }
  return m.judged->answers->judge(form::normalise(*schema, draft.values), today(m));
}

std::vector<form::Defect> all_defects(const Model& m, const Draft& draft) {
  if (!schema_of(m, draft)) return {};
  auto defects = answer_defects(m, draft);
  for (auto& defect : papers_defects(m, draft)) defects.push_back(std::move(defect));
  return defects;
}

}  // namespace motcua::app
