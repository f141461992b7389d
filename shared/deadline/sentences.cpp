#include "shared/deadline/sentences.h"

#include "shared/form/date_words.h"

namespace motcua::deadline {
namespace {

using text::Words;
using Kind = Step::Kind;

constexpr std::string_view weekdays[] = {
    "deadline.monday", "deadline.tuesday",  "deadline.wednesday", "deadline.thursday",
    "deadline.friday", "deadline.saturday", "deadline.sunday"};

std::string two(int n) { return {char('0' + n / 10), char('0' + n % 10)}; }

std::string clock_words(int minutes) { return two(minutes / 60) + ":" + two(minutes % 60); }

std::string_view count_key(Unit unit) {
  switch (unit) {
    case Unit::hours: return "deadline.hours";
    case Unit::days: return "deadline.days";
    case Unit::months: return "deadline.months";
    case Unit::years: return "deadline.years";
    case Unit::working_days: break;
  }
  return "deadline.working_days";
}

std::string_view why_key(Why why) {
  switch (why) {
    case Why::supplement: return "deadline.why_supplement";
    case Why::payment: return "deadline.why_payment";
    case Why::stopped: return "deadline.why_stopped";
    case Why::other: break;
  }
  return "deadline.why_other";
}

std::string_view when_key(Why why) {
  switch (why) {
    case Why::supplement: return "deadline.when_supplement";
    case Why::payment: return "deadline.when_payment";
    case Why::stopped: return "deadline.when_stopped";
    case Why::other: break;
  }
  return "deadline.when_other";
}

/// The words for one day, or for several.
std::string stretch(const Voice& voice, const Step& step, std::string_view one,
                    std::string_view several) {
  const Words& words = voice.words;
  const std::string& name = step.name.in(voice.language);
  if (step.first == step.last) {
    return words(one, {{"day", day_words(words, step.first)}, {"name", name}});
  }
  return words(several, {{"first", day_words(words, step.first)},
                         {"last", day_words(words, step.last)},
                         {"name", name}});
}

/// Of a day with another one that explains it.
std::string paired(const Voice& voice, const Step& step, std::string_view key) {
  const Words& words = voice.words;
  return words(key, {{"day", day_words(words, step.first)},
                     {"other", day_words(words, step.other)},
                     {"name", step.name.in(voice.language)}});
}

std::string counted(const Words& words, const Step& step, std::string_view several) {
  const std::string number = words.number(step.number), last = words.number(step.number_last);
  const std::string day = day_words(words, step.first);
  if (step.first == step.last) return words("deadline.step_counted", {{"n", number}, {"day", day}});
  return words(several,
               {{"n", number}, {"m", last}, {"first", day}, {"last", day_words(words, step.last)}});
}

std::string counted_time(const Words& words, const Step& step) {
  const std::string time = time_words(words, step.count), first = day_words(words, step.first);
  if (step.first == step.last) return words("deadline.step_time", {{"time", time}, {"day", first}});
  return words("deadline.step_time_run",
               {{"time", time}, {"first", first}, {"last", day_words(words, step.last)}});
}

std::string paused(const Words& words, const Step& step) {
  const std::string from = moment_words(words, step.at);
  const std::string_view why = words(why_key(step.why));
  if (step.until == 0) return words("deadline.step_paused_open", {{"why", why}, {"from", from}});
  const std::string until = moment_words(words, step.until);
  if (step.count == 0) {
    return words("deadline.step_paused_short", {{"why", why}, {"from", from}, {"until", until}});
  }
  return words("deadline.step_paused", {{"why", why},
                                        {"from", from},
                                        {"until", until},
                                        {"lost", amount_words(words, step.count, step.unit)}});
}

std::string years(const Words& words, const Step& step, std::string_view key) {
  std::string year = std::to_string(step.number);
  if (step.number_last > step.number) year += "–" + std::to_string(step.number_last);
  return words(key, {{"year", year}});
}

std::string one_day(const Words& words, const Step& step, std::string_view key) {
  return words(key, {{"day", day_words(words, step.first)}});
}

std::string one_moment(const Words& words, const Step& step, std::string_view key) {
  return words(key, {{"at", moment_words(words, step.at)}, {"clock", clock_words(step.clock)}});
}

}  // namespace

std::string day_words(const Words& words, Day day) {
  return words("deadline.day", {{"weekday", words(weekdays[weekday(day)])},
                                {"date", form::date_words(words, form::from_day(day))}});
}

std::string moment_words(const Words& words, Moment moment) {
  return words("deadline.moment", {{"time", clock_words(second_of(moment) / 60)},
                                   {"day", day_words(words, day_of(moment))}});
}

std::string time_words(const Words& words, std::int64_t seconds) {
  const std::int64_t minutes = seconds / 60;
  const std::string hours = words.count("deadline.hours", minutes / 60);
  if (minutes < 60) return words.count("deadline.minutes", minutes);
  if (minutes % 60 == 0) return hours;
  return words("deadline.hours_minutes",
               {{"hours", hours}, {"minutes", words.count("deadline.minutes", minutes % 60)}});
}

std::string amount_words(const Words& words, std::int64_t count, Unit unit) {
  return unit == Unit::hours ? time_words(words, count) : words.count(count_key(unit), count);
}

std::string sentence(const Voice& voice, const Step& step) {
  const Words& words = voice.words;
  switch (step.kind) {
    case Kind::limit:
      return words("deadline.step_limit",
                   {{"limit", words.count(count_key(step.unit), step.count)}});
    case Kind::received: return one_moment(words, step, "deadline.step_received");
    case Kind::cut_off: return one_moment(words, step, "deadline.step_cut_off");
    case Kind::same_day:
      return words("deadline.step_same_day", {{"clock", clock_words(step.clock)}});
    case Kind::receipt_day: return one_day(words, step, "deadline.step_receipt_day");
    case Kind::span:
      return words("deadline.step_span", {{"day", day_words(words, step.last)},
                                          {"days", words.count("deadline.days", step.count)}});
    case Kind::counted:
      return counted(words, step,
                     step.free > 0 ? "deadline.step_counted_free" : "deadline.step_counted_run");
    case Kind::counted_days: return counted(words, step, "deadline.step_all_days");
    case Kind::counted_time: return counted_time(words, step);
    case Kind::holiday:
      return stretch(voice, step, "deadline.step_holiday", "deadline.step_holiday_run");
    case Kind::moved: return paired(voice, step, "deadline.step_moved");
    case Kind::swapped: return paired(voice, step, "deadline.step_swapped");
    case Kind::make_up: return paired(voice, step, "deadline.step_make_up");
    case Kind::closed:
      return stretch(voice, step, "deadline.step_closed", "deadline.step_closed_run");
    case Kind::own: return paired(voice, step, "deadline.step_own");
    case Kind::paused: return paused(words, step);
    case Kind::interrupted: return one_day(words, step, "deadline.step_interrupted");
    case Kind::again: return one_day(words, step, "deadline.step_again");
    case Kind::last_day_off:
      return words("deadline.step_last_day_off", {{"first", day_words(words, step.first)},
                                                  {"last", day_words(words, step.last)}});
    case Kind::year_computed: return years(words, step, "deadline.step_year_computed");
    case Kind::year_absent: return years(words, step, "deadline.step_year_absent");
    case Kind::year_unverified: return years(words, step, "deadline.step_year_unverified");
    case Kind::due: return one_moment(words, step, "deadline.step_due");
    case Kind::standing:
      return words("deadline.step_standing", {{"from", moment_words(words, step.at)},
                                              {"left", amount_words(words, step.count, step.unit)},
                                              {"when", words(when_key(step.why))}});
  }
  return {};
}

std::vector<std::string> sentences(const Voice& voice, const Working& working) {
  std::vector<std::string> list;
  list.reserve(working.size());
  for (const Step& step : working) list.push_back(sentence(voice, step));
  return list;
}

}  // namespace motcua::deadline
