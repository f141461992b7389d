#pragma once
// The states of a dossier: the national status number (1..10), our word for it, and which may
// follow which. Status 1 is the applicant's own filing; every later one is an event of a unit.

#include <string_view>
#include <vector>

#include "shared/result.h"

namespace motcua::record {

constexpr int filed = 1, received = 2, refused = 3, in_process = 4, supplement_wanted = 5,
              payment_wanted = 6, withdrawn = 7, stopped = 8, done = 9, returned = 10;

/// "received" and so on for 2..10, empty otherwise.
std::string_view state_name(int status);
/// Code::invalid for a word that is no state.
Result<int> state_status(std::string_view name);

/// The statuses that may follow; empty for final ones.
std::vector<int> next_statuses(int status);
bool may_follow(int status, int next);

/// Nothing more is decided: refused, withdrawn, stopped, done, returned.
bool ended(int status);
/// Ended with what was asked for: done, returned.
bool has_result(int status);

}  // namespace motcua::record
