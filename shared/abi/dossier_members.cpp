#include "shared/abi/dossier_members.h"

namespace motcua::abi {

std::vector<record::Step> read_history(Members& from) {
  std::vector<record::Step> history;
  for (const Json& item : from.array("history", 10'000)) {
    Members step(item, "the history");
    const std::int64_t sequence = step.integer("sequence", 0, 1'000'000);
    const auto status = static_cast<int>(step.integer("status", 1, 10));
    if (auto finished = step.finish(true); !finished) from.refuse(finished.error());
    if (sequence > 0) history.push_back({static_cast<std::uint64_t>(sequence), status});
  }
  return history;
}

}  // namespace motcua::abi
