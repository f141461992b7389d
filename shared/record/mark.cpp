#include "shared/record/mark.h"

#include <algorithm>
#include <array>

#include "shared/codec/hex.h"
#include "shared/record/lines.h"
#include "shared/record/number.h"
#include "shared/record/state.h"
#include "shared/record/time.h"

namespace motcua::record {
namespace {

constexpr std::string_view format = "motcua.mark/1";
constexpr std::array<std::string_view, 9> keys = {
    "submission", "axis", "sequence", "state", "event", "time", "unit", "body", "message"};
constexpr std::uint64_t most_marks = 1000;      // of one axis
constexpr std::uint64_t most_events = 1000000;  // of one dossier

constexpr std::array<std::string_view, 3> axes = {"payment", "delivery", "synchronisation"};

struct Row {
  Axis axis;
  std::string_view state;
  std::array<std::string_view, 3> next;  // filled up with ""
};
constexpr std::array<Row, 14> rows = {{
    {Axis::payment, "", {"wanted"}},
    {Axis::payment, "wanted", {"paid", "waived"}},
    {Axis::payment, "paid", {"wanted", "refunded"}},
    {Axis::payment, "waived", {"wanted"}},
    {Axis::payment, "refunded", {"wanted"}},
    {Axis::delivery, "", {"ready", "sent", "delivered"}},
    {Axis::delivery, "ready", {"sent", "delivered"}},
    {Axis::delivery, "sent", {"delivered", "came-back"}},
    {Axis::delivery, "came-back", {"ready", "sent", "delivered"}},
    {Axis::delivery, "delivered", {}},
    {Axis::synchronisation, "", {"sent"}},
    {Axis::synchronisation, "sent", {"confirmed", "failed"}},
    {Axis::synchronisation, "failed", {"sent"}},
    {Axis::synchronisation, "confirmed", {"sent"}},
}};

const Row* row(Axis axis, std::string_view state) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& each) {
    return each.axis == axis && each.state == state;
  });
  return found == rows.end() ? nullptr : &*found;
}

/// Who gets no result owes nothing more, and what has not ended is not brought home.
bool has_place(Axis axis, std::string_view state, int status) {
  if (axis == Axis::delivery) return ended(status);
  return state != "wanted" || !ended(status) || has_result(status);
}

const Marked* last_of(Axis axis, std::span<const Marked> marks) {
  const auto found = std::find_if(marks.rbegin(), marks.rend(),
                                  [&](const Marked& each) { return each.axis == axis; });
  return found == marks.rend() ? nullptr : &*found;
}

bool hash_ok(std::string_view text) { return codec::hex_decode_array<32>(text).ok(); }

Error bad(std::string_view key) {
  return fail(Code::invalid, "\"" + std::string(key) + "\" of the mark is not as it must be");
}

Status check(const Mark& of) {
  if (!number_ok(of.submission)) return bad("submission");
  if (of.sequence < 1 || of.sequence > most_marks) return bad("sequence");
  if (of.state.empty() || row(of.axis, of.state) == nullptr) return bad("state");
  if (of.event > most_events) return bad("event");
  if (!parse_time(of.time)) return bad("time");
  if (!unit_code_ok(of.unit)) return bad("unit");
  if (!hash_ok(of.body)) return bad("body");
  if (of.message != "-" && !hash_ok(of.message)) return bad("message");
  if (of.axis == Axis::synchronisation && of.message != "-") {
    return fail(Code::invalid, "a mark of synchronisation has no message: no person is told of it",
                "put the words for the applicant into an event or another mark");
  }
  return {};
}

Status check_event(const Mark& mark, const Marked* before, std::uint64_t last_event) {
  if (mark.event > last_event) {
    return fail(Code::refused, "the event that this mark stands on is missing",
                "load the dossier's events again");
  }
  if (before == nullptr) return {};
  // What the other system says, it says of what it was sent.
  const bool reply = mark.axis == Axis::synchronisation && before->state == "sent";
  if (reply ? mark.event == before->event : mark.event >= before->event) return {};
  return fail(Code::refused, "this mark stands on another event than it must",
              "load the dossier's marks again");
}

}  // namespace

