#include "shared/feedback/clocks.h"

#include <algorithm>

namespace motcua::feedback {
namespace {

using deadline::Moment;

constexpr int take_up_days = 2, ask_days = 5, resolve_days = 15, publish_days = 2;

std::optional<Moment> first(const Matter& matter, Step step) {
  for (const Taken& each : matter.steps) {
    if (each.step == step) return each.at;
  }
  return std::nullopt;
}

/// From each "more wanted" to the addition that answered it, or to whatever the unit did next.
std::vector<deadline::Pause> waiting(const Matter& matter) {
  std::vector<deadline::Pause> pauses;
  std::size_t asked = 0;
  for (std::size_t i = 0; i < matter.steps.size(); ++i) {
    if (matter.steps[i].step != Step::more_wanted) continue;
    deadline::Pause pause{matter.steps[i].at, std::nullopt, deadline::Why::supplement};
    if (asked < matter.additions.size()) pause.to = matter.additions[asked];
    if (!pause.to && i + 1 < matter.steps.size()) pause.to = matter.steps[i + 1].at;
    pauses.push_back(pause);
    ++asked;
  }
  return pauses;
}

class Running {
 public:
  Running(const deadline::Timetable& timetable, Moment now) : timetable_(timetable), now_(now) {}

  Status add(Duty duty, Moment from, int days, std::optional<Moment> met,
             std::vector<deadline::Pause> pauses = {}) {
    for (auto& pause : pauses) {  // clocks differ: nothing happened before it was said
      pause.from = std::max(pause.from, from);
      if (pause.to) pause.to = std::max(*pause.to, pause.from);
    }
    auto found = deadline::deadline(
        timetable_, {from, {days, deadline::Unit::working_days, std::nullopt}, pauses});
    if (!found) return found.error();
    Clock clock{duty, met, false, std::move(*found)};
    clock.late = clock.deadline.due && met.value_or(now_) > *clock.deadline.due;
    clocks_.push_back(std::move(clock));
    return {};
  }

  std::vector<Clock> take() { return std::move(clocks_); }

 private:
  const deadline::Timetable& timetable_;
  Moment now_;
  std::vector<Clock> clocks_;
};

}  // namespace

Result<std::vector<Clock>> clocks(const deadline::Timetable& timetable, const Matter& matter,
                                  Moment now) {
  if (matter.kind != Kind::complaint && matter.kind != Kind::suggestion)
    return std::vector<Clock>{};
  Running running(timetable, now);
  const auto taken = matter.steps.empty() ? std::nullopt : std::optional(matter.steps[0].at);
  if (auto s = running.add(Duty::take_up, matter.said, take_up_days, taken); !s) return s.error();
  if (first(matter, Step::refused)) return running.take();
  if (const auto asked = first(matter, Step::more_wanted)) {
    if (auto s = running.add(Duty::ask, matter.said, ask_days, asked); !s) return s.error();
  }
  const auto resolved = first(matter, Step::resolved);
  if (auto s = running.add(Duty::resolve, matter.said, resolve_days, resolved, waiting(matter));
      !s) {
    return s.error();
  }
  if (resolved) {
    const auto told = first(matter, Step::published);
    if (auto s = running.add(Duty::publish, *resolved, publish_days, told); !s) return s.error();
  }
  return running.take();
}

std::string_view duty_name(Duty duty) {
  switch (duty) {
    case Duty::take_up: return "take-up";
    case Duty::ask: return "ask";
    case Duty::resolve: return "resolve";
    case Duty::publish: return "publish";
  }
  return {};
}

}  // namespace motcua::feedback
