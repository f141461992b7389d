#pragma once
// The sentences of check_dossier and check_receipt.

#include <string>
#include <string_view>

#include "shared/form/judge.h"

namespace motcua::dossier {

enum class Fault {
  mixed_kinds,
  order,
  archive_size,
  manifest_missing,
  manifest_invalid,
  manifest_signature,
  time,
  form_missing,
  form_changed,
  form_invalid,
  attachment_missing,
  attachment_changed,
  attachment_type,
  unlisted_file,
  reader_unlisted,
  envelope_signature,
  other_signer,
  other_dossier,
  other_file,
  proof,
  other_form,
  other_procedure,
};

/// A defect of the part `field`, with its code and both sentences.
form::Defect defect(Fault fault, std::string field);

}  // namespace motcua::dossier
