#include "shared/feedback/answer.h"

#include <array>

#include "shared/codec/hex.h"
#include "shared/feedback/feedback.h"
#include "shared/record/lines.h"
#include "shared/record/number.h"
#include "shared/record/time.h"

namespace motcua::feedback {
namespace {

constexpr std::string_view format = "motcua.answer/1";
constexpr std::array<std::string_view, 8> keys = {"submission", "feedback", "sequence", "step",
                                                  "time",       "unit",     "body",     "message"};
constexpr std::uint64_t most_steps = 100;

bool hash_ok(std::string_view text) { return codec::hex_decode_array<32>(text).ok(); }

Error bad(std::string_view key) {
  return fail(Code::invalid, "\"" + std::string(key) + "\" of the answer is not as it must be");
}

bool silent(Step step) { return step == Step::forwarded || step == Step::published; }

Status check(const Answer& of) {
  if (!record::number_ok(of.submission)) return bad("submission");
  if (of.feedback < 1 || of.feedback > most) return bad("feedback");
  if (of.sequence < 1 || of.sequence > most_steps) return bad("sequence");
  if (!record::parse_time(of.time)) return bad("time");
  if (!record::unit_code_ok(of.unit)) return bad("unit");
  if (!hash_ok(of.body)) return bad("body");
  if (of.message == "-" ? !silent(of.step) : !hash_ok(of.message)) return bad("message");
  return {};
}

}  // namespace

Result<std::string> answer_text(const Answer& of) {
  if (auto status = check(of); !status) return status.error();
  const std::array<std::string, 8> values = {of.submission,
                                             std::to_string(of.feedback),
                                             std::to_string(of.sequence),
                                             std::string(step_name(of.step)),
                                             of.time,
                                             of.unit,
                                             of.body,
                                             of.message};
  return record::write_lines(format, keys, values);
}

Result<Answer> parse_answer_text(std::string_view text) {
  auto values = record::read_lines(text, format, keys);
  if (!values) return values.error();
  const std::vector<std::string>& value = *values;
  const auto number = record::read_decimal(value[1]);
  const auto sequence = record::read_decimal(value[2]);
  const auto step = step_named(value[3]);
  if (!number) return bad("feedback");
  if (!sequence) return bad("sequence");
  if (!step) return bad("step");
  Answer of{value[0], *number, *sequence, *step, value[4], value[5], value[6], value[7]};
  if (auto status = check(of); !status) return status.error();
  return of;
}

Result<std::string> make_answer(const Answer& of, const sign::NoteSigner& unit) {
  if (unit.name != of.unit) {
    return fail(Code::refused, "the key is not the acting unit's",
                "sign with the key file of unit " + of.unit);
  }
  auto text = answer_text(of);
  if (!text) return text.error();
  return sign::sign_note(*text, {&unit, 1});
}

Result<Answer> verify_answer(std::string_view note, const record::UnitKeys& units,
                             std::optional<std::uint64_t> index) {
  auto parsed = sign::parse_note(note);
  if (!parsed) return parsed.error();
  auto of = parse_answer_text(parsed->text);
  if (!of) return of.error();
  const auto signature =
      record::verify_unit_note(note, of->unit, units, {*record::parse_time(of->time), index});
  if (!signature) return signature.error();
  return of;
}

}  // namespace motcua::feedback
