#pragma once
// form.json: the answers, a flat map from field to value (docs/formats/dossier.md).

#include <string>

#include "shared/codec/json.h"

namespace motcua::dossier {

struct FormFile {
  std::string schema;  // "birth/1"
  codec::Json values;  // object: field -> string, integer, boolean, or array of strings
};

/// Need not be canonical. Code::invalid, Code::too_large.
Result<FormFile> parse_form_file(std::string_view text);

/// Canonical JSON. Code::invalid.
Result<std::string> form_file_text(const FormFile& form);

}  // namespace motcua::dossier
