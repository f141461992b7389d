#include "shared/record/unit_keys.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/record/event_code.h"
#include "shared/record/state_note.h"
#include "shared/record/time.h"

using namespace motcua;

namespace {

sign::NoteSigner signer(std::string_view name, std::uint8_t seed) {
  ByteArray<32> bytes;
  bytes.fill(seed);
  return *sign::note_signer(name, codec::Secret<32>(bytes));
}

const sign::NoteSigner now = signer("99901", 1), before = signer("99901", 2),
                       stranger = signer("99901", 3);
constexpr std::string_view until = "2026-11-22T05:00:00Z";
constexpr std::uint64_t size = 40;

record::UnitKeys keys() {
  record::UnitKey key = sign::note_verifier(now);
  key.former.push_back({sign::note_verifier(before), *record::parse_time(until), size});
  return {{"99901", key}};
}

std::string event_by(const sign::NoteSigner& key, std::string time = std::string(until)) {
  return record::make_event({"482177305910", 1, 2, "received", std::move(time), "99901",
                             std::string(64, 'a'), "-", "-"},
                            key)
      .value();
}

Code refusal(const std::string& note, std::optional<std::uint64_t> index = std::nullopt) {
  const auto event = record::verify_event(note, keys(), index);
  REQUIRE_FALSE(event);
  return event.error().code;
}

}  // namespace

TEST_CASE("a former key counts until its time and up to its size of the log", "[record]") {
  const auto event = record::verify_event(event_by(before), keys(), size - 1);
  REQUIRE(event);
  CHECK(event->signature.former);
  CHECK(event->signature.key == sign::note_verifier(before));
  CHECK(refusal(event_by(before), size) == Code::signature);  // dated back, but logged later
  CHECK(refusal(event_by(before, "2026-11-22T05:00:01Z"), 0) == Code::signature);
  CHECK(refusal(event_by(stranger), 0) == Code::signature);
}

TEST_CASE("today's key counts at any time and place", "[record]") {
  for (const char* time : {"2026-01-01T00:00:00Z", "2026-11-23T00:00:00Z"}) {
    const auto event = record::verify_event(event_by(now, time), keys(), size + 1000);
    REQUIRE(event);
    CHECK_FALSE(event->signature.former);
  }
}

TEST_CASE("without a place in the log the time alone decides", "[record]") {
  CHECK(record::verify_event(event_by(before), keys())->signature.former);
  CHECK(refusal(event_by(before, "2026-11-22T05:00:01Z")) == Code::signature);
  const auto code = record::make_event_code(event_by(before), keys(), size - 1).value();
  CHECK(record::verify_event_code(code, keys())->event.signature.former);
  CHECK_FALSE(record::make_event_code(event_by(before), keys(), size));
  const auto fresh = record::make_event_code(event_by(now), keys()).value();
  CHECK_FALSE(record::verify_event_code(fresh, keys())->event.signature.former);
}

TEST_CASE("a note signed with both keys counts as today's", "[record]") {
  const auto text = sign::parse_note(event_by(before, "2026-11-23T00:00:00Z"))->text;
  const std::vector<sign::NoteSigner> both = {before, now};
  const auto event = record::verify_event(sign::sign_note(text, both).value(), keys(), size);
  REQUIRE(event);
  CHECK_FALSE(event->signature.former);
}

TEST_CASE("a statement by a former key counts by its time", "[record]") {
  record::StateNote note{"99901", std::string(until), 40, {}, 2, {}};
  const auto read =
      record::verify_state_note(record::make_state_note(note, before).value(), keys());
  REQUIRE(read);
  CHECK(read->former);
  note.time = "2026-11-22T05:00:01Z";
  CHECK(record::verify_state_note(record::make_state_note(note, before).value(), keys())
            .error()
            .code == Code::signature);
}
