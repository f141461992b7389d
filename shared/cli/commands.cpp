#include "shared/cli/all.h"

namespace motcua::cli {

std::span<const Command* const> commands() {
  static const Command* const all[] = {
      &keygen_command, &seal_command,    &open_command,     &inspect_command,
      &rewrap_command, &recover_command, &sign_command,     &verify_command,
      &canon_command,  &check_command,   &proof_command,    &event_command,
      &lint_command,   &places_command,  &official_command, &deadline_command};
  return all;
}

}  // namespace motcua::cli
