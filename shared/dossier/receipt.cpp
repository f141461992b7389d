#include "shared/dossier/receipt.h"

#include "shared/codec/hex.h"
#include "shared/codec/members.h"
#include "shared/dossier/envelope.h"
#include "shared/dossier/limits.h"
#include "shared/record/acknowledgement.h"
#include "shared/record/number.h"

namespace motcua::dossier {

Result<Receipt> parse_receipt(std::string_view text) {
  auto json = codec::json_parse(text, {max_receipt_size, 16});
  if (!json) return json.error();
  codec::Members members(*json, "the receipt");
  Receipt receipt;
  receipt.number = members.text("number", 12, 12);
  members.require(record::number_ok(receipt.number), "number");
  receipt.proof = members.document("proof", record::max_proof_file);
  if (members.has("ack")) receipt.ack = members.document("ack", 400, 0);
  if (members.has("envelope")) {
    receipt.envelope = members.document("envelope", max_envelope_size);
    receipt.signature = members.document("signature", max_signature_size);
  } else {
    const Bytes event = members.base64("leaf_event", max_envelope_size + max_signature_size);
    const std::string_view both = text_of(event);
    const std::size_t end = both.find('\n');
    members.require(end != std::string_view::npos, "leaf_event");
    if (end != std::string_view::npos) {
      receipt.envelope = both.substr(0, end);
      receipt.signature = both.substr(end + 1);
    }
  }
  if (auto status = members.finish(true); !status) return status.error();
  return receipt;
}

Result<record::Proven> verify_receipt(const Receipt& receipt, const sign::NoteVerifier& log) {
  auto envelope = verify_envelope(receipt.envelope, receipt.signature);
  if (!envelope) return envelope.error();
  if (!receipt.ack.empty()) {
    auto ack = record::verify_acknowledgement(receipt.ack, log);
    if (!ack) return ack.error();
    if (ack->number != receipt.number || ack->body != codec::hex_encode(envelope->body)) {
      return fail(Code::mismatch, "the acknowledgement is for another submission",
                  "take the receipt as it was given, unchanged");
    }
  }
  const std::string event = record::first_event(receipt.envelope, receipt.signature);
  return record::verify_proof_file(receipt.proof, bytes_of(event), log);
}

}  // namespace motcua::dossier
