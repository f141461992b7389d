#include "shared/record/state_note.h"

#include <algorithm>
#include <array>
#include <functional>

#include "shared/codec/hash.h"
#include "shared/codec/hex.h"
#include "shared/record/lines.h"
#include "shared/record/time.h"

namespace motcua::record {
namespace {

constexpr std::string_view format = "motcua.state/1";
constexpr std::array<std::string_view, 6> keys = {"unit", "time",     "size",
                                                  "log",  "dossiers", "root"};

Error bad() { return fail(Code::invalid, "the unit's state note is not as it must be"); }

}  // namespace

Hash state_leaf(const Salt& salt, std::string_view number, std::span<const std::uint64_t> entries) {
  std::string line = std::string(format) + " " + std::string(number);
  for (const std::uint64_t each : entries) line += " " + std::to_string(each);
  line += "\n";
  codec::Sha256 entry;
  entry.update(salt);
  entry.update(bytes_of(line));
  return leaf_hash(entry.finish());
}

bool stated_entries_ok(std::span<const std::uint64_t> entries, std::uint64_t size) {
  const auto not_rising =
      std::adjacent_find(entries.begin(), entries.end(), std::greater_equal<>());
  return not_rising == entries.end() && (entries.empty() || entries.back() < size);
}

Result<std::string> make_state_note(const StateNote& note, const sign::NoteSigner& unit) {
  const bool well = unit_code_ok(note.unit) && parse_time(note.time) && note.size > 0;
  if (!well || note.dossiers == 0) return bad();
  if (unit.name != note.unit) {
    return fail(Code::refused, "the key is not the stating unit's",
                "sign with the key file of unit " + note.unit);
  }
  const std::array<std::string, 6> values = {note.unit,
                                             note.time,
                                             std::to_string(note.size),
                                             codec::hex_encode(note.log),
                                             std::to_string(note.dossiers),
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
  const auto size = read_decimal(value[2]);
  const auto log = codec::hex_decode_array<32>(value[3]);
  const auto dossiers = read_decimal(value[4]);
  const auto root = codec::hex_decode_array<32>(value[5]);
  if (!unit_code_ok(value[0]) || !parse_time(value[1]) || !log || !root) return bad();
  if (!size || *size == 0 || !dossiers || *dossiers == 0) return bad();
  auto signature = verify_unit_note(note, value[0], units, {*parse_time(value[1]), std::nullopt});
  if (!signature) return signature.error();
  return StateNote{value[0], value[1], *size, *log, *dossiers, *root, signature->former};
}

}  // namespace motcua::record
