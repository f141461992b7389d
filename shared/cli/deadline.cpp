#include <algorithm>
#include <charconv>

#include "shared/cli/all.h"
#include "shared/cli/assets.h"
#include "shared/cli/files.h"
#include "shared/cli/options.h"
#include "shared/cli/system.h"
#include "shared/deadline/lateness_words.h"
#include "shared/deadline/sentences.h"
#include "shared/form/date.h"
#include "shared/record/state.h"

namespace motcua::cli {
namespace {

using namespace deadline;

constexpr std::size_t largest = 4 << 20;
constexpr std::size_t shown = 40;  // bytes of what was not understood

Error misuse(std::string what, std::string hint) {
  return fail(Code::usage, std::move(what), std::move(hint));
}

/// "2026-08-28T14:05", seconds as wanted, then "Z" or "+07:00", which is meant when it is not said.
Result<Moment> read_moment(std::string_view text) {
  const Error bad = misuse("not a time: " + std::string(text.substr(0, shown)),
                           "write it as 2026-08-28T14:05+07:00");
  const auto date = form::parse_date(text.substr(0, 10));
  if (!date || !date->whole() || date->year < 1970 || text.size() < 16 || text[10] != 'T')
    return bad;
  const auto clock = read_clock(text.substr(11, 5));
  if (!clock) return bad;
  Moment moment = moment_at(form::first_day(*date), *clock * 60);
  std::string_view rest = text.substr(16);
  if (rest.size() >= 3 && rest[0] == ':') {
    const auto seconds = read_clock("00" + std::string(rest.substr(0, 3)));
    if (!seconds) return bad;
    moment += *seconds;  // "00:SS" reads as so many minutes
    rest.remove_prefix(3);
  }
  if (rest == "Z") return moment + 7 * 3600;
  if (rest.empty() || rest == "+07:00") return moment;
  return bad;
}

/// "5wd", "8h", "10d", "1m", "1y"
Result<Limit> read_limit(std::string_view text) {
  constexpr std::pair<std::string_view, Unit> units[] = {{"wd", Unit::working_days},
                                                         {"h", Unit::hours},
                                                         {"d", Unit::days},
                                                         {"m", Unit::months},
                                                         {"y", Unit::years}};
  Limit limit;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit.value);
  const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  const auto* known = std::find_if(std::begin(units), std::end(units),
                                   [&](const auto& each) { return each.first == unit; });
  if (error != std::errc() || known == std::end(units)) {
    return misuse("not a limit: " + std::string(text.substr(0, shown)),
                  "write 5wd for working days, 8h for hours, or d, m, y");
  }
  limit.unit = known->second;
  return limit;
}

/// "payment@FROM/TO"; without a reason it is for papers, without an end it lasts.
Result<Pause> read_pause(std::string_view text) {
  Why why = Why::supplement;
  if (const auto sign = text.find('@'); sign != std::string_view::npos) {
    constexpr Why all[] = {Why::supplement, Why::payment, Why::stopped, Why::other};
    const auto* known = std::find_if(std::begin(all), std::end(all), [&](Why each) {
      return why_name(each) == text.substr(0, sign);
    });
    if (known == std::end(all)) {
      return misuse(
          "not a reason for a pause: " + std::string(text.substr(0, std::min(sign, shown))),
          "supplement, payment, stopped or other");
    }
    why = *known;
    text.remove_prefix(sign + 1);
  }
  const std::size_t slash = std::min(text.find('/'), text.size());
  const auto from = read_moment(text.substr(0, slash));
  if (!from) return from.error();
  Pause pause{*from, std::nullopt, why};
  if (slash + 1 >= text.size()) return pause;
  const auto to = read_moment(text.substr(slash + 1));
  if (!to) return to.error();
  pause.to = *to;
  return pause;
}

/// "5@2026-08-28T14:05", "supplement-wanted@2026-08-28T14:05"
Result<Change> read_change(std::string_view text) {
  const std::size_t sign = std::min(text.find('@'), text.size());
  const std::string_view name = text.substr(0, sign);
  Change change;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), change.status);
  if (error != std::errc() || end != name.data() + name.size()) {
    const auto status = record::state_status(name);
    change.status = status ? *status : 0;
  }
  if (sign == text.size() || change.status < record::filed || change.status > record::returned) {
    return misuse("not a status and its time: " + std::string(text.substr(0, shown)),
                  "write it as 5@2026-08-28T14:05 or supplement-wanted@2026-08-28T14:05");
  }
  const auto moment = read_moment(text.substr(sign + 1));
  if (!moment) return moment.error();
  change.at = *moment;
  return change;
}

Result<std::vector<Change>> read_history(const Options& options) {
  std::vector<Change> history;
  for (const std::string& each : options.all("history")) {
    for (std::size_t from = 0; from <= each.size();) {
      const std::size_t comma = std::min(each.find(',', from), each.size());
      const auto change = read_change(std::string_view(each).substr(from, comma - from));
      if (!change) return change.error();
      history.push_back(*change);
      from = comma + 1;
    }
  }
  return history;
}

