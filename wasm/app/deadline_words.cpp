#include "wasm/app/deadline_words.h"

#include "shared/codec/members.h"
#include "shared/deadline/sentences.h"
#include "shared/deadline/working_json.h"
#include "shared/record/time.h"

namespace motcua::app {
namespace {

using codec::Json;
using codec::Members;
using deadline::Moment;

constexpr std::int64_t most = 10'000'000'000;

struct Key {
  std::string_view name, key;
};

constexpr Key outcomes[] = {{"not-started", "deadline.outcome_not_started"},
                            {"refused", "deadline.outcome_refused"},
                            {"running", "deadline.outcome_running"},
                            {"paused", "deadline.outcome_paused"},
                            {"early", "deadline.outcome_early"},
                            {"on-time", "deadline.outcome_on_time"},
                            {"late", "deadline.outcome_late"}};

constexpr Key reasons[] = {{"done", "deadline.reason_done"},
                           {"returned", "deadline.reason_returned"},
                           {"stopped", "deadline.reason_stopped"},
                           {"refused", "deadline.reason_refused"},
                           {"withdrawn", "deadline.reason_withdrawn"},
                           {"waiting", "deadline.reason_waiting"},
                           {"unfinished", "deadline.reason_unfinished"},
                           {"waiting-left-out", "deadline.reason_waiting_left_out"},
                           {"many-requests", "deadline.reason_many_requests"},
                           {"after-due", "deadline.reason_after_due"}};

template <std::size_t n>
std::string_view key_of(const Key (&keys)[n], std::string_view name) {
  for (const Key& each : keys)
    if (each.name == name) return each.key;
  return {};
}

/// 0 when it is not there.
Moment read_moment(Members& members, std::string_view name) {
  if (!members.has(name)) return 0;
  const auto moment = record::parse_time(members.text(name, 20));
  if (moment) return *moment;
  members.refuse(name);
  return 0;
}

std::int64_t read_count(Members& members, std::string_view name) {
  return members.has(name) ? members.integer(name, 0, most) : 0;
}

/// The outcome of a history and what it rests on.
void add_outcome(const Words& words, Members& members, DeadlineWords& out) {
  const std::string name = members.text("outcome", 40);
  const std::string at = deadline::moment_words(words, read_moment(members, "compared"));
  const std::int64_t days = read_count(members, "days"), seconds = read_count(members, "seconds");
  const std::string requests = words.number(read_count(members, "requests"));
  bool after_due = false;
  for (const Json& each : members.array("reasons", 20)) {
    const auto* reason = each.get_ptr<const std::string*>();
    const auto key = reason ? key_of(reasons, *reason) : std::string_view();
    members.require(!key.empty(), "reasons");
    after_due = after_due || (reason && *reason == "after-due");
    out.reasons.push_back(words(key, {{"at", at}, {"n", requests}}));
  }
  const auto key = key_of(outcomes, name);
  members.require(!key.empty(), "outcome");
  if (name == "late" && !after_due) {
    out.outcome = words("deadline.outcome_counted_late");
    return;
  }
  const std::string by =
      days > 0 ? words.count("deadline.working_days", days) : deadline::time_words(words, seconds);
  out.outcome = words(key, {{"by", by}});
}

}  // namespace

Result<DeadlineWords> deadline_words(const Words& words, std::string_view language,
                                     std::string_view answer) {
  const auto data = codec::json_parse(answer);
  if (!data) return data.error();
  Members members(*data, "the answer about the deadline");
  DeadlineWords out;
  if (members.has("due")) out.due = deadline::moment_words(words, read_moment(members, "due"));
  if (members.has("may_change")) out.may_change = members.flag("may_change");
  if (members.has("outcome")) add_outcome(words, members, out);
  read_moment(members, "received");
  if (members.has("working")) {
    const auto working = deadline::read_working(members.any("working"));
    if (!working) return working.error();
    out.steps = deadline::sentences({words, language}, *working);
  }
  if (auto status = members.finish(); !status) return status.error();
  return out;
}

}  // namespace motcua::app
