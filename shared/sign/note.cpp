#include "shared/sign/note.h"

#include <algorithm>

#include "shared/codec/base64.h"
#include "shared/codec/utf8.h"

namespace motcua::sign {
namespace {

constexpr std::string_view dash = "\u2014 ";

Error malformed(const char* what) {
  return fail(Code::invalid, std::string("a signed note ") + what);
}

}  // namespace

Result<NoteSignature> parse_signature_line(std::string_view line) {
  if (line.substr(0, dash.size()) != dash) return malformed("has a malformed signature line");
  line.remove_prefix(dash.size());
  const auto space = line.find(' ');
  if (space == std::string_view::npos || !note_name_ok(line.substr(0, space))) {
    return malformed("has a malformed signature line");
  }
  NoteSignature out;
  out.name = std::string(line.substr(0, space));
  const auto bytes = codec::base64_decode(line.substr(space + 1));
  if (!bytes || bytes->size() <= out.hash.size()) return malformed("has a malformed signature");
  std::copy_n(bytes->begin(), out.hash.size(), out.hash.begin());
  out.signature.assign(bytes->begin() + out.hash.size(), bytes->end());
  return out;
}

std::string signature_line(const NoteSignature& signature) {
  Bytes bytes(signature.hash.begin(), signature.hash.end());
  bytes.insert(bytes.end(), signature.signature.begin(), signature.signature.end());
  return std::string(dash).append(signature.name).append(" ") + codec::base64_encode(bytes);
}

bool note_text_ok(std::string_view text) {
  return !text.empty() && text.back() == '\n' && codec::utf8_valid(text) &&
         std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; });
}

Result<Note> parse_note(std::string_view note) {
  if (note.size() > max_note_size) return fail(Code::too_large, "a signed note is too long");
  const auto blank = note.rfind("\n\n");
  if (blank == std::string_view::npos) return malformed("has no signatures");
  Note out;
  out.text = std::string(note.substr(0, blank + 1));
  auto rest = note.substr(blank + 2);
  if (!note_text_ok(out.text) || rest.empty() || rest.back() != '\n') {
    return malformed("is cut short or has forbidden characters");
  }
  while (!rest.empty()) {
    const auto end = rest.find('\n');
    auto signature = parse_signature_line(rest.substr(0, end));
    if (!signature) return signature.error();
    if (out.signatures.size() >= max_note_signatures) {
      return fail(Code::too_large, "a signed note has too many signatures");
    }
    out.signatures.push_back(std::move(signature).value());
    rest.remove_prefix(end + 1);
  }
  return out;
}

std::string note_text(const Note& note) {
  std::string out = note.text + '\n';
  for (const auto& signature : note.signatures) out += signature_line(signature) + '\n';
  return out;
}

}  // namespace motcua::sign
