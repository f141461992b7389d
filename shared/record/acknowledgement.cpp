#include "shared/record/acknowledgement.h"

#include "shared/codec/hex.h"
#include "shared/record/lines.h"
#include "shared/record/number.h"
#include "shared/record/time.h"

namespace motcua::record {
namespace {

constexpr std::string_view format = "motcua.accepted/1";
constexpr std::size_t largest = 400;

bool fields_ok(const Acknowledgement& of) {
  return number_ok(of.number) && codec::hex_decode_array<32>(of.body).ok() &&
         parse_time(of.time).ok();
}

Error bad() { return fail(Code::invalid, "this is not an acknowledgement of a submission"); }

}  // namespace

Result<std::string> make_acknowledgement(const Acknowledgement& acknowledgement,
                                         const sign::NoteSigner& log) {
  if (!fields_ok(acknowledgement)) return bad();
  const std::string text = std::string(format) + "\n" + acknowledgement.number + "\n" +
                           acknowledgement.body + "\n" + acknowledgement.time + "\n";
  auto note = sign::sign_note(text, {&log, 1});
  if (note && note->size() > largest) {
    return fail(Code::too_large, "the acknowledgement does not fit a QR code",
                "give the log a shorter name");
  }
  return note;
}

Result<Acknowledgement> verify_acknowledgement(std::string_view note,
                                               const sign::NoteVerifier& log) {
  if (note.size() > largest) return fail(Code::too_large, "the acknowledgement is too long");
  auto verified = sign::verify_note(note, {&log, 1});
  if (!verified) return verified.error();
  std::string_view text = verified->text;
  std::string lines[4];
  for (std::string& line : lines) {
    auto taken = take_line(text);
    if (!taken) return bad();
    line = *taken;
  }
  Acknowledgement acknowledgement{lines[1], lines[2], lines[3]};
  if (lines[0] != format || !text.empty() || !fields_ok(acknowledgement)) return bad();
  return acknowledgement;
}

}  // namespace motcua::record
