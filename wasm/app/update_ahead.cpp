#include <algorithm>

#include "wasm/app/handlers.h"

namespace motcua::app {
namespace {

/// The field that a procedure's page asks about, or nullptr.
const form::Field* question(const Model& m, const catalogue::Procedure& procedure,
                            const std::string& id) {
  const auto& all = procedure.questions;
  if (std::find(all.begin(), all.end(), id) == all.end()) return nullptr;
  const auto schema = m.forms.find(procedure.form);
  return schema == m.forms.end() ? nullptr : form::find_field(schema->second, id);
}

}  // namespace

void on(Model& m, Effects&, const msg::AnswerAhead& e) {
  const auto procedure = m.procedures.find(m.route.code);
  if (procedure == m.procedures.end()) return;
  const auto* field = question(m, procedure->second, e.field);
  if (!field) return;
  if (field->kind == form::Kind::checkbox)
    m.ahead.answers[e.field] = e.text == "1";
  else if (form::find_option(*field, e.text))
    m.ahead.answers[e.field] = e.text;
}

void on(Model& m, Effects& out, const msg::ForgetAhead&) {
  m.ahead.answers.clear();
  out.push_back(effect::Focus{.node = ui::field_id(ahead_anchor)});
}

void on(Model& m, Effects&, const msg::OpenOfficial& e) { m.ahead.record_open = e.open; }

}  // namespace motcua::app
