#include "shared/form/schema.h"

namespace motcua::form {

const Field* find_field(const Schema& schema, std::string_view id) {
  for (const Step& step : schema.steps) {
    for (const Group& group : step.groups) {
      for (const Field& field : group.fields) {
        if (field.id == id) return &field;
      }
    }
  }
  return nullptr;
}

const Step* find_step(const Schema& schema, std::string_view id) {
  for (const Step& step : schema.steps) {
    if (step.id == id) return &step;
  }
  return nullptr;
}

const Step* step_of(const Schema& schema, std::string_view field_id) {
  for (const Step& step : schema.steps) {
    for (const Group& group : step.groups) {
      for (const Field& field : group.fields) {
        if (field.id == field_id) return &step;
      }
    }
  }
  return nullptr;
}

const Option* find_option(const Field& field, std::string_view value) {
  for (const Option& option : field.options) {
    if (option.value == value) return &option;
  }
  return nullptr;
}

}  // namespace motcua::form
