#include "shared/record/event_code.h"

#include <algorithm>
#include <array>

#include "shared/codec/base64.h"
#include "shared/codec/hex.h"
#include "shared/record/lines.h"
#include "shared/record/state.h"

namespace motcua::record {
namespace {

constexpr std::string_view format = "motcua.event-code/1";
constexpr std::size_t part_count = 10;
constexpr std::size_t signature_size = 4 + 64;
constexpr std::size_t most_typed = 4096;  // with white space

Error bad() {
  return fail(Code::invalid, "this is not the code of an event", "scan it again, whole");
}

/// A hash of 64 hexadecimal digits as 43 letters, "-" as it is.
std::string shortened(const std::string& hash) {
  const auto bytes = codec::hex_decode_array<32>(hash);
  return bytes ? codec::base64_raw_encode(*bytes) : hash;
}

/// And back; something that is no hash when it is none.
std::string lengthened(std::string_view text) {
  if (text == "-") return "-";
  const auto bytes = codec::base64_raw_decode(text);
  return bytes && bytes->size() == 32 ? codec::hex_encode(*bytes) : std::string();
}

std::string without_space(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') out += c;
  return out;
}

Result<std::array<std::string_view, part_count>> split(std::string_view code) {
  std::array<std::string_view, part_count> parts;
  for (std::size_t i = 0; i < part_count; ++i) {
    const auto bar = code.find('|');
    if ((bar == std::string_view::npos) != (i + 1 == part_count)) return bad();
    parts[i] = code.substr(0, bar);
    code.remove_prefix(bar == std::string_view::npos ? code.size() : bar + 1);
  }
  return parts;
}

}  // namespace

bool event_code_like(std::string_view text) {
  return without_space(text.substr(0, most_typed)).rfind(std::string(format) + "|", 0) == 0;
}

Result<std::string> make_event_code(std::string_view note, const UnitKeys& units,
                                    std::optional<std::uint64_t> index) {
  auto event = verify_event(note, units, index);
  if (!event) return event.error();
  const sign::NoteVerifier& unit = event->signature.key;
  auto parsed = sign::parse_note(note);
  if (!parsed) return parsed.error();
  const auto own = std::find_if(
      parsed->signatures.begin(), parsed->signatures.end(),
      [&](const sign::NoteSignature& of) { return of.name == unit.name && of.hash == unit.hash; });
  if (own == parsed->signatures.end()) return bad();
  Bytes signature(own->hash.begin(), own->hash.end());
  signature.insert(signature.end(), own->signature.begin(), own->signature.end());
  std::string code(format);
  for (const std::string& part :
       {event->submission, std::to_string(event->sequence), std::to_string(event->status),
        event->time, event->unit, shortened(event->body), shortened(event->message), event->code,
        codec::base64_raw_encode(signature)}) {
    code += "|" + part;
  }
  return code;
}

Result<std::string> note_of_event_code(std::string_view typed) {
  if (typed.size() > most_typed) return fail(Code::too_large, "the code is too long");
  const std::string code = without_space(typed);
  if (code.size() > max_event_code) return fail(Code::too_large, "the code is too long");
  const auto parts = split(code);
  if (!parts) return parts.error();
  const auto& part = *parts;
  const auto sequence = read_decimal(part[2]);
  const auto status = read_decimal(part[3]);
  const auto signature = codec::base64_raw_decode(part[9]);
  if (part[0] != format || !sequence || !status || *status > 10 || !signature ||
      signature->size() != signature_size) {
    return bad();
  }
  Event event;
  event.submission = part[1];
  event.sequence = *sequence;
  event.status = static_cast<int>(*status);
  event.state = state_name(event.status);
  event.time = part[4];
  event.unit = part[5];
  event.body = lengthened(part[6]);
  event.message = lengthened(part[7]);
  event.code = part[8];
  auto text = event_text(event);
  if (!text) return bad();
  sign::Note note{*text, {{event.unit, {}, {}}}};
  std::copy_n(signature->begin(), 4, note.signatures[0].hash.begin());
  note.signatures[0].signature.assign(signature->begin() + 4, signature->end());
  return sign::note_text(note);
}

Result<CodedEvent> verify_event_code(std::string_view code, const UnitKeys& units) {
  auto note = note_of_event_code(code);
  if (!note) return note.error();
  auto event = verify_event(*note, units);
  if (!event) return event.error();
  return CodedEvent{*event, *note};
}

}  // namespace motcua::record
