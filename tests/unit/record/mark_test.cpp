#include "shared/record/mark.h"

#include <catch2/catch_test_macros.hpp>

using namespace motcua;
using record::Axis;
using record::Mark;
using record::Marked;
using record::Step;

namespace {

sign::NoteSigner signer(std::string_view name, std::uint8_t seed) {
  ByteArray<32> bytes;
  bytes.fill(seed);
  return *sign::note_signer(name, codec::Secret<32>(bytes));
}

const std::string body(64, 'a');
const std::string text =
    "motcua.mark/1\nsubmission: 482177305910\naxis: payment\nsequence: 1\nstate: wanted\nevent: 2\n"
    "time: 2026-11-24T02:00:00Z\nunit: 99901\nbody: " +
    body + "\nmessage: -\n";

Mark wanted() {
  return {"482177305910",         Axis::payment, 1,    "wanted", 2,
          "2026-11-24T02:00:00Z", "99901",       body, "-"};
}

Mark next(Axis axis, std::uint64_t sequence, std::string state, std::uint64_t event) {
  Mark mark = wanted();
  mark.axis = axis;
  mark.sequence = sequence;
  mark.state = std::move(state);
  mark.event = event;
  return mark;
}

record::UnitKeys units() {
  return {{"99901", sign::note_verifier(signer("99901", 1))},
          {"99001", sign::note_verifier(signer("99001", 2))}};
}

const std::vector<Step> in_process = {{1, 2}, {2, 4}};
const std::vector<Step> done = {{1, 2}, {2, 9}};
const std::vector<Step> refused = {{1, 3}};

Code code_of(const Status& status) {
  REQUIRE_FALSE(status);
  return status.error().code;
}

}  // namespace

TEST_CASE("a mark's text is byte-exact", "[record]") {
  CHECK(*record::mark_text(wanted()) == text);
  const auto parsed = record::parse_mark_text(text);
  REQUIRE(parsed);
  CHECK(*record::mark_text(*parsed) == text);
}

TEST_CASE("any other text of a mark is refused", "[record]") {
  const std::pair<const char*, const char*> changes[] = {
      {"motcua.mark/1", "motcua.mark/2"},
      {"482177305910", "482177305916"},
      {"axis: payment", "axis: processing"},
      {"axis: payment", "axis: delivery"},  // which knows no "wanted"
      {"sequence: 1", "sequence: 0"},
      {"sequence: 1", "sequence: 01"},
      {"sequence: 1", "sequence: 1001"},
      {"state: wanted", "state: "},
      {"state: wanted", "state: owed"},
      {"event: 2", "event: -1"},
      {"event: 2", "event: 1000001"},
      {"02:00:00Z", "02:00:00"},
      {"unit: 99901", "unit: 99901 x"},
      {"body: a", "body: A"},
      {"message: -", "message: --"},
      {"message: -\n", ""},
      {"message: -\n", "message: -"},
      {"message: -\n", "message: -\namount: 1\n"},
  };
  for (const auto& [what, with] : changes) {
    INFO(what << " -> " << with);
    std::string other = text;
    const auto at = other.find(what);
    REQUIRE(at != std::string::npos);
    CHECK_FALSE(record::parse_mark_text(other.replace(at, std::string_view(what).size(), with)));
  }
}

TEST_CASE("a mark of the portal has no message: nobody would read it", "[record]") {
  Mark mark = wanted();
  mark.axis = Axis::synchronisation;
  mark.state = "sent";
  CHECK(record::mark_text(mark));
  mark.message = std::string(64, 'b');
  const auto written = record::mark_text(mark);
  CHECK(written.error().code == Code::invalid);
  CHECK_FALSE(written.error().hint.empty());
  CHECK(record::parse_mark_text(*record::mark_text(wanted())));
}

