#include <catch2/catch_test_macros.hpp>

#include "shared/record/acknowledgement.h"
#include "shared/record/desk_request.h"
#include "shared/record/event.h"
#include "shared/record/time.h"

using namespace motcua;

namespace {

sign::NoteSigner signer(std::string_view name, std::uint8_t seed) {
  ByteArray<32> bytes;
  bytes.fill(seed);
  return *sign::note_signer(name, codec::Secret<32>(bytes));
}

const std::string body(64, 'a');
const std::string text =
    "motcua.event/1\nsubmission: 482177305910\nsequence: 1\nstatus: 2\nstate: received\n"
    "time: 2026-11-22T05:00:00Z\nunit: 99901\nbody: " +
    body + "\nmessage: -\ncode: H26.32.11-261122-0001\n";

record::Event received() {
  return {"482177305910",         1, 2, "received", "2026-11-22T05:00:00Z", "99901", body, "-",
          "H26.32.11-261122-0001"};
}

record::UnitKeys units() {
  return {{"99901", sign::note_verifier(signer("99901", 1))},
          {"99001", sign::note_verifier(signer("99001", 2))}};
}

std::string replaced(std::string from, std::string_view what, std::string_view with) {
  const auto at = from.find(what);
  REQUIRE(at != std::string::npos);
  return from.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("an event's text is byte-exact", "[record]") {
  CHECK(*record::event_text(received()) == text);
  auto parsed = record::parse_event_text(text);
  REQUIRE(parsed);
  CHECK(*record::event_text(*parsed) == text);
}

TEST_CASE("any other text of an event is refused", "[record]") {
  const std::pair<const char*, const char*> changes[] = {
      {"motcua.event/1", "motcua.event/2"},
      {"submission: 4", "submission:4"},
      {"482177305910", "482177305916"},
      {"sequence: 1", "sequence: 01"},
      {"sequence: 1", "sequence: 0"},
      {"sequence: 1", "sequence: -1"},
      {"sequence: 1\nstatus: 2", "status: 2\nsequence: 1"},
      {"status: 2", "status: 3"},
      {"status: 2", "status: 1"},
      {"state: received", "state: Received"},
      {"05:00:00Z", "05:00:00"},
      {"unit: 99901", "unit: 99901 x"},
      {"unit: 99901", "unit: "},
      {"body: a", "body: A"},
      {"message: -", "message: --"},
      {"message: -\n", ""},
      {"H26.32", "h26/32"},
      {"0001\n", "0001\nmore: 1\n"},
      {"0001\n", "0001"},
      {"\nsubmission", "\r\nsubmission"},
  };
  for (const auto& [what, with] : changes) {
    INFO(what << " -> " << with);
    CHECK_FALSE(record::parse_event_text(replaced(text, what, with)));
  }
}

TEST_CASE("an event is signed by the acting unit and nobody else", "[record]") {
  auto note = record::make_event(received(), signer("99901", 1));
  REQUIRE(note);
  auto event = record::verify_event(*note, units());
  REQUIRE(event);
  CHECK(event->state == "received");
  CHECK(record::make_event(received(), signer("99001", 2)).error().code == Code::refused);

  SECTION("another unit's signature under the text") {
    auto forged = sign::sign_note(text, std::vector{signer("99001", 2)});
    CHECK(record::verify_event(*forged, units()).error().code == Code::signature);
  }
  SECTION("another key under the unit's name") {
    auto forged = sign::sign_note(text, std::vector{signer("99901", 9)});
    CHECK(record::verify_event(*forged, units()).error().code == Code::signature);
  }
  SECTION("a unit that may not act on this dossier") {
    record::UnitKeys others = units();
    others.erase("99901");
    CHECK(record::verify_event(*note, others).error().code == Code::signature);
  }
  SECTION("a key listed under the wrong code") {
    const record::UnitKeys wrong = {{"99901", units().at("99001")}};
    CHECK(record::verify_event(*note, wrong).error().code == Code::signature);
  }
}

TEST_CASE("no single bit of an event can change", "[record]") {
  const std::string note = *record::make_event(received(), signer("99901", 1));
  const record::UnitKeys keys = units();
  for (std::size_t i = 0; i < note.size(); ++i) {
    std::string changed = note;
    changed[i] = static_cast<char>(changed[i] ^ (1 << (i % 8)));
    INFO(i);
    CHECK_FALSE(record::verify_event(changed, keys));
  }
}

TEST_CASE("events follow one another", "[record]") {
  record::Event event = received();
  CHECK(record::check_next(event, {}));
  const record::Step first{1, 2};
  CHECK(record::check_next(event, {&first, 1}).error().code == Code::duplicate);
  event.sequence = 2;
  CHECK(record::check_next(event, {}).error().code == Code::refused);           // a gap
  CHECK(record::check_next(event, {&first, 1}).error().code == Code::refused);  // received twice
  event.status = 9;
  event.state = "done";
  CHECK(record::check_next(event, {&first, 1}));
  const record::Step closed{1, 3};
  CHECK(record::check_next(event, {&closed, 1}).error().code == Code::refused);
  record::Event early = received();
  early.status = 9;
  early.state = "done";
  CHECK(record::check_next(early, {}).error().code == Code::refused);
}

TEST_CASE("a desk's request is good for one purpose and a few minutes", "[record]") {
  const record::DeskRequest request{"99901", "fetch", "482177305910", "2026-11-22T05:00:00Z",
                                    std::string(32, 'b')};
  auto note = record::make_desk_request(request, signer("99901", 1));
  REQUIRE(note);
  const std::int64_t now = *record::parse_time("2026-11-22T05:04:59Z");
  CHECK(record::verify_desk_request(*note, units(), "fetch", now, 300));
  CHECK(record::verify_desk_request(*note, units(), "list", now, 300).error().code ==
        Code::refused);
  CHECK(record::verify_desk_request(*note, units(), "fetch", now + 2, 300).error().code ==
        Code::expired);
  CHECK(record::verify_desk_request(*note, units(), "fetch", now - 700, 300).error().code ==
        Code::expired);
  CHECK(record::verify_desk_request(*note, {}, "fetch", now, 300).error().code == Code::signature);
  CHECK_FALSE(record::make_desk_request(request, signer("99001", 2)));
  record::DeskRequest list = request;
  list.purpose = "list";
  CHECK_FALSE(record::make_desk_request(list, signer("99901", 1)));
}

TEST_CASE("an acknowledgement fits a QR code", "[record]") {
  const auto log = signer("motcua.demo/log", 7);
  const record::Acknowledgement of{"482177305910", body, "2026-11-22T05:00:00Z"};
  auto note = record::make_acknowledgement(of, log);
  REQUIRE(note);
  CHECK(note->size() <= 400);
  auto read = record::verify_acknowledgement(*note, sign::note_verifier(log));
  REQUIRE(read);
  CHECK(read->number == of.number);
  CHECK_FALSE(record::verify_acknowledgement(*note, sign::note_verifier(signer("x", 7))));
  CHECK_FALSE(
      record::verify_acknowledgement(*note + std::string(400, 'x'), sign::note_verifier(log)));
  CHECK(record::make_acknowledgement(of, signer(std::string(200, 'n'), 7)).error().code ==
        Code::too_large);
  CHECK_FALSE(record::make_acknowledgement({"482177305911", body, of.time}, log));
}
