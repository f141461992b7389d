#include <algorithm>

#include "shared/text/title.h"
#include "wasm/app/handlers.h"
#include "wasm/app/steps.h"

namespace motcua::app {
namespace {

void forget_refusals(Model& m, const std::string& draft, const std::string& component) {
  std::erase_if(m.refused, [&](const RefusedFile& file) {
    return file.draft == draft && file.component == component;
  });
}

void forget_upload(Model& m, const std::string& key) {
  std::erase_if(m.uploads, [&](const Upload& upload) { return upload.key == key; });
}

/// Papers that were missing and are there now are no longer shown as missing.
void recheck_papers(Model& m, const Draft& draft) {
  if (m.shown.draft != draft.id || m.shown.place != papers_place) return;
  const auto now = papers_defects(m, draft);
  std::erase_if(m.shown.defects, [&](const form::Defect& old) {
    return form::defect_of(now, old.field) == nullptr;
  });
}

}  // namespace

void on(Model& m, Effects& out, const msg::ChooseFiles& e) {
  const auto* draft = editable_here(m);
  if (!draft) return;
  m.dropped_beside = false;
  forget_refusals(m, draft->id, e.component);
  out.push_back(effect::KeepFiles{draft->id, e.component, e.node});
}

void on(Model& m, Effects& out, const msg::DroppedBeside&) {
  m.dropped_beside = true;
  out.push_back(effect::Focus{.target = effect::Focus::Target::errors});
}

void on(Model& m, Effects&, const msg::FileProgress& e) {
  if (!editable(m, e.draft)) return;
  for (auto& upload : m.uploads) {
    if (upload.key != e.key) continue;
    upload.done = e.done;
    upload.total = e.total;
    return;
  }
  m.uploads.push_back({.draft = e.draft,
                       .component = e.component,
                       .key = e.key,
                       .title = text::safe_title(e.title),
                       .done = e.done,
                       .total = e.total});
}

void on(Model& m, Effects& out, const msg::FileKept& e) {
  forget_upload(m, e.file.key);
  auto* draft = editable(m, e.draft);
  if (!draft) {  // the draft went away while the file was being added
    out.push_back(effect::DropFile{e.draft, e.file.key});
    return;
  }
  KeptFile file = e.file;
  file.title = text::safe_title(file.title);
  const auto& w = words_of(m);
  out.push_back(effect::Announce{w("papers.kept", {{"title", file.title}})});
  draft->files.push_back(std::move(file));
  save(m, out, *draft);
  recheck_papers(m, *draft);
}

void on(Model& m, Effects& out, const msg::FileRefused& e) {
  forget_upload(m, e.key);
  if (e.code == "stopped" || !editable(m, e.draft)) return;
  m.refused.push_back({.draft = e.draft,
                       .component = e.component,
                       .title = text::safe_title(e.title),
                       .code = e.code,
                       .message = e.message,
                       .hint = e.hint});
  const auto& w = words_of(m);
  out.push_back(effect::Announce{w("papers.refused", {{"title", m.refused.back().title}})});
}

void on(Model& m, Effects& out, const msg::RemoveFile& e) {
  auto* draft = editable_here(m);
  if (!draft) return;
  out.push_back(effect::DropFile{draft->id, e.key});
  forget_upload(m, e.key);
  const auto same = [&](const KeptFile& file) { return file.key == e.key; };
  const auto found = std::find_if(draft->files.begin(), draft->files.end(), same);
  if (found == draft->files.end()) return;
  const auto& w = words_of(m);
  out.push_back(effect::Announce{w("papers.removed", {{"title", found->title}})});
  out.push_back(effect::Focus{.node = ui::field_id(found->component)});
  draft->files.erase(found);
  save(m, out, *draft);
}

void on(Model& m, Effects&, const msg::DismissRefusal& e) {
  if (e.index < m.refused.size())
    m.refused.erase(m.refused.begin() + static_cast<std::ptrdiff_t>(e.index));
}

void on(Model& m, Effects& out, const msg::FinishPapers&) {
  const auto* draft = editable_here(m);
  if (!draft) return;
  if (uploading(m, draft->id)) {
    out.push_back(effect::Announce{std::string(words_of(m)("papers.wait"))});
    return;
  }
  auto defects = papers_defects(m, *draft);
  if (form::blocks(defects)) return show_defects(m, out, *draft, papers_place, std::move(defects));
  m.shown = {};
  go(m, out, review_path(draft->id));
}

}  // namespace motcua::app
