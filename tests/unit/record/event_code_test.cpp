#include "shared/record/event_code.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/record/state.h"

using namespace motcua;

namespace {

sign::NoteSigner signer(std::string_view name, std::uint8_t seed) {
  ByteArray<32> bytes;
  bytes.fill(seed);
  return *sign::note_signer(name, codec::Secret<32>(bytes));
}

const std::string longest_unit = "ZZZZZZZZ.ZZZZZZZZ.ZZZZZZZZ-ZZZZZ";  // 32

record::Event longest(int status) {
  return {"999999999993",
          1'000'000,
          status,
          std::string(record::state_name(status)),
          "2026-11-22T05:00:00Z",
          longest_unit,
          std::string(64, 'f'),
          std::string(64, 'e'),
          std::string(40, 'Z')};
}

record::Event received() {
  return {"482177305910",       1,   2,  "received", "2026-11-22T05:00:00Z", "99901",
          std::string(64, 'a'), "-", "-"};
}

record::UnitKeys keys_of(const sign::NoteSigner& unit) {
  return {{unit.name, sign::note_verifier(unit)}};
}

}  // namespace

TEST_CASE("the longest event's code fits a receipt, in every state", "[record]") {
  const auto unit = signer(longest_unit, 1);
  std::string number = "99999999999";
  for (int status = 2; status <= 10; ++status) {
    auto event = longest(status);
    for (char digit = '0'; !record::event_text(event) && digit <= '9'; ++digit)
      event.submission = number + digit;
    const auto note = record::make_event(event, unit);
    REQUIRE(note);
    const auto code = record::make_event_code(*note, keys_of(unit));
    REQUIRE(code);
    CHECK(code->size() <= 330);
    CHECK(record::note_of_event_code(*code).value() == *note);
  }
}

TEST_CASE("a code gives the exact note back and proves it", "[record]") {
  const auto unit = signer("99901", 1);
  const auto note = record::make_event(received(), unit).value();
  const auto code = record::make_event_code(note, keys_of(unit)).value();
  CHECK(record::event_code_like(code));
  const auto coded = record::verify_event_code(code, keys_of(unit));
  REQUIRE(coded);
  CHECK(coded->note == note);
  CHECK(coded->event.submission == "482177305910");
  // Scanners and people break lines.
  CHECK(record::verify_event_code("\n" + code.substr(0, 40) + " \r\n" + code.substr(40) + "\t",
                                  keys_of(unit)));
}

TEST_CASE("a second signature is left out of a code", "[record]") {
  const auto unit = signer("99901", 1), other = signer("witness", 2);
  const auto note = record::make_event(received(), unit).value();
  const std::vector<sign::NoteSigner> both = {other, unit};
  const auto twice = sign::sign_note(sign::parse_note(note)->text, both).value();
  CHECK(record::make_event_code(twice, keys_of(unit)).value() ==
        record::make_event_code(note, keys_of(unit)).value());
}

TEST_CASE("a code that was changed, or is another's, does not hold", "[record]") {
  const auto unit = signer("99901", 1);
  const auto note = record::make_event(received(), unit).value();
  const auto code = record::make_event_code(note, keys_of(unit)).value();
  for (std::size_t at = 0; at < code.size(); ++at) {
    auto changed = code;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    INFO(changed);
    CHECK_FALSE(record::verify_event_code(changed, keys_of(unit)));
    CHECK_FALSE(record::verify_event_code(code.substr(0, at), keys_of(unit)));
  }
  CHECK(record::verify_event_code(code, keys_of(signer("99901", 3))).error().code ==
        Code::signature);
  CHECK(record::verify_event_code(code, keys_of(signer("99001", 1))).error().code ==
        Code::signature);
  CHECK(record::note_of_event_code(code + "|").error().code == Code::invalid);
  CHECK(record::note_of_event_code(std::string(5000, 'a')).error().code == Code::too_large);
  CHECK(record::note_of_event_code(code + std::string(400, 'a')).error().code == Code::too_large);
  CHECK_FALSE(record::make_event_code(note, keys_of(signer("99901", 3))));
}
