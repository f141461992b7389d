#include "shared/record/state_note.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/codec/hash.h"

using namespace motcua;
using record::StateNote;

namespace {

sign::NoteSigner signer(std::string_view name, std::uint8_t seed) {
  ByteArray<32> bytes;
  bytes.fill(seed);
  return *sign::note_signer(name, codec::Secret<32>(bytes));
}

const sign::NoteSigner unit = signer("99901", 1);
const record::UnitKeys units = {{"99901", sign::note_verifier(unit)}};

StateNote stated() {
  StateNote note{"99901", "2026-11-22T05:00:00Z", 40, {}, 2, {}};
  note.log.fill(0xcd);
  note.root.fill(0xab);
  return note;
}

std::string signed_text(const std::string& text) {
  return sign::sign_note(text, {&unit, 1}).value();
}

}  // namespace

TEST_CASE("a unit's statement has seven lines and comes back", "[record]") {
  const auto note = record::make_state_note(stated(), unit).value();
  CHECK(note.starts_with(
      "motcua.state/1\nunit: 99901\ntime: 2026-11-22T05:00:00Z\nsize: 40\nlog: " +
      std::string("cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd") +
      "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd\ndossiers: 2\nroot: abababababababababababababababab" +
      "abababababababababababababababab\n\n\u2014 99901 "));
  const auto read = record::verify_state_note(note, units);
  REQUIRE(read);
  CHECK(read->dossiers == 2);
  CHECK(read->size == 40);
  CHECK(read->log == stated().log);
  CHECK(read->root == stated().root);
}

TEST_CASE("a leaf is the salted line of one dossier", "[record]") {
  record::Salt salt;
  salt.fill(5);
  codec::Sha256 entry;
  entry.update(salt);
  entry.update(bytes_of("motcua.state/1 482177305910 3 17\n"));
  using Places = std::vector<std::uint64_t>;
  const auto leaf = [&](const Places& entries) {
    return record::state_leaf(salt, "482177305910", entries);
  };
  CHECK(leaf({3, 17}) == record::leaf_hash(entry.finish()));
  CHECK(leaf({3, 17}) != leaf({3, 18}));
  CHECK(leaf({3, 17}) != leaf({3}));
  CHECK(leaf({}) != leaf({0}));
  codec::Sha256 none;
  none.update(salt);
  none.update(bytes_of("motcua.state/1 482177305910\n"));
  CHECK(leaf({}) == record::leaf_hash(none.finish()));
  CHECK(record::stated_entries_ok(Places{}, 1));
  CHECK(record::stated_entries_ok(Places{3, 17}, 18));
  CHECK_FALSE(record::stated_entries_ok(Places{3, 17}, 17));
  CHECK_FALSE(record::stated_entries_ok(Places{3, 3}, 18));
  CHECK_FALSE(record::stated_entries_ok(Places{17, 3}, 18));
}

TEST_CASE("only the unit itself states", "[record]") {
  CHECK(record::make_state_note(stated(), signer("99001", 1)).error().code == Code::refused);
  const auto note = record::make_state_note(stated(), unit).value();
  const auto code = [&](const record::UnitKeys& known) {
    return record::verify_state_note(note, known).error().code;
  };
  CHECK(code({}) == Code::signature);
  CHECK(code({{"99901", sign::note_verifier(signer("99901", 2))}}) == Code::signature);
  CHECK(code({{"99901", sign::note_verifier(signer("99001", 1))}}) == Code::signature);
  auto other = stated();
  other.unit = "99001";
  const auto named = signer("99001", 3);
  const auto theirs = record::make_state_note(other, named).value();
  CHECK(record::verify_state_note(theirs, units).error().code == Code::signature);
}

TEST_CASE("a statement in another form is refused although it is signed", "[record]") {
  const std::string root(64, 'a');
  const std::string log(64, 'b');
  const std::string well =
      "motcua.state/1\nunit: 99901\ntime: 2026-11-22T05:00:00Z\nsize: 40\nlog: " + log +
      "\ndossiers: 2\nroot: " + root + "\n";
  REQUIRE(record::verify_state_note(signed_text(well), units));
  const auto changed = [&](std::string_view from, const std::string& to) {
    std::string text = well;
    text.replace(text.find(from), from.size(), to);
    INFO(text);
    CHECK_FALSE(record::verify_state_note(signed_text(text), units).ok());
  };
  changed("state/1", "state/2");
  changed("size: 40", "size: 0");
  changed("size: 40", "size: 040");
  changed("size: 40\n", "");
  changed("log: " + log + "\n", "");
  changed(log, log.substr(1));
  changed("dossiers: 2", "dossiers: 0");
  changed("dossiers: 2", "dossiers: 02");
  changed("dossiers: 2", "dossiers: -2");
  changed("dossiers: 2", "dossiers:2");
  changed("dossiers: 2", "dossiers: 18446744073709551616");
  changed("T05", " 05");
  changed("11-22", "13-22");
  changed(root, root.substr(1));
  changed(root, std::string(64, 'A'));
  changed("unit: 99901\n", "");
  changed("root: " + root + "\n", "root: " + root + "\nmore: 1\n");
  CHECK_FALSE(record::verify_state_note(well, units).ok());
  CHECK_FALSE(record::verify_state_note("", units).ok());
  auto none = stated();
  none.dossiers = 0;
  CHECK(record::make_state_note(none, unit).error().code == Code::invalid);
  none = stated();
  none.size = 0;
  CHECK(record::make_state_note(none, unit).error().code == Code::invalid);
}
