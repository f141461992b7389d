#include "shared/cli/options.h"

#include <algorithm>

namespace motcua::cli {
namespace {

Error misuse(std::string what) {
  return fail(Code::usage, std::move(what), "motcua help shows how each command is used");
}

const OptionSpec* find(std::span<const OptionSpec> specs, std::string_view name) {
  const auto at = std::find_if(specs.begin(), specs.end(),
                               [&](const OptionSpec& spec) { return spec.name == name; });
  return at == specs.end() ? nullptr : &*at;
}

std::string dashed(std::string_view name) {
  return (name.size() == 1 ? "-" : "--") + std::string(name);
}

}  // namespace

Status Options::add(const OptionSpec* spec, std::string_view name, std::string value) {
  if (spec == nullptr) return misuse("there is no option " + dashed(name));
  auto& values = values_[std::string(name)];
  if (!values.empty() && !spec->repeatable) return misuse(dashed(name) + " is given twice");
  values.push_back(std::move(value));
  return {};
}

// One argument that starts with a dash; `next` moves past a value that stands by itself.
Status Options::take(std::string_view argument, const Arguments& arguments, std::size_t& next,
                     std::span<const OptionSpec> specs) {
  const auto value_of = [&](std::string_view name) -> Result<std::string> {
    if (next >= arguments.size()) return misuse(dashed(name) + " needs a value");
    return arguments[next++];
  };
  if (argument.substr(0, 2) == "--") {
    argument.remove_prefix(2);
    const auto equals = argument.find('=');
    const auto name = argument.substr(0, equals);
    const auto* spec = name.size() > 1 ? find(specs, name) : nullptr;
    if (spec == nullptr) return misuse("there is no option --" + std::string(name));
    if (equals != std::string_view::npos) {
      if (!spec->takes_value) return misuse(dashed(name) + " takes no value");
      return add(spec, name, std::string(argument.substr(equals + 1)));
    }
    if (!spec->takes_value) return add(spec, name, {});
    auto value = value_of(name);
    return value ? add(spec, name, std::move(value).value()) : Status(value.error());
  }
  argument.remove_prefix(1);
  while (!argument.empty()) {
    const auto name = argument.substr(0, 1);
    const auto* spec = find(specs, name);
    argument.remove_prefix(1);
    if (spec == nullptr || !spec->takes_value) {
      if (auto status = add(spec, name, {}); !status) return status;
      continue;
    }
    if (!argument.empty()) return add(spec, name, std::string(argument));
    auto value = value_of(name);
    return value ? add(spec, name, std::move(value).value()) : Status(value.error());
  }
  return {};
}

Result<Options> Options::parse(const Arguments& arguments, std::span<const OptionSpec> specs,
                               std::size_t least, std::size_t most) {
  Options out;
  bool options = true;
  for (std::size_t next = 0; next < arguments.size();) {
    const std::string& argument = arguments[next++];
    if (options && argument == "--") {
      options = false;
    } else if (options && argument.size() > 1 && argument[0] == '-') {
      if (auto status = out.take(argument, arguments, next, specs); !status) {
        return status.error();
      }
    } else {
      out.positional_.push_back(argument);
    }
  }
  if (out.positional_.size() < least) return misuse("a file name is missing");
  if (out.positional_.size() > most) {
    return misuse("there is one argument too many: " + out.positional_[most]);
  }
  return out;
}

std::optional<std::string> Options::one(std::string_view name) const {
  const auto at = values_.find(std::string(name));
  if (at == values_.end()) return std::nullopt;
  return at->second.front();
}

std::vector<std::string> Options::all(std::string_view name) const {
  const auto at = values_.find(std::string(name));
  return at == values_.end() ? std::vector<std::string>{} : at->second;
}

std::optional<std::string> Options::position(std::size_t index) const {
  if (index >= positional_.size()) return std::nullopt;
  return positional_[index];
}

}  // namespace motcua::cli
