#pragma once
// The log's short acknowledgement of a submission: what a receipt's QR holds (at most 400 bytes).

#include <string>

#include "shared/sign/note.h"

namespace motcua::record {

struct Acknowledgement {
  std::string number;  // 12 digits
  std::string body;    // hex64
  std::string time;
};

/// Code::invalid; Code::too_large when the log's name makes it longer than 400 bytes.
Result<std::string> make_acknowledgement(const Acknowledgement& acknowledgement,
                                         const sign::NoteSigner& log);
/// Code::signature, Code::invalid.
Result<Acknowledgement> verify_acknowledgement(std::string_view note,
                                               const sign::NoteVerifier& log);

}  // namespace motcua::record
