#pragma once
// A receipt: the gateway's answer to a submission, kept by the applicant together with what was
// sent.
//
//   {"number","time","proof","ack","salt"?, "envelope","signature"}     or, for the last two,
//   "leaf_event": base64 of envelope, newline, signature
// Members that this version does not know are ignored.

#include <string>

#include "shared/record/proof_file.h"
#include "shared/sign/note.h"

namespace motcua::dossier {

struct Receipt {
  std::string number;
  std::string proof;      // text of the .tlog-proof file
  std::string ack;        // signed note; may be empty
  std::string envelope;   // canonical JSON
  std::string signature;  // minisig file
};

constexpr std::size_t max_receipt_size = 512 << 10;

/// Code::invalid, Code::too_large. Nothing is verified.
Result<Receipt> parse_receipt(std::string_view json);

/// The envelope's signature, the acknowledgement and the log's proof. Code::signature, ::mismatch,
/// ::invalid.
Result<record::Proven> verify_receipt(const Receipt& receipt, const sign::NoteVerifier& log);

}  // namespace motcua::dossier
