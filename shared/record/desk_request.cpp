#include "shared/record/desk_request.h"

#include <array>

#include "shared/codec/hex.h"
#include "shared/record/lines.h"
#include "shared/record/number.h"
#include "shared/record/time.h"

namespace motcua::record {
namespace {

constexpr std::string_view format = "motcua.request/1";
constexpr std::array<std::string_view, 5> keys = {"unit", "purpose", "subject", "time", "nonce"};

Status check(const DeskRequest& request) {
  const bool of_all = request.purpose == "list" || request.purpose == "state";
  const bool of_one = request.purpose == "fetch" || request.purpose == "event" ||
                      request.purpose == "answer" || request.purpose == "mark";
  const bool subject_ok = of_all ? request.subject == "-" : of_one && number_ok(request.subject);
  if (subject_ok && unit_code_ok(request.unit) && parse_time(request.time).ok() &&
      codec::hex_decode_array<16>(request.nonce).ok()) {
    return {};
  }
  return fail(Code::invalid, "the desk's request is not as it must be");
}

}  // namespace

Result<std::string> make_desk_request(const DeskRequest& request, const sign::NoteSigner& unit) {
  if (auto status = check(request); !status) return status.error();
  if (unit.name != request.unit) {
    return fail(Code::refused, "the key is not the asking unit's",
                "sign with the key file of unit " + request.unit);
  }
  const std::array<std::string, 5> values = {request.unit, request.purpose, request.subject,
                                             request.time, request.nonce};
  auto text = write_lines(format, keys, values);
  if (!text) return text.error();
  return sign::sign_note(*text, {&unit, 1});
}

Result<DeskRequest> verify_desk_request(std::string_view note, const UnitKeys& units,
                                        std::string_view purpose, std::int64_t now,
                                        std::int64_t max_age) {
  auto parsed = sign::parse_note(note);
  if (!parsed) return parsed.error();
  auto values = read_lines(parsed->text, format, keys);
  if (!values) return values.error();
  const std::vector<std::string>& value = *values;
  DeskRequest request{value[0], value[1], value[2], value[3], value[4]};
  if (auto status = check(request); !status) return status.error();
  const Error unknown = fail(Code::signature, "the request is not signed by a unit known here",
                             "use the key file of your unit");
  const auto unit = units.find(request.unit);
  if (unit == units.end() || unit->second.sign.name != request.unit) return unknown;
  if (auto verified = sign::verify_note(note, {&unit->second.sign, 1}); !verified) return unknown;
  if (request.purpose != purpose) {
    return fail(Code::refused, "the request was signed for another purpose");
  }
  const std::int64_t age = now - parse_time(request.time).value();
  if (age > max_age || age < -max_age) {
    return fail(Code::expired, "the request is too old, or from the future",
                "check the clock of this machine, then try again");
  }
  return request;
}

}  // namespace motcua::record
