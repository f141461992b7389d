#include "shared/abi/course_members.h"

namespace motcua::abi {

std::uint64_t read_count(Members& from, std::string_view name) {
  return static_cast<std::uint64_t>(from.integer(name, 0, codec::json_max_integer));
}

feedback::Kind read_kind(Members& from) {
  const auto kind = feedback::kind_named(from.text("kind", 40));
  if (!kind) from.refuse("kind");
  return kind.value_or(feedback::Kind::complaint);
}

feedback::Step read_step(Members& from) {
  const auto step = feedback::step_named(from.text("step", 40));
  if (!step) from.refuse("step");
  return step.value_or(feedback::Step::resolved);
}

Known::Known(Members& from) {
  for (const Json& item : from.array("said", 100)) {
    Members one(item, "what was said");
    feedback::Said said{read_count(one, "number"), read_kind(one), 0};
    if (one.has("about")) said.about = read_count(one, "about");
    if (auto status = one.finish(true); !status) from.refuse(status.error());
    said_.push_back(said);
  }
  for (const Json& item : from.array("answers", 10'000)) {
    Members one(item, "the answers");
    answers_.push_back({read_count(one, "feedback"), read_count(one, "sequence"), read_step(one)});
    if (auto status = one.finish(true); !status) from.refuse(status.error());
  }
  status_ = static_cast<int>(from.integer("status", 1, 10));
}

}  // namespace motcua::abi
