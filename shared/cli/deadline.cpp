#include <algorithm>
#include <charconv>

#include "shared/cli/all.h"
#include "shared/cli/assets.h"
#include "shared/cli/files.h"
#include "shared/cli/options.h"
#include "shared/deadline/deadline.h"
#include "shared/deadline/sentences.h"
#include "shared/form/date.h"

namespace motcua::cli {
namespace {

using namespace deadline;

constexpr std::size_t largest = 4 << 20;

Error misuse(std::string what, std::string hint) {
  return fail(Code::usage, std::move(what), std::move(hint));
}

/// "2026-08-28T14:05", seconds as wanted, then "Z" or "+07:00", which is meant when it is not said.
Result<Moment> read_moment(std::string_view text) {
  const Error bad = misuse("not a time: " + std::string(text.substr(0, 40)),
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
    return misuse("not a limit: " + std::string(text.substr(0, 40)),
                  "write 5wd for working days, 8h for hours, or d, m, y");
  }
  limit.unit = known->second;
  return limit;
}

Result<Pause> read_pause(std::string_view text) {
  const std::size_t slash = std::min(text.find('/'), text.size());
  const auto from = read_moment(text.substr(0, slash));
  if (!from) return from.error();
  Pause pause{*from, std::nullopt, Why::supplement};
  if (slash + 1 >= text.size()) return pause;
  const auto to = read_moment(text.substr(slash + 1));
  if (!to) return to.error();
  pause.to = *to;
  return pause;
}

Result<Asked> read_asked(const Options& options) {
  const auto received = options.one("received"), limit = options.one("limit");
  if (!received || !limit) {
    return misuse("when it was received and how long it may take is not said",
                  "--received 2026-08-28T14:05+07:00 --limit 5wd");
  }
  Asked asked;
  const auto moment = read_moment(*received);
  if (!moment) return moment.error();
  asked.received = *moment;
  const auto time = read_limit(*limit);
  if (!time) return time.error();
  asked.limit = *time;
  if (const auto clock = options.one("same-day-before")) {
    asked.limit.same_day_before = read_clock(*clock);
    if (!asked.limit.same_day_before) {
      return misuse("not a time of the day: " + clock->substr(0, 40), "write it as 15:00");
    }
  }
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

Status run(const Arguments& arguments) {
  constexpr OptionSpec specs[] = {
      {"received", true},    {"limit", true},           {"office", true}, {"calendar", true},
      {"pause", true, true}, {"same-day-before", true}, {"lang", true},   {"assets", true}};
  const auto options = Options::parse(arguments, specs, 0, 0);
  if (!options) return options.error();
  const auto asked = read_asked(*options);
  if (!asked) return asked.error();
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

  const auto found = deadline::deadline(Timetable(*calendar, *office), *asked);
  if (!found) return found.error();
  std::string lines;
  for (const std::string& each : sentences({*words, language}, found->working)) {
    lines += each + "\n";
  }
  auto output = Output::open(std::nullopt);
  return output ? output->write(lines) : Status(output.error());
}

}  // namespace

const Command deadline_command = {
    "deadline",
    "deadline --received TIME --limit 5wd|8h|10d|1m|1y [--same-day-before 15:00] "
    "[--pause FROM/[TO]]... [--office FILE] [--calendar FILE] [--lang vi|en] [--assets DIR]",
    "say when a dossier is due, and how that was counted", run};

}  // namespace motcua::cli
