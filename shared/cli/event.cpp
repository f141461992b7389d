#include <cstdio>

#include "shared/cli/all.h"
#include "shared/cli/files.h"
#include "shared/cli/options.h"
#include "shared/cli/system.h"
#include "shared/codec/members.h"
#include "shared/record/event.h"
#include "shared/record/lines.h"
#include "shared/record/number.h"
#include "shared/record/state.h"

namespace motcua::cli {
namespace {

/// The signing key of a unit's key file (unit-CODE.keys.json).
Result<sign::NoteSigner> read_unit_key(const std::string& path) {
  auto text = read_whole(path, 64 << 10);
  if (!text) return text.error();
  auto json = codec::json_parse(text->view());
  if (!json) return json.error();
  codec::Members members(*json, "the key file");
  members.require(members.text("format", 40) == "motcua.unit-keys/1", "format");
  const std::string unit = members.text("unit", 32);
  auto signer = sign::parse_signer(members.document("sign", 512));
  members.require(signer.ok() && signer->name == unit, "sign");
  if (auto status = members.finish(true); !status) return status.error();
  return signer;
}

Result<record::Event> read_event(const Options& options, const std::string& unit) {
  record::Event event;
  auto number = record::read_number(options.one("number").value_or(""));
  if (!number) return number.error();
  event.submission = *number;
  auto sequence = record::read_decimal(options.one("sequence").value_or(""));
  if (!sequence) return sequence.error();
  event.sequence = *sequence;
  event.state = options.one("state").value_or("");
  auto status = record::state_status(event.state);
  if (!status) return status.error();
  event.status = *status;
  event.time = options.one("time").value_or(utc_now());
  event.unit = unit;
  event.body = options.one("body").value_or("");
  event.message = options.one("message").value_or("-");
  event.code = options.one("code").value_or("-");
  return event;
}

Status make(const Options& options) {
  const auto path = options.one("keys");
  if (!path) return fail(Code::usage, "no key file is named", "name the unit's with --keys");
  auto unit = read_unit_key(*path);
  if (!unit) return unit.error();
  auto event = read_event(options, unit->name);
  if (!event) return event.error();
  auto note = record::make_event(*event, *unit);
  if (!note) return note.error();
  std::fputs(note->c_str(), stdout);
  return {};
}

Status verify(const Options& options) {
  record::UnitKeys units;
  for (const std::string& text : options.all("unit")) {
    auto key = sign::parse_vkey(text);
    if (!key) return key.error();
    units[key->name] = *key;
  }
  if (units.empty()) {
    return fail(Code::usage, "no unit's key is named",
                "give it with --unit; it stands in the key directory");
  }
  auto note = read_whole(options.position(1), 64 << 10);
  if (!note) return note.error();
  auto event = record::verify_event(note->view(), units);
  if (!event) return event.error();
  std::printf("submission %s: %llu %s, by %s at %s\n",
              record::grouped_number(event->submission).c_str(),
              static_cast<unsigned long long>(event->sequence), event->state.c_str(),
              event->unit.c_str(), event->time.c_str());
  return {};
}

Status run(const Arguments& arguments) {
  constexpr OptionSpec specs[] = {{"keys", true},  {"number", true},  {"sequence", true},
                                  {"state", true}, {"time", true},    {"body", true},
                                  {"code", true},  {"message", true}, {"unit", true, true}};
  const auto options = Options::parse(arguments, specs, 1, 2);
  if (!options) return options.error();
  const std::string what = options->position(0).value_or("");
  if (what == "make") return make(*options);
  if (what == "verify") return verify(*options);
  return fail(Code::usage, "an event can be made or verified", "motcua help shows how");
}

}  // namespace

const Command event_command = {
    "event",
    "event make --keys FILE --number N --sequence N --state WORD --body HASH [--time T] "
    "[--message HASH] [--code CODE]  |  event verify --unit VKEY... FILE",
    "sign what a unit did with a dossier, or verify such an event", run};

}  // namespace motcua::cli
