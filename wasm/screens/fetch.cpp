#include "wasm/screens/parts.h"

namespace motcua::screens {

using namespace app;

namespace {

ui::Action typed(Frame& f, msg::FetchField field) {
  return f.on([field](std::string_view text) -> Message {
    return msg::TypeFetch{field, std::string(text)};
  });
}

constexpr std::string_view key_field = "key", code_field = "code";

/// The field whose answer the failure is about; empty = none of them.
std::string_view wrong_field(const Fetching& now) {
  const auto& code = now.move_failed.code;
  if (code == "key_missing" || code == "key_wrong" || code == "transfer-gone")
    return now.linked ? "" : key_field;
  return code == "code_missing" || code == "transfer-code" ? code_field : "";
}

std::string move_sentence(Frame& f) {
  const auto& e = f.m.fetching.move_failed;
  return failure_words(f, "fetch_error", e.code, e.message, e.hint);
}

/// What went wrong: a link to its field where it has one.
void trouble(Frame& f) {
  const auto& now = f.m.fetching;
  const auto field = wrong_field(now);
  if (field.empty())
    return failure_notice(f, "fetch_error",
                          now.move_failed.any() ? now.move_failed : now.read_failed);
  const std::vector<ui::FieldError> errors = {{std::string(field), move_sentence(f)}};
  f.b.error_summary("errors", f.w("form.errors"), errors);
}

void from_device(Frame& f) {
  const auto& now = f.m.fetching;
  const auto wrong = wrong_field(now);
  const auto error = wrong.empty() ? std::string() : move_sentence(f);
  auto form = f.b.form("device", f.on(Message(msg::FetchRecords{})));
  f.b.heading("heading", 2, f.w("fetch.device"));
  if (now.linked) {
    f.b.text("linked", f.w("fetch.linked"));
  } else {
    f.b.text("text", f.w("fetch.device_text"));
    f.b.text_field(key_field,
                   {.label = f.w("fetch.key"),
                    .hint = f.w("fetch.key_hint"),
                    .error = wrong == key_field ? error : std::string_view(),
                    .value = now.key},
                   typed(f, msg::FetchField::key));
  }
  f.b.text_field(code_field,
                 {.label = f.w("fetch.code"),
                  .hint = f.w("fetch.code_hint"),
                  .error = wrong == code_field ? error : std::string_view(),
                  .value = now.code,
                  .inputmode = "numeric",
                  .maxlength = 9,
                  .chars = 9},
                 typed(f, msg::FetchField::code));
  f.b.button("fetch", f.w("fetch.take"), f.on(Message(msg::FetchRecords{})), ui::Variant::primary);
}

void from_sheet(Frame& f) {
  const auto& now = f.m.fetching;
  auto form = f.b.form("sheet", f.on(Message(msg::ReadSheet{})));
  f.b.heading("heading", 2, f.w("fetch.sheet"));
  if (now.scanned) {
    f.b.text("scanned", f.w("fetch.scanned"));
    f.b.button("read", f.w("fetch.read"), f.on(Message(msg::ReadSheet{})), ui::Variant::primary);
    return;
  }
  f.b.text("text", f.w("fetch.sheet_text"));
  f.b.file_field("file",
                 {.label = f.w("fetch.file"),
                  .hint = f.w("fetch.file_hint"),
                  .button = f.w("fetch.file_button"),
                  .accept = ".txt,.age,text/plain"},
                 f.on(Message(msg::ReadSheet{ui::field_id("file")})));
  if (now.needs_passphrase) {
    if (now.memory > 0) f.b.text("cost", opening_cost(f.m));
    f.b.text_field("passphrase",
                   {.label = f.w("fetch.passphrase"),
                    .hint = f.w("fetch.passphrase_hint"),
                    .value = now.passphrase},
                   typed(f, msg::FetchField::passphrase));
  }
  f.b.text_area("sheet-text",
                {.label = f.w("fetch.pasted"),
                 .hint = f.w("fetch.pasted_hint"),
                 .value = now.sheet,
                 .required = false,
                 .optional = f.w("form.optional")},
                typed(f, msg::FetchField::sheet));
  f.b.button("read", f.w("fetch.read"), f.on(Message(msg::ReadSheet{})));
}

}  // namespace

void fetch(Frame& f) {
  const auto& now = f.m.fetching;
  visit(f, "back", f.w("dossiers.title"), std::string(dossiers_path), ui::Variant::quiet);
  trouble(f);
  title(f);
  f.b.text("lead", f.w("fetch.lead"), ui::Variant::lead);
  {
    auto status = f.b.status("state");
    if (now.busy) f.b.text("busy", f.w("keys.busy"), ui::Variant::muted);
    if (now.busy && now.memory > 0) f.b.text("cost", opening_cost(f.m), ui::Variant::muted);
  }
  if (!now.scanned) from_device(f);
  if (!now.linked) from_sheet(f);
}

}  // namespace motcua::screens
