#pragma once
// Every subcommand, each in the file of its name.

#include "shared/cli/command.h"

namespace motcua::cli {

extern const Command keygen_command;
extern const Command seal_command;
extern const Command open_command;
extern const Command inspect_command;
extern const Command rewrap_command;
extern const Command recover_command;
extern const Command sign_command;
extern const Command verify_command;
extern const Command canon_command;
extern const Command check_command;
extern const Command proof_command;
extern const Command event_command;
extern const Command lint_command;
extern const Command places_command;
extern const Command official_command;
extern const Command deadline_command;

}  // namespace motcua::cli
