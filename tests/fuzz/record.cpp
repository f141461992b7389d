// Texts of the log and the units: what parses writes back to the same bytes.

#include <cstdlib>

#include "shared/feedback/answer.h"
#include "shared/feedback/feedback.h"
#include "shared/feedback/message.h"
#include "shared/record/checkpoint.h"
#include "shared/record/event.h"
#include "shared/record/mark.h"
#include "shared/record/number.h"
#include "shared/record/proof_file.h"
#include "shared/record/state_note.h"
#include "shared/record/tile.h"
#include "shared/record/time.h"
#include "shared/record/witness.h"

using namespace motcua;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

const sign::NoteSigner& unit() {
  static const sign::NoteSigner key =
      sign::note_signer("99901", codec::Secret<32>(ByteArray<32>{})).value();
  return key;
}

/// The text as a unit would sign it: what is read behind the signature is the fuzzer's.
void read_signed(std::string_view text) {
  const auto note = sign::sign_note(text, {&unit(), 1});
  if (!note) return;
  const auto state = record::verify_state_note(*note, {{"99901", sign::note_verifier(unit())}});
  if (state) require(record::make_state_note(*state, unit()).value() == *note);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = text_of({data, size});
  if (const auto event = record::parse_event_text(text)) {
    require(record::event_text(event.value()).value() == text);
  }
  if (const auto said = feedback::parse_feedback_text(text)) {
    require(feedback::feedback_text(said.value()).value() == text);
  }
  if (const auto answer = feedback::parse_answer_text(text)) {
    require(feedback::answer_text(answer.value()).value() == text);
  }
  if (const auto mark = record::parse_mark_text(text)) {
    require(record::mark_text(mark.value()).value() == text);
  }
  for (const auto kind : {feedback::Kind::complaint, feedback::Kind::vote}) {
    const auto message = feedback::parse_message(kind, text);
    if (message) require(feedback::message_text(kind, message.value()).value() == text);
  }
  if (const auto proof = record::parse_proof_file(text)) {
    require(record::proof_file_text(proof.value()) == text);
    require(proof.value().hashes.size() <= 53);
  }
  if (const auto checkpoint = record::parse_checkpoint_text(text)) {
    require(text.starts_with(record::checkpoint_text(checkpoint.value())));
  }
  if (const auto time = record::parse_time(text)) {
    require(record::time_text(time.value()) == text);
  }
  if (const auto path = record::parse_tile_path(text)) {
    require(record::tile_path(path->id, path->width) == text);
    require(record::tile_width_at(path->id, record::max_tree_size) <= record::tile_width);
  }
  if (const auto request = record::parse_witness_request(text)) {
    require(record::witness_request_text(request.value()) == text);
    require(request->proof.size() <= 63);
    (void)record::witness_request_origin(request.value()).ok();
    (void)record::check_witness_request(request.value(), {}, sign::note_verifier(unit())).ok();
  }
  read_signed(text);
  if (const auto number = record::read_number(text)) require(record::number_ok(number.value()));
  return 0;
}