std::string_view axis_name(Axis axis) { return axes[static_cast<std::size_t>(axis)]; }

std::optional<Axis> axis_named(std::string_view name) {
  const auto found = std::find(axes.begin(), axes.end(), name);
  if (found == axes.end()) return std::nullopt;
  return static_cast<Axis>(found - axes.begin());
}

std::string_view axis_state(Axis axis, std::span<const Marked> marks) {
  const Marked* last = last_of(axis, marks);
  return last == nullptr ? std::string_view{} : last->state;
}

std::vector<std::string_view> next_marks(Axis axis, std::string_view state, int status) {
  std::vector<std::string_view> next;
  if (const Row* found = row(axis, state); found != nullptr) {
    std::copy_if(
        found->next.begin(), found->next.end(), std::back_inserter(next),
        [&](std::string_view each) { return !each.empty() && has_place(axis, each, status); });
  }
  return next;
}

Result<std::string> mark_text(const Mark& of) {
  if (auto status = check(of); !status) return status.error();
  const std::array<std::string, 9> values = {of.submission,
                                             std::string(axis_name(of.axis)),
                                             std::to_string(of.sequence),
                                             of.state,
                                             std::to_string(of.event),
                                             of.time,
                                             of.unit,
                                             of.body,
                                             of.message};
  return write_lines(format, keys, values);
}

Result<Mark> parse_mark_text(std::string_view text) {
  auto values = read_lines(text, format, keys);
  if (!values) return values.error();
  const std::vector<std::string>& value = *values;
  const auto axis = axis_named(value[1]);
  const auto sequence = read_decimal(value[2]);
  const auto event = read_decimal(value[4]);
  if (!axis) return bad("axis");
  if (!sequence) return bad("sequence");
  if (!event) return bad("event");
  Mark of{value[0], *axis, *sequence, value[3], *event, value[5], value[6], value[7], value[8]};
  if (auto status = check(of); !status) return status.error();
  return of;
}

Result<std::string> make_mark(const Mark& of, const sign::NoteSigner& unit) {
  if (unit.name != of.unit) {
    return fail(Code::refused, "the key is not the acting unit's",
                "sign with the key file of unit " + of.unit);
  }
  auto text = mark_text(of);
  if (!text) return text.error();
  return sign::sign_note(*text, {&unit, 1});
}

Status check_mark(const Mark& mark, std::span<const Marked> marks, std::span<const Step> events) {
  const Marked* before = last_of(mark.axis, marks);
  const std::uint64_t last = before == nullptr ? 0 : before->sequence;
  if (mark.sequence <= last) {
    return fail(Code::duplicate, "a mark with this sequence number is there already",
                "load the dossier again, then decide anew");
  }
  if (mark.sequence != last + 1) {
    return fail(Code::refused, "a mark before this one is missing", "load the dossier again");
  }
  const Step step = events.empty() ? Step{0, filed} : events.back();
  if (auto status = check_event(mark, before, step.sequence); !status) return status;
  const std::string_view state = before == nullptr ? std::string_view{} : before->state;
  const auto allowed = next_marks(mark.axis, state, step.status);
  if (std::find(allowed.begin(), allowed.end(), mark.state) != allowed.end()) return {};
  return fail(Code::refused,
              "\"" + mark.state + "\" may not follow \"" +
                  std::string(state.empty() ? "-" : state) + "\" on the axis " +
                  std::string(axis_name(mark.axis)) + " of this dossier",
              allowed.empty() ? "nothing may follow here now"
                              : "one that may is \"" + std::string(allowed.front()) + "\"");
}

Result<Mark> verify_mark(std::string_view note, const UnitKeys& units,
                         std::optional<std::uint64_t> index) {
  auto parsed = sign::parse_note(note);
  if (!parsed) return parsed.error();
  auto of = parse_mark_text(parsed->text);
  if (!of) return of.error();
  const auto signature = verify_unit_note(note, of->unit, units, {*parse_time(of->time), index});
  if (!signature) return signature.error();
  return of;
}

}  // namespace motcua::record
