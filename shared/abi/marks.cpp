// What units say of a dossier on the axes beside its processing.

#include "shared/record/mark.h"

#include "shared/abi/dossier_members.h"
#include "shared/abi/log_members.h"
#include "shared/abi/note_keys.h"
#include "shared/motcua.h"

using namespace motcua;
using namespace motcua::abi;

namespace {

constexpr std::int64_t most_marks = 3'000, most_events = 1'000'000;

Json to_json(const record::Mark& of) {
  return Json{{"submission", of.submission},
              {"axis", record::axis_name(of.axis)},
              {"sequence", of.sequence},
              {"state", of.state},
              {"event", of.event},
              {"time", of.time},
              {"unit", of.unit},
              {"body", of.body},
              {"message", of.message}};
}

record::Axis read_axis(Members& from) {
  const auto axis = record::axis_named(from.text("axis", 16));
  from.require(axis.has_value(), "axis");
  return axis.value_or(record::Axis::payment);
}

std::uint64_t read_number(Members& from, std::string_view name) {
  return static_cast<std::uint64_t>(from.integer(name, 0, most_events));
}

Result<record::Mark> read_mark(const Json& json) {
  Members members(json, "the mark");
  record::Mark of;
  of.submission = members.text("submission", 12);
  of.axis = read_axis(members);
  of.sequence = read_number(members, "sequence");
  of.state = members.text("state", 16);
  of.event = read_number(members, "event");
  of.time = members.text("time", 20);
  of.unit = members.text("unit", 32);
  of.body = members.text("body", 64);
  if (members.has("message")) of.message = members.text("message", 64);
  if (auto status = members.finish(); !status) return status.error();
  return of;
}

std::vector<record::Marked> read_marks(Members& from) {
  std::vector<record::Marked> marks;
  for (const Json& item : from.array("marks", most_marks)) {
    Members mark(item, "the marks");
    record::Marked one{read_axis(mark), read_number(mark, "sequence"), mark.text("state", 16),
                       read_number(mark, "event")};
    if (auto finished = mark.finish(true); !finished) from.refuse(finished.error());
    marks.push_back(std::move(one));
  }
  return marks;
}

}  // namespace

char* motcua_mark_make(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const Json& json = members.object("mark");
    const sign::NoteSigner unit = read_signer(members, "key");
    if (auto status = members.finish(); !status) return status.error();
    auto of = read_mark(json);
    if (!of) return of.error();
    auto note = record::make_mark(*of, unit);
    if (!note) return note.error();
    return Json{{"note", *note}};
  });
}

char* motcua_mark_verify(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string note = members.document("note", 64 << 10);
    const record::UnitKeys units = read_unit_keys(members, "keys");
    const std::vector<record::Step> history = read_history(members);
    const std::vector<record::Marked> marks = read_marks(members);
    const AboutDossier about(members);
    const auto index = read_index(members);
    if (auto status = members.finish(); !status) return status.error();
    auto of = record::verify_mark(note, units, index);
    if (!of) return of.error();
    if (auto status = about.check(*of); !status) return status.error();
    if (auto status = record::check_mark(*of, marks, history); !status) return status.error();
    return to_json(*of);
  });
}
