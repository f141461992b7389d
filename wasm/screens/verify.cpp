// Whether the code on a receipt is genuine, and what that does and does not prove.

#include "wasm/app/local_time.h"
#include "wasm/app/quantity.h"
#include "wasm/app/states.h"
#include "wasm/screens/card.h"
#include "wasm/screens/parts.h"

namespace motcua::screens {

using namespace app;

namespace {

void question(Frame& f) {
  const auto& now = f.m.checking;
  auto form = f.b.form("question", f.on(Message(msg::CheckCode{})));
  const std::string anchor = std::string(card_anchor) + std::string(verify_field);
  f.b.button(anchor, f.w("verify.scan"), f.on(Message(msg::WantCard{std::string(verify_field)})));
  f.b.anchor(anchor);
  f.b.text_area(
      verify_field,
      {.label = f.w("verify.code"),
       .hint = f.w("verify.code_hint"),
       .error = now.missing ? f.w("verify.empty") : std::string_view(),
       .value = now.text,
       .value_rev = now.text_rev},
      f.on([](std::string_view text) -> Message { return msg::TypeCode{std::string(text)}; }));
  f.b.button("go", f.w("verify.go"), f.on(Message(msg::CheckCode{})), ui::Variant::primary);
  auto status = f.b.status("state");
  if (now.busy) f.b.text("busy", f.w("verify.busy"), ui::Variant::muted);
}

void trouble(Frame& f) {
  const auto& now = f.m.checking;
  if (now.missing) {
    const std::vector<ui::FieldError> errors = {
        {std::string(verify_field), std::string(f.w("verify.empty"))}};
    f.b.error_summary("errors", f.w("form.errors"), errors);
  }
  if (!now.failed.any()) return;
  auto notice = f.b.notice("failed", ui::Kind::bad, f.w("verify.failed"));
  f.b.text("why", failure_words(f, "verify", now.failed.code, now.failed.message, now.failed.hint));
}

void said_rows(Frame& f, const CodeSaid& said) {
  const bool event = said.kind == "event";
  std::vector<ui::SummaryRow> rows;
  rows.push_back({std::string(f.w("verify.unit")),
                  event ? unit_name(f.m, said.unit) : std::string(f.w("verify.portal"))});
  rows.push_back({std::string(f.w("verify.number")), grouped_number(said.submission)});
  rows.push_back({std::string(f.w("verify.what")), event ? state_words(f.w, said.state, said.status)
                                                         : std::string(f.w("verify.accepted"))});
  rows.push_back({std::string(f.w("verify.time")), moment_text(f.w, said.time)});
  if (event && said.code != "-")
    rows.push_back({std::string(f.w("verify.dossier_code")), said.code});
  f.b.summary_list("said", rows);
}

void answer(Frame& f, const CodeSaid& said) {
  {
    auto notice = f.b.notice("good", ui::Kind::good);
    f.b.heading("heading", 2,
                said.kind == "event" ? f.w("verify.event", {{"unit", unit_name(f.m, said.unit)}})
                                     : std::string(f.w("verify.ack")));
    f.b.anchor("verify-result");
    said_rows(f, said);
    if (said.former) f.b.text("former", f.w("verify.former"));
  }
  f.b.heading("not", 2, f.w("verify.not"));
  {
    auto list = f.b.list("limits");
    for (const char* key : {"verify.not_holder", "verify.not_now", "verify.not_words"}) {
      auto item = f.b.item(key);
      f.b.text("text", f.w(key));
    }
  }
  f.b.text("directory",
           f.w(said.fetched ? "verify.current" : "verify.old",
               {{"time", moment_text(f.w, said.expires)}}),
           ui::Variant::muted);
}

}  // namespace

void verify(Frame& f) {
  if (!ready(f, {"slips/" + f.m.lang})) return;
  trouble(f);
  title(f);
  f.b.text("lead", f.w("verify.lead"), ui::Variant::lead);
  question(f);
  if (f.m.checking.said) answer(f, *f.m.checking.said);
  card_dialog(f);
}

}  // namespace motcua::screens
