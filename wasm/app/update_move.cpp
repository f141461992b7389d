#include <algorithm>
#include <utility>

#include "wasm/app/handlers.h"
#include "wasm/app/json_read.h"

namespace motcua::app {
namespace {

using codec::Json;

constexpr std::string_view format = "motcua.records/1";
/// What the gateway and a browser's memory are sure to take.
constexpr std::size_t max_text = 384u << 10;
constexpr std::size_t max_typed = 4096;

/// A dossier as it goes to another device: an unfinished one without its attachments, which stay.
std::string travelling(Draft draft) {
  draft.files.clear();
  return draft_json(draft);
}

std::string records_text(const Model& m) {
  std::string list;
  for (const auto& [id, draft] : m.drafts) {
    if (draft.stage == Stage::sealed) continue;  // this device is sending it
    list += (list.empty() ? "" : ",") + travelling(draft);
  }
  if (list.empty()) return {};
  std::string text = R"({"format":")";
  text.append(format).append(R"(","records":[)").append(list).append("]}");
  return text;
}

bool known(const Model& m, const Draft& draft) {
  return std::any_of(m.drafts.begin(), m.drafts.end(), [&](const auto& each) {
    return each.second.hex == draft.hex || each.first == draft.id;
  });
}

void add(Model& m, Effects& out, Draft draft) {
  const auto id = draft.id;
  auto& stored = m.drafts[id] = std::move(draft);
  store(m, out, stored);
  ++m.fetched;
}

/// The page where what came can be seen.
void show_fetched(Model& m, Effects& out) {
  const auto many = m.fetched;
  go(m, out, dossiers_path, true);
  m.fetched = many;
  const auto& w = words_of(m);
  out.push_back(effect::Announce{w.count("fetch.came", static_cast<std::int64_t>(many))});
}

Failure failure(std::string code) { return {.code = std::move(code), .message = {}, .hint = {}}; }

}  // namespace

void on(Model& m, Effects& out, const msg::SendRecords&) {
  if (m.moving.busy) return;
  const auto text = records_text(m);
  if (text.empty() || text.size() > max_text) {
    m.moving.failed = failure(text.empty() ? "nothing" : "too_large");
    return;
  }
  m.moving = {.busy = true};
  out.push_back(effect::SendRecords{text});
}

void on(Model& m, Effects& out, const msg::RecordsWaiting& e) {
  if (m.route.page != Page::move) return;
  m.moving = {.key = e.key, .code = e.code, .link = e.link, .expires = e.expires, .failed = {}};
  out.push_back(effect::Announce{std::string(words_of(m)("move.ready"))});
}

void on(Model& m, Effects&, const msg::TypeFetch& e) {
  auto& to = m.fetching;
  const auto text = e.text.substr(0, max_typed);
  switch (e.field) {
    case msg::FetchField::key: to.key = text; break;
    case msg::FetchField::code: to.code = text; break;
    case msg::FetchField::sheet: to.sheet = text; break;
    case msg::FetchField::passphrase: to.passphrase = text; break;
  }
}

void on(Model& m, Effects&, const msg::LinkKey& e) {
  if (m.route.page != Page::fetch || e.key.empty()) return;
  m.fetching.key = e.key;
  m.fetching.linked = true;
}

void on(Model& m, Effects& out, const msg::FetchRecords&) {
  auto& now = m.fetching;
  if (now.busy) return;
  std::string code;
  for (const char c : now.code)
    if (c != ' ' && c != '-') code += c;
  const bool digits =
      std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
  now.move_failed = {};
  if (now.key.empty()) {
    now.move_failed = failure("key_missing");
  } else if (code.size() != 6 || !digits) {
    now.move_failed = failure("code_missing");
  } else {
    now.busy = true;
    out.push_back(effect::FetchRecords{now.key, code});
    return;
  }
  out.push_back(effect::Focus{.target = effect::Focus::Target::errors});
}

void on(Model& m, Effects& out, const msg::RecordsFetched& e) {
  m.fetching.busy = false;
  const auto json = Json::parse(e.text, nullptr, false);
  m.fetched = 0;
  m.fetched_without_files = false;
  if (!json.is_object() || text_at(json, "format") != format) {
    m.fetching.move_failed = failure("invalid");
    out.push_back(effect::Focus{.target = effect::Focus::Target::errors});
    return;
  }
  for (const auto& record : array_at(json, "records")) {
    auto draft = read_draft(record.dump());
    if (!draft || draft->stage == Stage::sealed || known(m, *draft)) continue;
    draft->files.clear();
    m.fetched_without_files = m.fetched_without_files || draft->stage == Stage::editing;
    add(m, out, std::move(*draft));
  }
  show_fetched(m, out);
}

void on(Model& m, Effects& out, const msg::ReadSheet& e) {
  auto& now = m.fetching;
  if (now.busy) return;
  now.read_failed = {};
  now.has_file = now.has_file || e.node != ui::no_id;
  if (!now.has_file && now.sheet.empty()) {
    now.read_failed = failure("sheet_missing");
    out.push_back(effect::Focus{.target = effect::Focus::Target::errors});
    return;
  }
  now.busy = true;
  out.push_back(effect::ReadSheet{now.sheet, now.passphrase, e.node});
}

void on(Model& m, Effects& out, const msg::SheetRead& e) {
  auto& now = m.fetching;
  now.busy = false;
  m.fetched = 0;
  m.fetched_without_files = false;
  if (e.number.empty()) {
    now.read_failed = failure("not_filed");
    out.push_back(effect::Focus{.target = effect::Focus::Target::errors});
    return;
  }
  Draft draft;
  draft.id = e.draft.substr(0, 16);
  draft.root = e.root;
  draft.hex = e.draft;
  draft.stage = Stage::sent;
  draft.capability = e.follow;
  draft.receipt.number = e.number;
  draft.sealed.body = e.body;
  draft.changed = m.now;
  if (!known(m, draft)) add(m, out, std::move(draft));
  show_fetched(m, out);
}

void on(Model& m, Effects& out, const msg::KeyWorkFailed& e) {
  Failure told{e.code, e.message, e.hint};
  if (e.as == "sheet") {
    m.keys.busy = false;
    m.keys.failed = std::move(told);
  } else if (e.as == "move") {
    m.moving.busy = false;
    m.moving.failed = std::move(told);
  } else {
    auto& now = m.fetching;
    now.busy = false;
    if (e.as == "fetch") {
      now.move_failed = std::move(told);
    } else {
      now.needs_passphrase = now.needs_passphrase || e.code == "passphrase";
      now.read_failed = std::move(told);
    }
  }
  out.push_back(effect::Focus{.target = effect::Focus::Target::errors});
}

}  // namespace motcua::app
