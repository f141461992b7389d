#include "shared/feedback/feedback.h"

#include <array>

#include "shared/codec/hex.h"
#include "shared/record/lines.h"
#include "shared/record/number.h"
#include "shared/record/time.h"

namespace motcua::feedback {
namespace {

constexpr std::string_view format = "motcua.feedback/1";
constexpr std::array<std::string_view, 7> keys = {"submission", "number", "kind",   "about",
                                                  "time",       "body",   "message"};

bool hash_ok(std::string_view text) { return codec::hex_decode_array<32>(text).ok(); }

Error bad(std::string_view key) {
  return fail(Code::invalid, "\"" + std::string(key) + "\" of the feedback is not as it must be");
}

Status check(const Feedback& of) {
  if (!record::number_ok(of.submission)) return bad("submission");
  if (of.number < 1 || of.number > most) return bad("number");
  const bool adds = of.kind == Kind::addition;
  if (adds ? of.about < 1 || of.about >= of.number : of.about != 0) return bad("about");
  if (!record::parse_time(of.time)) return bad("time");
  if (!hash_ok(of.body)) return bad("body");
  const bool silent = of.message == "-" && of.kind == Kind::withdrawal;
  if (!silent && !hash_ok(of.message)) return bad("message");
  return {};
}

}  // namespace

Result<std::string> feedback_text(const Feedback& of) {
  if (auto status = check(of); !status) return status.error();
  const std::array<std::string, 7> values = {of.submission,
                                             std::to_string(of.number),
                                             std::string(kind_name(of.kind)),
                                             of.about == 0 ? "-" : std::to_string(of.about),
                                             of.time,
                                             of.body,
                                             of.message};
  return record::write_lines(format, keys, values);
}

Result<Feedback> parse_feedback_text(std::string_view text) {
  auto values = record::read_lines(text, format, keys);
  if (!values) return values.error();
  const std::vector<std::string>& value = *values;
  const auto number = record::read_decimal(value[1]);
  const auto kind = kind_named(value[2]);
  const auto about = record::read_decimal(value[3]);
  if (!number) return bad("number");
  if (!kind) return bad("kind");
  if (value[3] != "-" && (!about || *about == 0)) return bad("about");
  Feedback of{value[0], *number, *kind, value[3] == "-" ? 0 : *about, value[4], value[5], value[6]};
  if (auto status = check(of); !status) return status.error();
  return of;
}

std::string feedback_comment(const DraftId& draft) {
  return std::string(format) + " draft:" + codec::hex_encode(draft) + " purpose:feedback";
}

Result<std::string> sign_feedback(std::string_view text, const DraftId& draft,
                                  const sign::SecretKey& key) {
  auto signature = sign::sign(key, codec::blake2b_512(bytes_of(text)), feedback_comment(draft));
  if (!signature) return signature.error();
  return sign::signature_text(*signature);
}

Result<Feedback> verify_feedback(std::string_view text, std::string_view signature,
                                 const Applicant& applicant) {
  auto of = parse_feedback_text(text);
  if (!of) return of.error();
  const Error unsigned_ = fail(Code::signature, "the applicant did not sign this feedback",
                               "send it again from the device that holds the dossier's keys");
  auto parsed = sign::parse_signature(signature);
  if (!parsed || parsed->trusted_comment != feedback_comment(applicant.draft)) return unsigned_;
  if (!sign::verify(applicant.sign, codec::blake2b_512(bytes_of(text)), *parsed)) return unsigned_;
  return of;
}

}  // namespace motcua::feedback
