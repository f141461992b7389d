#include "wasm/app/due.h"

#include <algorithm>

#include "shared/deadline/sentences.h"
#include "shared/record/state.h"
#include "shared/record/time.h"
#include "shared/slip/slip.h"
#include "wasm/app/saying.h"
#include "wasm/app/states.h"

namespace motcua::app {
namespace {

using catalogue::Duration;
using deadline::Limit;
using Outcome = deadline::Lateness::Outcome;

deadline::Unit unit_of(Duration::Unit unit) {
  switch (unit) {
    case Duration::Unit::hours: return deadline::Unit::hours;
    case Duration::Unit::days: return deadline::Unit::days;
    case Duration::Unit::working_days: break;
  }
  return deadline::Unit::working_days;
}

std::optional<Limit> limit_of(const Duration* time) {
  if (!time) return std::nullopt;
  return Limit{.value = time->value,
               .unit = unit_of(time->unit),
               .same_day_before = deadline::read_clock(time->same_day_before)};
}

/// The rule that held on the day when the dossier was filed.
const Duration* time_of(const catalogue::Procedure& procedure, const Draft& draft) {
  const auto filed = record::parse_time(draft.receipt.time);
  if (!filed) return nullptr;
  const auto day = form::to_text(form::from_day(deadline::day_of(*filed)));
  return catalogue::rule_for(procedure.times, {.case_id = draft.case_id, .day = day});
}

std::vector<deadline::Change> history_of(const Draft& draft) {
  std::vector<deadline::Change> history;
  for (const auto& event : draft.events) {
    const auto at = record::parse_time(event.time);
    if (!at || event.status < 1 || event.status > 10) continue;
    history.push_back({static_cast<int>(event.status), *at});
  }
  return history;
}

std::optional<deadline::Moment> moment_in(std::string_view text) {
  const auto moment = record::parse_time(text);
  return moment ? std::optional(*moment) : std::nullopt;
}

struct Promise {
  std::optional<deadline::Moment> newest;  // of a receipt slip or an apology
  bool apology = false;                    // that one is of an apology
  /// What it is judged by: an apology's new day is not (docs/deadlines.md).
  std::optional<deadline::Appointment> judged;
};

/// What the slips 01 and 04 promise.
Promise promise_of(const Draft& draft) {
  Promise promise;
  std::optional<deadline::Moment> before;  // what the first apology says was promised
  for (const auto& event : draft.events) {
    if (event.slip != "01" && event.slip != "04") continue;
    const auto slip = slip::parse_slip(event.text);
    if (!slip) continue;
    const auto* receipt = std::get_if<slip::Receipt>(&slip->what);
    const auto* later = std::get_if<slip::Extension>(&slip->what);
    const auto named = moment_in(receipt ? receipt->due : later ? later->new_due : "");
    if (!named) continue;
    promise.newest = named;
    promise.apology = later != nullptr;
    if (receipt)
      promise.judged = {.due = *named, .given = moment_in(event.time).value_or(0)};
    else if (!before)
      before = moment_in(later->due);
  }
  if (!promise.judged && before) promise.judged = {.due = *before};
  return promise;
}

/// Whose hours count: those of the unit that has received the dossier, or that it was sent to.
const std::string& counting_unit(const Draft& draft) {
  const auto event =
      std::find_if(draft.events.begin(), draft.events.end(),
                   [](const RecordEvent& each) { return each.status == record::received; });
  return event == draft.events.end() ? draft.unit : event->unit;
}

/// When a unit has last signed something about it; the filing, when it has not.
std::string_view last_word(const Draft& draft, std::string_view unit) {
  std::string_view last = draft.receipt.time;
  const auto among = [&](const auto& signed_by) {
    for (const auto& each : signed_by)
      if (each.unit == unit) last = std::max<std::string_view>(last, each.time);
  };
  among(draft.events);
  among(draft.stated);
  among(draft.marks);
  among(draft.answers);
  return last;
}

bool is_silent(const Model& m, const Draft& draft, const std::string& unit) {
  constexpr int most = 2;  // working days
  const auto* hours = hours_of(m, unit);
  const auto since = record::parse_time(last_word(draft, unit)), now = record::parse_time(m.now);
  if (!m.calendar || !hours || !since || !now) return false;
  const deadline::Timetable timetable(*m.calendar, *hours);
  return timetable.working_days(deadline::day_of(*since), deadline::day_of(*now)) > most;
}

bool ends(Outcome outcome) {
  return outcome == Outcome::refused || outcome == Outcome::early || outcome == Outcome::on_time;
}

}  // namespace

std::string filed_version(const Draft& draft) {
  return draft.procedure.empty() || draft.version.empty() ? std::string()
                                                          : draft.procedure + "@" + draft.version;
}

const deadline::Office* hours_of(const Model& m, std::string_view unit) {
  const auto wanted = m.wanted.find(directory_name);
  const bool on_its_way = !m.directory && (wanted == m.wanted.end() || !wanted->second.failed);
  if (on_its_way) return nullptr;
  const auto* entry = m.directory ? find_unit(*m.directory, unit) : nullptr;
  return entry && entry->own_hours ? entry->office.get() : m.office.get();
}

std::optional<std::string> silent_unit(const Model& m, const Draft& draft) {
  if (!draft.events.empty() && is_final(draft.events.back().status)) return std::nullopt;
  for (const auto& unit : {competent_unit(draft), counting_unit(draft)})
    if (is_silent(m, draft, unit)) return unit;
  return std::nullopt;
}

std::optional<Due> due_of(const Model& m, const Draft& draft) {
  const auto procedure = m.procedures.find(filed_version(draft));
  const auto now = record::parse_time(m.now);
  const auto* hours = hours_of(m, counting_unit(draft));
  if (!m.calendar || !hours || procedure == m.procedures.end() || !now) return std::nullopt;
  const auto limit = limit_of(time_of(procedure->second, draft));
  const auto promise = promise_of(draft);
  if (!limit && !promise.judged) return std::nullopt;
  const auto judged = [&](const std::optional<deadline::Appointment>& appointment) {
    return deadline::lateness(deadline::Timetable(*m.calendar, *hours), limit, history_of(draft),
                              *now, appointment);
  };
  auto found = judged(promise.judged);
  if (!found && limit) found = judged(std::nullopt);  // a day that nobody can mean
  if (!found) return std::nullopt;
  const auto& w = words_of(m);
  auto counted = deadline_words(w, m.lang, *found);
  if (promise.apology && found->received) counted.reasons.emplace_back(w("due.apology"));
  const bool over =
      !draft.events.empty() && record::ended(static_cast<int>(draft.events.back().status));
  return Due{
      .promised = promise.newest ? deadline::moment_words(w, *promise.newest) : std::string(),
      .counted = std::move(counted),
      .late = found->outcome == Outcome::late,
      .ended = over || ends(found->outcome)};
}

}  // namespace motcua::app
