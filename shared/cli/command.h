#pragma once
// One subcommand of `motcua`. To add one: define it in its own file, declare it in all.h and list
// it in commands.cpp.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/result.h"

namespace motcua::cli {

using Arguments = std::vector<std::string>;

struct Command {
  std::string_view name;
  std::string_view usage;    // with its name: "canon [IN]"
  std::string_view summary;  // one line
  /// Arguments after the name. Success is exit 0; an error is printed and gives its exit status.
  Status (*run)(const Arguments& arguments);
};

std::span<const Command* const> commands();

}  // namespace motcua::cli
