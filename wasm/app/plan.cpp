#include "wasm/app/plan.h"

#include "shared/form/normalise.h"

namespace motcua::app {
namespace {

using codec::Json;

constexpr int channel_online = 2;
constexpr int privacy_notice_version = 1;

Json party(const form::Values& values, const form::Party& party) {
  return {{"name", form::text_of(values, party.name)}, {"id", form::text_of(values, party.id)}};
}

Json attachments(const Draft& draft) {
  Json out = Json::array();
  for (const auto& f : draft.files)
    out.push_back({{"component", f.component},
                   {"title", f.title},
                   {"type", f.type},
                   {"hash", f.hash},
                   {"size", f.size},
                   {"ext", f.ext},
                   {"key", f.key},
                   {"secret", f.secret}});
  return out;
}

}  // namespace

Units units_of(const Model& m, const Draft& draft) {
  const auto* schema = schema_of(m, draft);
  if (!schema || !m.directory) return {};
  return {find_unit(*m.directory, form::text_of(draft.values, schema->roles.receiving)),
          find_unit(*m.directory, form::text_of(draft.values, schema->roles.competent))};
}

std::string case_of(const Model& m, const Draft& draft) {
  const auto* schema = schema_of(m, draft);
  const auto* procedure = procedure_of(m, draft);
  if (!schema || !procedure) return {};
  const auto values = form::submission(*schema, draft.values, today(m));
  for (const auto& each : procedure->cases)
    if (form::holds(each.when, values, today(m)) == true) return each.id;
  return {};
}

Result<Json> seal_plan(const Model& m, const Draft& draft, std::string_view time) {
  const auto* schema = schema_of(m, draft);
  const auto* procedure = procedure_of(m, draft);
  const auto units = units_of(m, draft);
  if (!schema || !procedure || !units.known() || !m.places)
    return fail(Code::not_found, "the dossier cannot be put together yet", "try again");
  const auto values = form::submission(*schema, draft.values, today(m));
  const Json form = {{"form", schema->id}, {"values", form::to_json(values)}};
  const auto form_json = codec::json_canonical(form);
  if (!form_json) return form_json.error();
  const Json notice = {
      {"id", "privacy"}, {"version", privacy_notice_version}, {"shown", draft.notice_shown}};
  return Json{{"root", draft.root},
              {"draft", draft.hex},
              {"time", time},
              {"key", draft.key},
              {"channel", channel_online},
              {"procedure", {{"code", draft.procedure}, {"version", draft.version}}},
              {"form_json", *form_json},
              {"applicant", party(values, schema->roles.applicant)},
              {"submitter", party(values, schema->roles.submitter)},
              {"helper", nullptr},
              {"assurance", "self"},
              {"units",
               {{"list", m.places->version},
                {"receiving", units.receiving->code},
                {"competent", units.competent->code}}},
              {"recipients", Json::array({units.receiving->read, units.competent->read})},
              {"attachments", attachments(draft)},
              {"notices", Json::array({notice})},
              {"consents", Json::array()}};
}

}  // namespace motcua::app
