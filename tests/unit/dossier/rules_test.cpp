// The rules of birth registration applied to what arrives.

#include <catch2/catch_test_macros.hpp>

#include "shared/codec/json.h"
#include "shared/dossier/check.h"
#include "test_assets.h"

using namespace motcua;
using codec::Json;

namespace {

dossier::Manifest manifest() {
  dossier::Manifest of;
  of.procedure = "1.001193";
  of.procedure_version = "2026-07-01";
  of.form_schema = "birth/1";
  of.time = "2026-11-22T05:00:00Z";
  of.attachments.push_back(
      {"attachments/01-giay-chung-sinh.pdf", "giay-chung-sinh", "a.pdf", "application/pdf", {}, 9});
  return of;
}

dossier::Defects check(const dossier::Manifest& of, const std::string& form) {
  auto schema = form::parse_schema(assets::forms_birth_json);
  auto procedure = catalogue::parse_procedure(assets::procedures_1_001193_json);
  REQUIRE(schema);
  REQUIRE(procedure);
  return dossier::check_rules(of, form, *schema, *procedure);
}

bool has(const dossier::Defects& defects, std::string_view field, std::string_view code) {
  return std::any_of(defects.begin(), defects.end(), [&](const form::Defect& each) {
    return each.field == field && each.code == code;
  });
}

std::string filled() { return std::string(assets::forms_birth_fixture_json); }

}  // namespace

TEST_CASE("a form filled in well passes", "[dossier]") {
  CHECK_FALSE(form::blocks(check(manifest(), filled())));
}

TEST_CASE("a missing answer and a missing paper are named by their place", "[dossier]") {
  Json form = *codec::json_parse(filled());
  form["values"].erase("child.name");
  auto of = manifest();
  of.attachments.clear();
  const auto defects = check(of, form.dump());
  CHECK(form::blocks(defects));
  CHECK(has(defects, "child.name", "required"));
  CHECK(has(defects, "giay-chung-sinh", "missing-component"));
  form["values"]["never.asked"] = "x";
  CHECK(has(check(of, form.dump()), "never.asked", "unknown-field"));
}

TEST_CASE("another form or version of the procedure is named", "[dossier]") {
  auto of = manifest();
  of.form_schema = "death/1";
  CHECK(has(check(of, filled()), "form.json", "other-form"));
  of = manifest();
  of.procedure_version = "2020-01-01";
  const auto defects = check(of, filled());
  CHECK(has(defects, "manifest.json", "other-procedure"));
  CHECK_FALSE(form::blocks(defects));
  CHECK(form::blocks(check(manifest(), "not a form")));
}
