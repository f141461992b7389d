#include "shared/record/state_note.h"

#include <array>

#include "shared/codec/hash.h"
#include "shared/codec/hex.h"
#include "shared/record/lines.h"
#include "shared/record/time.h"

namespace motcua::record {
namespace {

constexpr std::string_view format = "motcua.state/1";
constexpr std::array<std::string_view, 4> keys = {"unit", "time", "dossiers", "root"};

Error bad() { return fail(Code::invalid, "the unit's state note is not as it must be"); }

}  // namespace

Hash state_leaf(const Salt& salt, std::string_view number, std::uint64_t entries) {
  codec::Sha256 entry;
  entry.update(salt);
  entry.update(bytes_of(std::string(format) + " " + std::string(number) + " " +
                        std::to_string(entries) + "\n"));
  return leaf_hash(entry.finish());
}

Result<std::string> make_state_note(const StateNote& note, const sign::NoteSigner& unit) {
  if (!unit_code_ok(note.unit) || !parse_time(note.time) || note.dossiers == 0) return bad();
  if (unit.name != note.unit) {
    return fail(Code::refused, "the key is not the stating unit's",
                "sign with the key file of unit " + note.unit);
  }
  const std::array<std::string, 4> values = {note.unit, note.time, std::to_string(note.dossiers),
                                             codec::hex_encode(note.root)};
  auto text = write_lines(format, keys, values);
  if (!text) return text.error();
  return sign::sign_note(*text, {&unit, 1});
}

Result<StateNote> verify_state_note(std::string_view note, const UnitKeys& units) {
  auto parsed = sign::parse_note(note);
  if (!parsed) return parsed.error();
  auto values = read_lines(parsed->text, format, keys);
  if (!values) return values.error();
  const std::vector<std::string>& value = *values;
  const auto dossiers = read_decimal(value[2]);
  const auto root = codec::hex_decode_array<32>(value[3]);
  if (!unit_code_ok(value[0]) || !parse_time(value[1]) || !dossiers || *dossiers == 0 || !root) {
    return bad();
  }
  auto signature = verify_unit_note(note, value[0], units, {*parse_time(value[1]), std::nullopt});
  if (!signature) return signature.error();
  return StateNote{value[0], value[1], *dossiers, *root, signature->former};
}

}  // namespace motcua::record
