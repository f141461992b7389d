#include "shared/feedback/feedback.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/feedback/answer.h"
#include "shared/feedback/message.h"

using namespace motcua;
using namespace motcua::feedback;

namespace {

const std::string body(64, 'a');
const std::string hash(64, 'b');
const DraftId draft{1, 2, 3};

const std::string text =
    "motcua.feedback/1\nsubmission: 482177305910\nnumber: 2\nkind: complaint\nabout: -\n"
    "time: 2026-11-22T05:00:00Z\nbody: " +
    body + "\nmessage: " + hash + "\n";
const std::string answered =
    "motcua.answer/1\nsubmission: 482177305910\nfeedback: 2\nsequence: 1\nstep: more-wanted\n"
    "time: 2026-11-22T05:00:00Z\nunit: 99901\nbody: " +
    body + "\nmessage: " + hash + "\n";

sign::SecretKey key(std::uint8_t seed) {
  ByteArray<32> bytes;
  bytes.fill(seed);
  return sign::secret_key(codec::Secret<32>(bytes), {seed});
}

sign::NoteSigner unit(std::string_view name, std::uint8_t seed) {
  ByteArray<32> bytes;
  bytes.fill(seed);
  return *sign::note_signer(name, codec::Secret<32>(bytes));
}

record::UnitKeys units() {
  return {{"99901", sign::note_verifier(unit("99901", 1))},
          {"99001", sign::note_verifier(unit("99001", 2))}};
}

std::string replaced(std::string from, std::string_view what, std::string_view with) {
  const auto at = from.find(what);
  REQUIRE(at != std::string::npos);
  return from.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("a feedback's text is byte-exact", "[feedback]") {
  auto of = parse_feedback_text(text);
  REQUIRE(of);
  CHECK(of->kind == Kind::complaint);
  CHECK(of->number == 2);
  CHECK(of->about == 0);
  CHECK(*feedback_text(*of) == text);
  const std::string silent = replaced(replaced(text, "complaint", "withdrawal"), hash, "-");
  REQUIRE(parse_feedback_text(silent));
  CHECK(*feedback_text(*parse_feedback_text(silent)) == silent);
  const std::string added =
      replaced(replaced(text, "complaint", "addition"), "about: -", "about: 1");
  REQUIRE(parse_feedback_text(added));
  CHECK(*feedback_text(*parse_feedback_text(added)) == added);
}

TEST_CASE("any other text of a feedback is refused", "[feedback]") {
  const std::pair<std::string, std::string> changes[] = {
      {"motcua.feedback/1", "motcua.feedback/2"},
      {"482177305910", "482177305916"},
      {"number: 2", "number: 0"},
      {"number: 2", "number: 33"},
      {"number: 2", "number: 02"},
      {"number: 2", "number: -"},
      {"complaint", "praise"},
      {"complaint", "Complaint"},
      {"complaint", "addition"},
      {"about: -", "about: 1"},
      {"about: -", "about: 0"},
      {"about: -", "about: x"},
      {"about: -\n", ""},
      {"05:00:00Z", "05:00:00"},
      {body, body + "a"},
      {hash, "-"},
      {hash, std::string(64, 'B')},
      {hash + "\n", hash},
      {hash + "\n", hash + "\nmore: 1\n"},
  };
  for (const auto& [what, with] : changes) {
    INFO(what << " -> " << with);
    CHECK_FALSE(parse_feedback_text(replaced(text, what, with)));
  }
  // An addition is about an earlier one.
  const std::string added = replaced(text, "complaint", "addition");
  for (const char* about : {"about: 2", "about: 3"}) {
    CHECK_FALSE(parse_feedback_text(replaced(added, "about: -", about)));
  }
}

TEST_CASE("a feedback is the applicant's alone", "[feedback]") {
  const Applicant applicant{sign::public_key(key(7)), draft};
  const std::string signature = *sign_feedback(text, draft, key(7));
  auto of = verify_feedback(text, signature, applicant);
  REQUIRE(of);
  CHECK(of->submission == "482177305910");
  const auto code = [&](const std::string& of_text, const std::string& with) {
    const auto found = verify_feedback(of_text, with, applicant);
    return found ? Code::other : found.error().code;
  };
  CHECK(code(text, *sign_feedback(text, draft, key(8))) == Code::signature);
  CHECK(code(text, *sign_feedback(text, DraftId{9}, key(7))) == Code::signature);
  CHECK(code(replaced(text, "complaint", "suggestion"), signature) == Code::signature);
  CHECK(code(text, "") == Code::signature);
  // What the same key signed for another purpose says nothing here.
  const auto digest = codec::blake2b_512(bytes_of(text));
  const auto other = sign::sign(key(7), digest, "motcua.envelope/1 draft:00 purpose:submit");
  CHECK(code(text, sign::signature_text(*other)) == Code::signature);
}

TEST_CASE("no single bit of a feedback can change", "[feedback]") {
  const Applicant applicant{sign::public_key(key(7)), draft};
  const std::string signature = *sign_feedback(text, draft, key(7));
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string changed = text;
    changed[i] = static_cast<char>(changed[i] ^ (1 << (i % 8)));
    INFO(i);
    CHECK_FALSE(verify_feedback(changed, signature, applicant));
  }
}

TEST_CASE("an answer's text is byte-exact, and any other refused", "[feedback]") {
  auto of = parse_answer_text(answered);
  REQUIRE(of);
  CHECK(of->step == Step::more_wanted);
  CHECK(*answer_text(*of) == answered);
  const std::pair<std::string, std::string> changes[] = {
      {"motcua.answer/1", "motcua.event/1"},
      {"482177305910", "482177305916"},
      {"feedback: 2", "feedback: 0"},
      {"feedback: 2", "feedback: 33"},
      {"sequence: 1", "sequence: 0"},
      {"sequence: 1", "sequence: 101"},
      {"more-wanted", "more_wanted"},
      {"more-wanted", "closed"},
      {"05:00:00Z", "05:00"},
      {"unit: 99901", "unit: a"},
      {body, hash + "0"},
      {hash, "-"},
      {"feedback: 2\n", ""},
  };
  for (const auto& [what, with] : changes) {
    INFO(what << " -> " << with);
    CHECK_FALSE(parse_answer_text(replaced(answered, what, with)));
  }
  for (const char* step : {"forwarded", "published"}) {
    CHECK(parse_answer_text(replaced(replaced(answered, "more-wanted", step), hash, "-")));
  }
  for (const char* step : {"refused", "resolved"}) {
    CHECK_FALSE(parse_answer_text(replaced(replaced(answered, "more-wanted", step), hash, "-")));
  }
}

TEST_CASE("an answer is signed by the acting unit and nobody else", "[feedback]") {
  const Answer of = *parse_answer_text(answered);
  const std::string note = *make_answer(of, unit("99901", 1));
  REQUIRE(verify_answer(note, units()));
  CHECK(make_answer(of, unit("99001", 2)).error().code == Code::refused);
  const auto forged = [&](const sign::NoteSigner& by) {
    return verify_answer(*sign::sign_note(answered, {&by, 1}), units()).error().code;
  };
  CHECK(forged(unit("99001", 2)) == Code::signature);
  CHECK(forged(unit("99901", 9)) == Code::signature);
  record::UnitKeys others = units();
  others.erase("99901");
  CHECK(verify_answer(note, others).error().code == Code::signature);
  for (std::size_t i = 0; i < note.size(); ++i) {
    std::string changed = note;
    changed[i] = static_cast<char>(changed[i] ^ (1 << (i % 8)));
    INFO(i);
    CHECK_FALSE(verify_answer(changed, units()));
  }
}

TEST_CASE("the words of a feedback", "[feedback]") {
  const std::string long_text(3 * most_characters, '\xE1');
  std::string longest;
  for (std::size_t i = 0; i < most_characters; ++i) longest += "ế";
  for (const auto& [kind, message] : std::initializer_list<std::pair<Kind, Message>>{
           {Kind::complaint, {"Tôi chờ đã lâu.\nXin trả lời.", 0}},
           {Kind::suggestion, {longest, 0}},
           {Kind::withdrawal, {"", 0}},
           {Kind::vote, {"", 5}},
           {Kind::vote, {"Nhanh", 1}}}) {
    auto json = message_text(kind, message);
    REQUIRE(json);
    auto read = parse_message(kind, *json);
    REQUIRE(read);
    CHECK(read->text == message.text);
    CHECK(read->vote == message.vote);
  }
  for (const auto& [kind, message] : std::initializer_list<std::pair<Kind, Message>>{
           {Kind::complaint, {"", 0}},
           {Kind::complaint, {" \n ", 0}},
           {Kind::complaint, {"x", 3}},
           {Kind::vote, {"", 0}},
           {Kind::vote, {"", 6}},
           {Kind::addition, {longest + "x", 0}},
           {Kind::addition, {long_text, 0}},
           {Kind::addition, {"a\rb", 0}},
           {Kind::addition, {"a\u202Eb", 0}},
           {Kind::addition, {std::string("a\0b", 3), 0}}}) {
    CHECK(message_text(kind, message).error().code == Code::invalid);
  }
  for (const char* json : {"", "{}", "[]", R"({"format":"motcua.feedback-message/2","text":"a"})",
                           R"({"format":"motcua.feedback-message/1","text":"a","vote":3})",
                           R"({"format":"motcua.feedback-message/1","text":"a","x":3})",
                           R"({"format": "motcua.feedback-message/1","text":"a"})",
                           R"({"format":"motcua.feedback-message/1","text":""})"}) {
    INFO(json);
    CHECK_FALSE(parse_message(Kind::complaint, json));
  }
}
