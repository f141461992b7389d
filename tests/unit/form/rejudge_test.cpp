#include "shared/form/rejudge.h"

#include <catch2/catch_test_macros.hpp>
#include <random>

#include "shared/codec/json.h"
#include "test_assets.h"
#include "tests/unit/form/small_form.h"

using namespace motcua;
using namespace motcua::form;

namespace {

constexpr Date today{2026, 11, 22};

std::vector<std::string> told(const std::vector<Defect>& defects) {
  std::vector<std::string> out;
  for (const Defect& each : defects)
    out.push_back(each.step + "/" + each.field + ": " + each.code + " " + each.message.vi +
                  (each.severity == Severity::warning ? " (warning)" : ""));
  return out;
}

Values fixture() {
  const auto data = codec::json_parse(assets::forms_birth_fixture_json).value();
  return read_values(data["values"]);
}

std::vector<const Field*> fields_of(const Schema& schema) {
  std::vector<const Field*> out;
  for (const Step& step : schema.steps)
    for (const Group& group : step.groups)
      for (const Field& field : group.fields) out.push_back(&field);
  return out;
}

}  // namespace

TEST_CASE("judging again after each of many changes gives what judging everything gives",
          "[form]") {
  const Schema schema = parse_schema(assets::forms_birth_json).value();
  const auto fields = fields_of(schema);
  const Values whole = fixture();
  std::mt19937 dice(20261122);
  const auto below = [&](std::size_t most) { return std::size_t(dice() % most); };
  Values values = whole;
  Rejudge again(schema);
  for (int round = 0; round < 3000; ++round) {
    // Mostly one answer, as a person gives them; now and then several, as a card does.
    for (std::size_t many = below(8) ? 1 : 1 + below(5); many > 0; --many) {
      const Field& field = *fields[below(fields.size())];
      switch (below(6)) {
        case 0: values.erase(field.id); break;
        case 1: values[field.id] = std::string(); break;
        case 2: values[field.id] = std::string("1990-02-31"); break;
        case 3: values[field.id] = below(2) == 0; break;
        case 4:
          if (!field.options.empty())
            values[field.id] = field.options[below(field.options.size())].value;
          break;
        default:
          if (const auto* value = find_value(whole, field.id)) values[field.id] = *value;
      }
    }
    if (round % 500 == 499) values["no.such.question"] = std::string("x");
    if (round % 500 == 250) values.erase("no.such.question");
    const Date day = round % 700 == 699 ? Date{2030, 1, 1} : today;
    REQUIRE(told(again.judge(values, day)) == told(judge(schema, values, day)));
  }
}

TEST_CASE("too many answers are one defect, and leave what was judged", "[form]") {
  const Schema schema = parse_schema(assets::forms_birth_json).value();
  Values values = fixture();
  Rejudge again(schema);
  const auto before = told(again.judge(values, today));
  Values many = values;
  for (int i = 0; i < 1001; ++i) many["x" + std::to_string(i)] = std::string("x");
  REQUIRE(again.judge(many, today).size() == 1);
  CHECK(again.judge(many, today)[0].code == "too-many");
  CHECK(told(again.judge(values, today)) == before);
  values.clear();
  CHECK(told(again.judge(values, today)) == told(judge(schema, values, today)));
}
