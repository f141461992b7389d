#include "shared/record/checkpoint.h"

#include "shared/codec/base64.h"
#include "shared/record/lines.h"

namespace motcua::record {

std::string checkpoint_text(const Checkpoint& checkpoint) {
  return checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" +
         codec::base64_encode(checkpoint.root) + "\n";
}

Result<Checkpoint> parse_checkpoint_text(std::string_view text) {
  const Error bad = fail(Code::invalid, "this is not a checkpoint of a log");
  Checkpoint checkpoint;
  auto origin = take_line(text);
  if (!origin || origin->empty()) return bad;
  checkpoint.origin = *origin;
  auto size_line = take_line(text);
  if (!size_line) return bad;
  auto size = read_decimal(*size_line);
  if (!size) return bad;
  checkpoint.size = *size;
  auto root_line = take_line(text);
  if (!root_line) return bad;
  auto bytes = codec::base64_decode(*root_line);
  if (!bytes) return bad;
  auto root = hash_from(*bytes);
  if (!root) return root.error();
  checkpoint.root = *root;
  while (!text.empty()) {
    auto extension = take_line(text);
    if (!extension || extension->empty()) return bad;
  }
  return checkpoint;
}

Result<std::string> sign_checkpoint(const Checkpoint& checkpoint, const sign::NoteSigner& log) {
  if (log.name != checkpoint.origin) {
    return fail(Code::refused, "the key is not the log's", "sign with the key named as the origin");
  }
  return sign::sign_note(checkpoint_text(checkpoint), {&log, 1});
}

Result<Checkpoint> verify_checkpoint(std::string_view note, const sign::NoteVerifier& log) {
  auto verified = sign::verify_note(note, {&log, 1});
  if (!verified) return verified.error();
  auto checkpoint = parse_checkpoint_text(verified->text);
  if (checkpoint && checkpoint->origin != log.name) {
    return fail(Code::mismatch, "the checkpoint is of another log");
  }
  return checkpoint;
}

}  // namespace motcua::record
