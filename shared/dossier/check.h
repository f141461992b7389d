#pragma once
// What is wrong with an opened dossier: every defect at once, each with its place and a sentence.
// A part is named like "manifest.json" or "attachments/01-giay-chung-sinh.pdf", an answer by its
// field's id.

#include <optional>
#include <vector>

#include "shared/catalogue/procedure.h"
#include "shared/dossier/inspector.h"
#include "shared/dossier/receipt.h"
#include "shared/form/judge.h"

namespace motcua::dossier {

using Defects = std::vector<form::Defect>;

/// Structure, manifest, the applicant's signature, every hash, size and type, and whether the
/// reader is one that the manifest lists. `manifest` is set when it could be read and its signature
/// holds.
Defects check_dossier(const Inspection& found, std::optional<Manifest>& manifest);

/// The receipt's envelope against the file and the manifest, and its acknowledgement and proof
/// against the log's key when there is one.
Defects check_receipt(const Inspection& found, const Manifest& manifest, const Receipt& receipt,
                      const std::optional<sign::NoteVerifier>& log);

/// The answers and papers against the rules on the day the dossier was sealed. `form` is the text
/// of form.json.
Defects check_rules(const Manifest& manifest, std::string_view form, const form::Schema& schema,
                    const catalogue::Procedure& procedure);

}  // namespace motcua::dossier
