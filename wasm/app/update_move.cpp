#include <algorithm>
#include <utility>

#include "shared/record/number.h"
#include "wasm/app/handlers.h"
#include "wasm/app/json_read.h"

namespace motcua::app {
namespace {

using codec::Json;

constexpr std::string_view format = "motcua.records/1";
/// What the gateway and a browser's memory are sure to take.
constexpr std::size_t max_text = 384u << 10;
constexpr std::size_t max_typed = 4096;
constexpr std::size_t id_digits = 16;
/// More than these are not taken in from elsewhere.
constexpr std::ptrdiff_t most_filed = 1'000;

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

bool is_hex(std::string_view text, std::size_t digits) {
  return text.size() == digits && text.find_first_not_of("0123456789abcdef") == text.npos;
}

bool is_filed(const Draft& d) {
  return is_hex(d.root, 64) && is_hex(d.hex, 32) && is_hex(d.capability, 32) &&
         is_hex(d.sealed.body, 64) && record::number_ok(d.receipt.number);
}

bool known(const Model& m, const Draft& draft) {
  return std::any_of(m.drafts.begin(), m.drafts.end(), [&](const auto& each) {
    const Draft& own = each.second;
    return own.hex == draft.hex || own.from == draft.hex ||
           (draft.stage == Stage::sent && own.receipt.number == draft.receipt.number);
  });
}

/// The unfinished copies of a dossier that another device has filed meanwhile.
void drop_unfinished(Model& m, Effects& out, const Draft& filed) {
  std::vector<std::string> copies;
  for (const auto& [id, own] : m.drafts)
    if (own.stage == Stage::editing && own.root == filed.root && own.hex == filed.hex)
      copies.push_back(id);
  for (const auto& id : copies) {
    for (const auto& file : m.drafts[id].files) out.push_back(effect::DropFile{id, file.key});
    out.push_back(effect::DeleteDraft{id});
    remove_traces(m, id);
  }
}

/// What another device says of a filed dossier is believed no further than its keys and numbers:
/// the events come again from the stream, and are checked.
void add_filed(Model& m, Effects& out, Draft draft) {
  const auto many = std::count_if(m.drafts.begin(), m.drafts.end(), [](const auto& each) {
    return each.second.stage == Stage::sent;
  });
  if (!is_filed(draft) || many >= most_filed) return;
  drop_unfinished(m, out, draft);
  draft.id = draft.hex.substr(0, id_digits);
  if (known(m, draft) || m.drafts.count(draft.id)) return;
  draft.events.clear();
  draft.said.clear();
  draft.answers.clear();
  draft.marks.clear();
  draft.stated.clear();
  draft.alarm.clear();
  draft.evidence.clear();
  draft.files.clear();
  draft.values.clear();
  const auto id = draft.id;
  auto& stored = m.drafts[id] = std::move(draft);
  store(m, out, stored);
  ++m.fetched.new_ones;
}

/// Whoever sent unfinished answers knows their keys: here they get new ones.
void add_unfinished(Model& m, Effects& out, Draft draft) {
  if (!is_hex(draft.hex, 32) || known(m, draft)) return;
  Draft copy;
  copy.from = draft.hex;
  copy.procedure = draft.procedure;
  copy.version = draft.version;
  copy.form = draft.form;
  copy.values = std::move(draft.values);
  copy.step = draft.step;
  m.adopted.push_back(std::move(copy));
  m.fetched.without_files = true;
  ++m.fetched.new_ones;
  ask_secrets(out, std::string(adoption));
}

/// The page where what came can be seen, unless the person is somewhere else by now.
void show_fetched(Model& m, Effects& out) {
  m.fetched.here = true;
  if (m.route.page == Page::fetch) go(m, out, dossiers_path, true);
  const auto& w = words_of(m);
  const auto many = m.fetched.new_ones;
  out.push_back(
      effect::Announce{many == 0 ? std::string(w("fetch.none_new")) : w.count("fetch.came", many)});
}

Failure failure(std::string code) { return {.code = std::move(code), .message = {}, .hint = {}}; }

}  // namespace

void adopt(Model& m, Effects& out, std::string_view hex) {
  if (m.adopted.empty()) return;
  Draft draft = std::move(m.adopted.front());
  m.adopted.erase(m.adopted.begin());
  take_secrets(draft, hex);
  const auto id = draft.id;
  auto& stored = m.drafts[id] = std::move(draft);
  save(m, out, stored);
}

void on(Model& m, Effects& out, const msg::SendRecords&) {
  if (m.moving.busy || !m.drafts_known) return;
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

void on(Model& m, Effects& out, const msg::Opening& e) {
  auto& now = m.fetching;
  if (m.route.page != Page::fetch || !now.busy || e.memory <= 0) return;
  if (std::exchange(now.memory, e.memory) != e.memory)
    out.push_back(effect::Announce{opening_cost(m)});
}

void on(Model& m, Effects&, const msg::LinkKey& e) {
  if (m.route.page != Page::fetch) return;
  if (!e.key.empty()) {
    m.fetching.key = e.key;
    m.fetching.linked = true;
  } else if (!e.sheet.empty()) {
    m.fetching.sheet = e.sheet;
    m.fetching.scanned = true;
  }
}

void on(Model& m, Effects& out, const msg::FetchRecords&) {
  auto& now = m.fetching;
  if (now.busy || !m.drafts_known) return;
  std::string code;
  for (const char c : now.code)
    if (c != ' ' && c != '-') code += c;
  const bool digits =
      std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
  now.move_failed = now.read_failed = {};
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
  const auto json = codec::json_parse(e.text);
  m.fetched = {};
  if (!json || !json->is_object() || text_at(*json, "format") != format) {
    m.fetching.move_failed = failure("not_records");
    out.push_back(effect::Focus{.target = effect::Focus::Target::errors});
    return;
  }
  for (const auto& record : array_at(*json, "records")) {
    auto draft = read_draft(record.dump());
    if (!draft || draft->stage == Stage::sealed) continue;
    if (draft->stage == Stage::sent) {
      add_filed(m, out, std::move(*draft));
    } else {
      add_unfinished(m, out, std::move(*draft));
    }
  }
  show_fetched(m, out);
}

void on(Model& m, Effects& out, const msg::ReadSheet& e) {
  auto& now = m.fetching;
  if (now.busy || !m.drafts_known) return;
  now.read_failed = now.move_failed = {};
  if (e.node != ui::no_id) {
    now.has_file = true;
    now.needs_passphrase = false;
    now.memory = 0;
    now.sheet.clear();
  }
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
  m.fetched = {};
  if (e.number.empty()) {
    now.read_failed = failure("not_filed");
    out.push_back(effect::Focus{.target = effect::Focus::Target::errors});
    return;
  }
  Draft draft;
  draft.root = e.root;
  draft.hex = e.draft;
  draft.stage = Stage::sent;
  draft.capability = e.follow;
  draft.receipt.number = e.number;
  draft.sealed.body = e.body;
  draft.changed = m.now;
  add_filed(m, out, std::move(draft));
  show_fetched(m, out);
}

void on(Model& m, Effects& out, const msg::KeyWorkFailed& e) {
  if (e.as == "sheet") return keys_failed(m, out, e);
  Failure told{e.code, e.message, e.hint};
  if (e.as == "move") {
    if (m.route.page != Page::move) return;
    m.moving = {};
    m.moving.failed = std::move(told);
  } else {
    auto& now = m.fetching;
    if (m.route.page != Page::fetch || !now.busy) return;
    now.busy = false;
    if (e.as == "fetch") {
      if (e.code == "transfer-gone" && std::exchange(now.linked, false)) now.key.clear();
      now.move_failed = std::move(told);
    } else {
      now.needs_passphrase = now.needs_passphrase || e.code == "passphrase";
      now.scanned = false;
      now.read_failed = std::move(told);
    }
  }
  out.push_back(effect::Focus{.target = effect::Focus::Target::errors});
}

}  // namespace motcua::app
