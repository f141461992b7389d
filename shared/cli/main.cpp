#include <sodium/core.h>

#include <algorithm>
#include <cstdio>

#include "shared/cli/command.h"

namespace {

using motcua::cli::Command;

void print(std::FILE* out, const std::string& text) { std::fputs(text.c_str(), out); }

std::string help(const Command& command) {
  std::string text;
  text.append("  motcua ").append(command.usage).append("\n        ");
  return text.append(command.summary).append("\n");
}

std::string help() {
  std::string text = "motcua: seal, open, sign and check dossiers\n\n";
  for (const Command* command : motcua::cli::commands()) text += help(*command);
  return text +
         "\n\"-\" is standard input or output. Passphrases are asked on the terminal, or "
         "read from MOTCUA_PASSPHRASE.\n";
}

/// "motcua deadline --help", before a "--".
bool wants_help(const std::vector<std::string>& arguments) {
  const auto end = std::find(arguments.begin(), arguments.end(), "--");
  return std::find(arguments.begin(), end, "--help") != end;
}

int report(const motcua::Error& error) {
  std::string line = "motcua: " + error.message;
  if (!error.hint.empty()) line += " (hint: " + error.hint + ")";
  print(stderr, line + '\n');
  return motcua::exit_status(error.code);
}

}  // namespace

int main(int count, char** values) {
  const std::vector<std::string> arguments(values + std::min(count, 1), values + count);
  if (sodium_init() < 0) {
    return report(motcua::fail(motcua::Code::other, "the cryptographic library does not start"));
  }
  if (arguments.empty()) {
    print(stderr, help());
    return motcua::exit_status(motcua::Code::usage);
  }
  if (arguments[0] == "help" || arguments[0] == "--help" || arguments[0] == "-h") {
    print(stdout, help());
    return 0;
  }
  const auto all = motcua::cli::commands();
  const auto command = std::find_if(all.begin(), all.end(), [&](const Command* candidate) {
    return candidate->name == arguments[0];
  });
  if (command == all.end()) {
    return report(motcua::fail(motcua::Code::usage, "there is no command " + arguments[0],
                               "motcua help lists them"));
  }
  if (wants_help(arguments)) {
    print(stdout, help(**command));
    return 0;
  }
  const auto status = (*command)->run({arguments.begin() + 1, arguments.end()});
  return status ? 0 : report(status.error());
}
