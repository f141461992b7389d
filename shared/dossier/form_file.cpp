#include "shared/dossier/form_file.h"

#include <algorithm>

#include "shared/codec/members.h"
#include "shared/dossier/limits.h"
#include "shared/dossier/words.h"

namespace motcua::dossier {
namespace {

bool value_ok(const codec::Json& value) {
  if (value.is_array()) {
    return std::all_of(value.begin(), value.end(),
                       [](const codec::Json& item) { return item.is_string(); });
  }
  return value.is_string() || value.is_number_integer() || value.is_boolean();
}

}  // namespace

Result<FormFile> parse_form_file(std::string_view text) {
  auto json = codec::json_parse(text, {max_form_size, 4});
  if (!json) return json.error();
  codec::Members members(*json, "form.json");
  FormFile form;
  form.schema = members.text("form", 80);
  members.require(schema_ok(form.schema), "form");
  form.values = members.object("values");
  for (const auto& item : form.values.items()) {
    if (item.key().empty() || item.key().size() > 100 || !value_ok(item.value())) {
      members.refuse(fail(Code::invalid, "an answer in form.json is not as it must be",
                          "answers are texts, whole numbers, yes or no, or lists of texts"));
    }
  }
  if (auto status = members.finish(); !status) return status.error();
  return form;
}

Result<std::string> form_file_text(const FormFile& form) {
  return codec::json_canonical(codec::Json{{"form", form.schema}, {"values", form.values}});
}

}  // namespace motcua::dossier
