#include "shared/feedback/course.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "shared/feedback/feedback.h"

using namespace motcua;
using namespace motcua::feedback;

namespace {

/// A dossier's course as it grows; whatever is refused leaves it as it was.
struct Told {
  std::vector<Said> said;
  std::vector<Answered> answers;
  int status = 1;

  Course course() const { return {said, answers, status}; }
  Code say(Kind kind, std::uint64_t about = 0, std::uint64_t number = 0) {
    const Said one{number == 0 ? said.size() + 1 : number, kind, about};
    const auto found = check_said(one, course());
    if (found) said.push_back(one);
    return found ? Code::other : found.error().code;
  }
  Code answer(std::uint64_t feedback, Step step, std::uint64_t sequence = 0) {
    const auto before = static_cast<std::uint64_t>(
        std::count_if(answers.begin(), answers.end(),
                      [&](const Answered& each) { return each.feedback == feedback; }));
    const Answered one{feedback, sequence == 0 ? before + 1 : sequence, step};
    const auto found = check_answered(one, course());
    if (found) answers.push_back(one);
    return found ? Code::other : found.error().code;
  }
};

constexpr Code fine = Code::other;
constexpr Step steps[] = {Step::forwarded, Step::refused, Step::more_wanted, Step::resolved,
                          Step::published};
constexpr Kind kinds[] = {Kind::complaint, Kind::suggestion, Kind::addition, Kind::withdrawal,
                          Kind::vote};

bool has_ended(int status) { return status == 3 || status >= 7; }

}  // namespace

TEST_CASE("a complaint from the first word to the last", "[feedback]") {
  Told told;
  CHECK(told.say(Kind::complaint) == fine);
  CHECK(told.answer(1, Step::published) == Code::refused);
  CHECK(told.answer(2, Step::forwarded) == Code::not_found);
  CHECK(told.answer(1, Step::forwarded, 2) == Code::refused);
  CHECK(told.answer(1, Step::forwarded) == fine);
  CHECK(told.answer(1, Step::forwarded, 1) == Code::duplicate);
  CHECK(told.answer(1, Step::refused) == Code::refused);
  CHECK(told.say(Kind::addition, 1) == Code::refused);
  CHECK(told.answer(1, Step::more_wanted) == fine);
  CHECK(waits_for_addition(told.course(), 1));
  CHECK(told.answer(1, Step::more_wanted) == Code::refused);
  CHECK(told.say(Kind::addition, 1) == fine);
  CHECK(told.say(Kind::addition, 1) == Code::refused);
  CHECK(told.answer(2, Step::resolved) == Code::refused);  // an addition takes no answer
  CHECK(told.answer(1, Step::more_wanted) == fine);
  CHECK(told.say(Kind::addition, 1) == fine);
  CHECK(told.answer(1, Step::resolved) == fine);
  CHECK(told.answer(1, Step::more_wanted) == Code::refused);
  CHECK(told.answer(1, Step::published) == fine);
  CHECK(next_steps(told.course(), 1).empty());
}

TEST_CASE("numbers of feedback have no gaps and end at 32", "[feedback]") {
  Told told;
  CHECK(told.say(Kind::suggestion, 0, 2) == Code::refused);
  for (std::uint64_t i = 0; i < most; ++i) CHECK(told.say(Kind::suggestion) == fine);
  CHECK(told.say(Kind::suggestion, 0, 32) == Code::duplicate);
  CHECK(told.say(Kind::suggestion) == Code::refused);
}

TEST_CASE("a withdrawal where the states allow it, one at a time", "[feedback]") {
  for (int status = 1; status <= 10; ++status) {
    Told told;
    told.status = status;
    INFO(status);
    const bool open = status == 2 || status == 4 || status == 5 || status == 6;
    CHECK((told.say(Kind::withdrawal) == fine) == open);
    if (!open) continue;
    CHECK(told.say(Kind::withdrawal) == Code::refused);
    CHECK(told.answer(1, Step::resolved) == Code::refused);
    CHECK(told.answer(1, Step::forwarded) == Code::refused);
    told.status = 7;
    CHECK(told.answer(1, Step::refused) == Code::refused);
    told.status = status;
    CHECK(told.answer(1, Step::refused) == fine);
    CHECK(told.say(Kind::withdrawal) == fine);
  }
}

TEST_CASE("a vote once the dossier has ended, and again", "[feedback]") {
  for (int status = 1; status <= 10; ++status) {
    Told told;
    told.status = status;
    INFO(status);
    CHECK((told.say(Kind::vote) == fine) == has_ended(status));
    CHECK((told.say(Kind::vote) == fine) == has_ended(status));
    if (has_ended(status)) CHECK(told.answer(1, Step::resolved) == Code::refused);
  }
}

TEST_CASE("whatever is tried, a course stays in order", "[feedback]") {
  std::mt19937 chance(20261123);
  const auto below = [&](unsigned n) { return static_cast<unsigned>(chance() % n); };
  int accepted = 0;
  for (int run = 0; run < 300; ++run) {
    Told told;
    for (int i = 0; i < 80; ++i) {
      if (below(12) == 0) told.status = 1 + static_cast<int>(below(10));
      const Told before = told;
      if (below(2) == 0) {
        const Kind kind = kinds[below(5)];
        const std::uint64_t about = kind == Kind::addition ? 1 + below(6) : 0;
        const bool well = told.say(kind, about, below(8) == 0 ? 1 + below(40) : 0) == fine;
        accepted += well;
        if (!well) continue;
        CHECK(told.said.back().number == before.said.size() + 1);
        if (kind == Kind::vote) CHECK(has_ended(told.status));
        if (kind == Kind::addition) CHECK(reached(before.course(), about) == Step::more_wanted);
      } else {
        const std::uint64_t of = 1 + below(8);
        const auto allowed = next_steps(told.course(), of);
        const Step step = steps[below(5)];
        const bool well = told.answer(of, step) == fine;
        accepted += well;
        // What may be done next is exactly what is then taken.
        CHECK(well == (std::find(allowed.begin(), allowed.end(), step) != allowed.end()));
        const auto last = reached(before.course(), of);
        if (well) CHECK((last != Step::refused && last != Step::published));
      }
    }
    // Seen from the end: what must hold of every course.
    const auto& all = told.answers;
    for (const Said& said : told.said) {
      const auto count = [&](Step step) {
        return std::count_if(all.begin(), all.end(), [&](const Answered& each) {
          return each.feedback == said.number && each.step == step;
        });
      };
      const auto additions =
          std::count_if(told.said.begin(), told.said.end(), [&](const Said& each) {
            return each.kind == Kind::addition && each.about == said.number;
          });
      CHECK(count(Step::refused) + count(Step::resolved) <= 1);
      CHECK(count(Step::published) <= count(Step::resolved));
      CHECK(count(Step::forwarded) <= 1);
      CHECK(additions <= count(Step::more_wanted));
      CHECK(additions + 1 >= count(Step::more_wanted));
      const bool answered = said.kind == Kind::complaint || said.kind == Kind::suggestion;
      if (!answered) CHECK(count(Step::resolved) + count(Step::more_wanted) == 0);
    }
  }
  CHECK(accepted > 3000);
}