/// "TIME", or "TIME@WHEN" when it was given at WHEN.
Result<std::optional<Appointment>> read_appointment(const Options& options) {
  const auto given = options.one("appointment");
  if (!given) return std::optional<Appointment>();
  const std::string_view text = *given;
  const std::size_t sign = std::min(text.find('@'), text.size());
  const auto due = read_moment(text.substr(0, sign));
  if (!due) return due.error();
  Appointment appointment{*due, 0};
  if (sign < text.size()) {
    const auto when = read_moment(text.substr(sign + 1));
    if (!when) return when.error();
    appointment.given = *when;
  }
  return std::optional(appointment);
}

Result<Limit> read_whole_limit(const Options& options) {
  const auto text = options.one("limit");
  if (!text) return misuse("how long it may take is not said", "--limit 5wd");
  auto limit = read_limit(*text);
  if (!limit) return limit.error();
  if (const auto clock = options.one("same-day-before")) {
    limit->same_day_before = read_clock(*clock);
    if (!limit->same_day_before) {
      return misuse("not a time of the day: " + clock->substr(0, shown), "write it as 15:00");
    }
  }
  return limit;
}

Result<Asked> read_asked(const Options& options) {
  const auto received = options.one("received");
  if (!received) {
    return misuse("when it was received is not said", "--received 2026-08-28T14:05+07:00");
  }
  if (options.has("appointment") || options.has("now")) {
    return misuse("whether it was in time takes its history", "--history 2@2026-08-28T14:05");
  }
  Asked asked;
  const auto moment = read_moment(*received);
  if (!moment) return moment.error();
  asked.received = *moment;
  const auto limit = read_whole_limit(options);
  if (!limit) return limit.error();
  asked.limit = *limit;
  for (const std::string& text : options.all("pause")) {
    const auto pause = read_pause(text);
    if (!pause) return pause.error();
    asked.pauses.push_back(*pause);
  }
  return asked;
}

template <class T>
Result<T> read_file(const std::string& path, Result<T> (*parse)(std::string_view)) {
  const auto text = read_whole(path, largest);
  if (!text) return text.error();
  auto data = parse(text->view());
  if (!data) return fail(data.error().code, path + ": " + data.error().message, data.error().hint);
  return data;
}

using Lines = std::vector<std::string>;

Result<Lines> say_due(const Options& options, const Timetable& timetable, const Voice& voice) {
  const auto asked = read_asked(options);
  if (!asked) return asked.error();
  const auto found = deadline::deadline(timetable, *asked);
  if (!found) return found.error();
  return sentences(voice, found->working);
}

/// How it was counted, then whether it was in time and why.
Result<Lines> say_lateness(const Options& options, const Timetable& timetable, const Voice& voice) {
  if (options.has("received") || options.has("pause")) {
    return misuse("the history says when it was received and when the clock stood still",
                  "leave --received and --pause away");
  }
  const auto history = read_history(options);
  if (!history) return history.error();
  const auto appointment = read_appointment(options);
  if (!appointment) return appointment.error();
  const auto limit = read_whole_limit(options);
  if (!limit) return limit.error();
  Moment now = unix_now();
  if (const auto text = options.one("now")) {
    const auto moment = read_moment(*text);
    if (!moment) return moment.error();
    now = *moment;
  }
  const auto found = lateness(timetable, std::optional(*limit), *history, now, *appointment);
  if (!found) return found.error();
  Lines lines = sentences(voice, found->deadline.working);
  lines.push_back(outcome_sentence(voice.words, *found));
  for (auto& each : reason_sentences(voice.words, *found)) lines.push_back(std::move(each));
  return lines;
}

Status run(const Arguments& arguments) {
  constexpr OptionSpec specs[] = {
      {"received", true},    {"limit", true},         {"same-day-before", true},
      {"pause", true, true}, {"history", true, true}, {"appointment", true},
      {"now", true},         {"office", true},        {"calendar", true},
      {"lang", true},        {"assets", true}};
  const auto options = Options::parse(arguments, specs, 0, 0);
  if (!options) return options.error();
  const std::string language = options->one("lang").value_or("vi");
  if (language != "vi" && language != "en") return misuse("the language is not known", "vi or en");

  const std::string assets = assets_folder(options->one("assets"));
  const auto words = read_file(assets + "/words/" + language + ".json", text::Words::parse);
  if (!words) return words.error();
  const auto calendar =
      read_file(options->one("calendar").value_or(assets + "/calendar/vn.json"), parse_calendar);
  if (!calendar) return calendar.error();
  const auto office =
      read_file(options->one("office").value_or(assets + "/calendar/office.json"), parse_office);
  if (!office) return office.error();

  const Timetable timetable(*calendar, *office);
  const auto say = options->has("history") ? say_lateness : say_due;
  const auto lines = say(*options, timetable, {*words, language});
  if (!lines) return lines.error();
  std::string text;
  for (const std::string& each : *lines) text += each + "\n";
  auto output = Output::open(std::nullopt);
  return output ? output->write(text) : Status(output.error());
}

}  // namespace

const Command deadline_command = {
    "deadline",
    "deadline --limit 5wd|8h|10d|1m|1y [--same-day-before 15:00] --received TIME "
    "[--pause [REASON@]FROM/[TO]]...  |  --history STATUS@TIME[,...] [--appointment TIME[@GIVEN]] "
    "[--now TIME]; either [--office FILE] [--calendar FILE] [--lang vi|en] [--assets DIR]",
    "say when a dossier is due, and how that was counted; of a history, whether it is in time",
    run};

}  // namespace motcua::cli