TEST_CASE("a mark holds by the key of a unit that may act", "[record]") {
  const auto note = *record::make_mark(wanted(), signer("99901", 1));
  const auto read = record::verify_mark(note, units());
  REQUIRE(read);
  CHECK(read->state == "wanted");
  CHECK(read->event == 2);
  CHECK(record::make_mark(wanted(), signer("99001", 2)).error().code == Code::refused);
  CHECK(record::verify_mark(note, {{"99001", units().at("99001")}}).error().code ==
        Code::signature);
  auto forged = note;
  forged.replace(forged.find("wanted"), 6, "waived");
  CHECK(record::verify_mark(forged, units()).error().code == Code::signature);
}

TEST_CASE("each axis counts for itself and follows its own way", "[record]") {
  std::vector<Marked> marks;
  const auto take = [&](const Mark& mark, const std::vector<Step>& events) {
    const auto status = record::check_mark(mark, marks, events);
    if (status) marks.push_back({mark.axis, mark.sequence, mark.state, mark.event});
    return status;
  };
  CHECK(take(next(Axis::payment, 1, "wanted", 2), in_process));
  CHECK(take(next(Axis::synchronisation, 1, "sent", 1), in_process));
  CHECK(code_of(take(next(Axis::payment, 1, "paid", 2), in_process)) == Code::duplicate);
  CHECK(code_of(take(next(Axis::payment, 3, "paid", 2), in_process)) == Code::refused);
  CHECK(code_of(take(next(Axis::payment, 2, "refunded", 2), in_process)) == Code::refused);
  CHECK(code_of(take(next(Axis::payment, 2, "paid", 3), in_process)) == Code::refused);
  CHECK(code_of(take(next(Axis::payment, 2, "paid", 1), in_process)) == Code::refused);
  CHECK(take(next(Axis::payment, 2, "paid", 2), in_process));
  CHECK(record::axis_state(Axis::payment, marks) == "paid");
  CHECK(record::axis_state(Axis::delivery, marks).empty());

  // What the other system answers, it answers to what it was sent.
  CHECK(code_of(take(next(Axis::synchronisation, 2, "confirmed", 2), in_process)) == Code::refused);
  CHECK(take(next(Axis::synchronisation, 2, "confirmed", 1), in_process));
  CHECK(take(next(Axis::synchronisation, 3, "sent", 2), in_process));
  CHECK(take(next(Axis::synchronisation, 4, "failed", 2), in_process));
  CHECK(take(next(Axis::synchronisation, 5, "sent", 2), in_process));

  // A result is brought home once there is one, or once papers go back.
  CHECK(code_of(take(next(Axis::delivery, 1, "sent", 2), in_process)) == Code::refused);
  CHECK(record::check_mark(next(Axis::delivery, 1, "sent", 1), {}, refused));
  CHECK(take(next(Axis::delivery, 1, "sent", 2), done));
  CHECK(take(next(Axis::delivery, 2, "came-back", 2), done));
  CHECK(take(next(Axis::delivery, 3, "ready", 2), done));
  CHECK(take(next(Axis::delivery, 4, "delivered", 2), done));
  CHECK(code_of(take(next(Axis::delivery, 5, "sent", 2), done)) == Code::refused);
}

TEST_CASE("who gets no result owes nothing more", "[record]") {
  using Names = std::vector<std::string_view>;
  CHECK(record::next_marks(Axis::payment, "", 3).empty());
  CHECK(record::next_marks(Axis::payment, "paid", 8) == Names{"refunded"});
  CHECK(record::next_marks(Axis::payment, "paid", 9) == Names{"wanted", "refunded"});
  CHECK(record::next_marks(Axis::payment, "", record::Step{}.status) == Names{"wanted"});
  CHECK(record::next_marks(Axis::delivery, "", 4).empty());
  CHECK(record::next_marks(Axis::delivery, "nowhere", 9).empty());
}

TEST_CASE("axes have names", "[record]") {
  for (const auto axis : {Axis::payment, Axis::delivery, Axis::synchronisation})
    CHECK(record::axis_named(record::axis_name(axis)) == axis);
  CHECK_FALSE(record::axis_named("processing"));
}
