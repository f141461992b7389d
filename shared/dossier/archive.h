#pragma once
// The archive of a dossier as it is written: what comes before the attachments, and how long all of
// it will be.

#include "shared/dossier/plan.h"

namespace motcua::dossier {

struct Archive {
  std::string manifest;     // canonical JSON
  Bytes beginning;          // manifest, its signature and the form, as tar entries
  std::uint64_t size = 0;   // of the whole archive with its padding
  std::uint64_t mtime = 0;  // of every entry
};

/// Writes and signs the manifest. Code::invalid, Code::too_large.
Result<Archive> make_archive(const Plan& plan, const sign::SecretKey& key);

}  // namespace motcua::dossier
