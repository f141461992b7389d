#pragma once
// A sealing plan, read strictly. Its shape stands in sealing_job.h.

#include "shared/dossier/manifest.h"

namespace motcua::dossier {

struct Plan {
  seal::Root root;
  ByteArray<16> key{};  // idempotency key
  std::int64_t channel = 0;
  std::string form;   // canonical JSON text of form.json
  Manifest manifest;  // complete: keys derived, readers listed once, attachments named
};

/// Code::invalid, Code::too_large, Code::refused.
Result<Plan> parse_plan(std::string_view json);

}  // namespace motcua::dossier
