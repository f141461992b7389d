#pragma once
// Options of a subcommand: short (-o FILE, -oFILE, -ab), long (--receipt FILE, --receipt=FILE),
// positional; "--" ends options, "-" is a file name.

#include <map>
#include <optional>

#include "shared/cli/command.h"

namespace motcua::cli {

struct OptionSpec {
  std::string_view name;  // "o" or "receipt", without dashes
  bool takes_value = false;
  bool repeatable = false;
};

class Options {
 public:
  /// Code::usage for an unknown option, a missing value, a repetition, or positional arguments
  /// fewer than `least` or more than `most`.
  static Result<Options> parse(const Arguments& arguments, std::span<const OptionSpec> specs,
                               std::size_t least, std::size_t most);

  bool has(std::string_view name) const { return values_.count(std::string(name)) > 0; }
  std::optional<std::string> one(std::string_view name) const;
  std::vector<std::string> all(std::string_view name) const;
  std::optional<std::string> position(std::size_t index) const;

 private:
  Status add(const OptionSpec* spec, std::string_view name, std::string value);
  Status take(std::string_view argument, const Arguments& arguments, std::size_t& next,
              std::span<const OptionSpec> specs);

  std::map<std::string, std::vector<std::string>> values_;
  std::vector<std::string> positional_;
};

}  // namespace motcua::cli
