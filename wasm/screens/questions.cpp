#include "wasm/screens/procedure_parts.h"

namespace motcua::screens {

using namespace app;

namespace {

std::vector<ui::Option> options_of(Frame& f, const form::Field& field) {
  if (field.kind == form::Kind::checkbox)
    return {{"1", std::string(f.w("procedure.so"))}, {"0", std::string(f.w("procedure.not_so"))}};
  std::vector<ui::Option> out;
  for (const auto& option : field.options)
    out.push_back({option.value, option.label.in(f.m.lang), option.hint.in(f.m.lang)});
  return out;
}

std::vector<std::string> chosen_of(const form::Values& answers, const form::Field& field) {
  const auto* value = form::find_value(answers, field.id);
  if (!value) return {};
  if (const auto* flag = std::get_if<bool>(value)) return {*flag ? "1" : "0"};
  return {std::string(form::text_of(answers, field.id))};
}

void question(Frame& f, const form::Values& answers, const form::Field& field) {
  const auto options = options_of(f, field);
  const auto chosen = chosen_of(answers, field);
  f.b.radios("ahead." + field.id,
             {.label = field.label.in(f.m.lang),
              .hint = field.hint.in(f.m.lang),
              .options = options,
              .chosen = chosen,
              .required = false},
             f.on([id = field.id](std::string_view text) -> Message {
               return msg::AnswerAhead{id, std::string(text)};
             }));
}

/// Spoken when it changes.
void meaning(Frame& f, const catalogue::Procedure& p, const catalogue::Outlook& ahead) {
  auto status = f.b.status("meaning");
  if (ahead.answers.empty()) return;
  if (ahead.fits) {
    f.b.text("case", f.w("procedure.your_case", {{"name", ahead.fits->name.in(f.m.lang)}}));
    const auto known = figures(f, p, ahead.fits);
    if (!known.time.empty()) f.b.text("time", f.w("procedure.case_time", {{"time", known.time}}));
    if (!known.fee.empty()) f.b.text("fee", f.w("procedure.case_fee", {{"fee", known.fee}}));
  }
  f.b.text("below", f.w("procedure.papers_fit"), ui::Variant::muted);
}

}  // namespace

catalogue::Outlook look_ahead(const Model& m, const catalogue::Procedure& p) {
  const auto schema = m.forms.find(p.form);
  if (schema == m.forms.end()) return {};
  return catalogue::outlook(p, schema->second, m.ahead.answers, today(m));
}

void questions(Frame& f, const catalogue::Procedure& p, const catalogue::Outlook& ahead) {
  if (ahead.questions.empty()) return;
  auto section = f.b.section("questions");
  f.b.heading("heading", 2, f.w("procedure.questions"));
  f.b.anchor(ahead_anchor);
  f.b.text("note", f.w("procedure.questions_note"), ui::Variant::muted);
  for (const auto* field : ahead.questions) question(f, ahead.answers, *field);
  meaning(f, p, ahead);
  if (!ahead.answers.empty())
    f.b.button("forget", f.w("procedure.forget"), f.on(Message(msg::ForgetAhead{})),
               ui::Variant::quiet);
}

}  // namespace motcua::screens
