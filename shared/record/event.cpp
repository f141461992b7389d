#include "shared/record/event.h"

#include <algorithm>
#include <array>

#include "shared/codec/hex.h"
#include "shared/record/lines.h"
#include "shared/record/number.h"
#include "shared/record/state.h"
#include "shared/record/time.h"

namespace motcua::record {
namespace {

constexpr std::string_view format = "motcua.event/1";
constexpr std::array<std::string_view, 9> keys = {
    "submission", "sequence", "status", "state", "time", "unit", "body", "message", "code"};

bool hash_ok(std::string_view text) { return codec::hex_decode_array<32>(text).ok(); }

bool official_code_ok(std::string_view code) {
  return code.size() >= 8 && code.size() <= 40 && std::all_of(code.begin(), code.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
         });
}

Error bad(std::string_view key) {
  return fail(Code::invalid, "\"" + std::string(key) + "\" of the event is not as it must be");
}

Status check_event(const Event& event) {
  if (!number_ok(event.submission)) return bad("submission");
  if (event.sequence < 1 || event.sequence > 1'000'000) return bad("sequence");
  if (event.state.empty() || state_name(event.status) != event.state) {
    return fail(Code::invalid, "state and status of the event do not belong together");
  }
  if (!parse_time(event.time)) return bad("time");
  if (!unit_code_ok(event.unit)) return bad("unit");
  if (!hash_ok(event.body)) return bad("body");
  if (event.message != "-" && !hash_ok(event.message)) return bad("message");
  if (event.code != "-" && !official_code_ok(event.code)) return bad("code");
  return {};
}

}  // namespace

bool unit_code_ok(std::string_view code) {
  return !code.empty() && code.size() <= 32 && std::all_of(code.begin(), code.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
  });
}

Result<std::string> event_text(const Event& event) {
  if (auto status = check_event(event); !status) return status.error();
  const std::array<std::string, 9> values = {event.submission,
                                             std::to_string(event.sequence),
                                             std::to_string(event.status),
                                             event.state,
                                             event.time,
                                             event.unit,
                                             event.body,
                                             event.message,
                                             event.code};
  return write_lines(format, keys, values);
}

Result<Event> parse_event_text(std::string_view text) {
  auto values = read_lines(text, format, keys);
  if (!values) return values.error();
  const std::vector<std::string>& value = *values;
  const auto sequence = read_decimal(value[1]);
  const auto status = read_decimal(value[2]);
  if (!sequence) return bad("sequence");
  if (!status || status.value() > 10) return bad("status");
  Event event{value[0], sequence.value(), static_cast<int>(status.value()),
              value[3], value[4],         value[5],
              value[6], value[7],         value[8]};
  if (auto checked = check_event(event); !checked) return checked.error();
  return event;
}

Result<std::string> make_event(const Event& event, const sign::NoteSigner& unit) {
  if (unit.name != event.unit) {
    return fail(Code::refused, "the key is not the acting unit's",
                "sign with the key file of unit " + event.unit);
  }
  auto text = event_text(event);
  if (!text) return text.error();
  return sign::sign_note(*text, {&unit, 1});
}

Status check_next(const Event& event, std::span<const Step> history) {
  const Step last = history.empty() ? Step{0, filed} : history.back();
  if (event.sequence <= last.sequence) {
    return fail(Code::duplicate, "an event with this sequence number is there already",
                "load the dossier's events again, then decide anew");
  }
  if (event.sequence != last.sequence + 1) {
    return fail(Code::refused, "an event before this one is missing",
                "load the dossier's events again");
  }
  if (!may_follow(last.status, event.status)) {
    const std::string before =
        last.status == filed ? "filed" : std::string(state_name(last.status));
    return fail(Code::refused, "\"" + event.state + "\" may not follow \"" + before + "\"",
                next_statuses(last.status).empty() ? "this dossier is closed"
                                                   : "choose a state that may follow");
  }
  return {};
}

Result<SignedEvent> verify_event(std::string_view note, const UnitKeys& units,
                                 std::optional<std::uint64_t> index) {
  auto parsed = sign::parse_note(note);
  if (!parsed) return parsed.error();
  auto event = parse_event_text(parsed->text);
  if (!event) return event.error();
  auto signature = verify_unit_note(note, event->unit, units, {*parse_time(event->time), index});
  if (!signature) return signature.error();
  return SignedEvent{std::move(*event), std::move(*signature)};
}

}  // namespace motcua::record
