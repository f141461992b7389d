#include <algorithm>
#include <filesystem>

#include "shared/catalogue/index.h"
#include "shared/catalogue/official_compare.h"
#include "shared/catalogue/official_import.h"
#include "shared/cli/all.h"
#include "shared/cli/files.h"
#include "shared/cli/options.h"
#include "shared/cli/system.h"
#include "shared/codec/json.h"
#include "shared/form/date.h"

namespace motcua::cli {
namespace {

constexpr std::size_t max_record = 8u << 20, max_asset = 4u << 20;

Error misuse(std::string what) {
  return fail(Code::usage, std::move(what), "motcua help shows how each command is used");
}

Result<codec::Json> read_json(const std::string& path, std::size_t limit) {
  const auto text = read_whole(path, limit);
  if (!text) return text.error();
  return codec::json_parse(text->view(), {.bytes = limit});
}

Status run_import(const Arguments& arguments) {
  constexpr OptionSpec specs[] = {{"code", true}, {"source", true}, {"date", true}, {"o", true}};
  const auto options = Options::parse(arguments, specs, 1, 1);
  if (!options) return options.error();
  for (const OptionSpec& spec : specs)
    if (!options->has(spec.name))
      return misuse("it is not said: " + std::string(spec.name.size() > 1 ? "--" : "-") +
                    std::string(spec.name));
  const auto data = read_json(*options->position(0), max_record);
  if (!data) return data.error();
  const std::string code = *options->one("code");
  const auto record = catalogue::import_official(
      *data, code, {.source = *options->one("source"), .date = *options->one("date")});
  if (!record) return record.error();
  // The code is digits and dots by now, and so is the file's name.
  const std::filesystem::path folder = *options->one("o");
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return fail(Code::io, "the folder " + folder.string() + " cannot be made");
  const auto place = folder / std::filesystem::path(catalogue::official_path(code)).filename();
  auto output = Output::open(place.string());
  if (!output) return output.error();
  if (auto status = output->write(record->dump(2) + "\n"); !status) return status;
  return output->commit();
}

/// What is said about one record.
Result<std::string> compared(const std::filesystem::path& assets, const std::string& name) {
  const auto data = read_json((assets / "official" / name).string(), max_asset);
  if (!data) return data.error();
  const auto record = catalogue::read_official(*data);
  if (!record) return fail(record.error().code, name + ": " + record.error().message);
  const auto ours =
      read_json((assets / "procedures" / (record->code + ".json")).string(), max_asset);
  if (!ours) {
    return fail(Code::not_found, name + ": there is no procedure " + record->code,
                "remove the record, or add the procedure");
  }
  const auto procedure = catalogue::read_procedure(*ours);
  if (!procedure) return procedure.error();
  const std::string day = form::to_text(*form::day_of(utc_now()));
  const auto found = catalogue::comparison(*procedure, *record, day);
  std::string text = record->code + " " + procedure->name.vi + " (" + record->date + ")\n";
  for (const std::string& each : found) text += "  " + each + "\n";
  if (found.empty()) text += "  nothing differs in figures\n";
  return text;
}

Status run_compare(const Arguments& arguments) {
  const auto options = Options::parse(arguments, {}, 1, 1);
  if (!options) return options.error();
  const std::filesystem::path assets = *options->position(0);
  std::vector<std::string> names;
  std::error_code error;
  for (std::filesystem::directory_iterator at(assets / "official", error), end; !error && at != end;
       at.increment(error)) {
    if (at->path().extension() == ".json") names.push_back(at->path().filename().string());
  }
  if (error || names.empty()) {
    return fail(Code::not_found, "there are no official records in " + assets.string(),
                "motcua official import makes them");
  }
  std::sort(names.begin(), names.end());
  auto output = Output::open(std::nullopt);
  if (!output) return output.error();
  for (const std::string& name : names) {
    const auto text = compared(assets, name);
    if (!text) return text.error();
    if (auto status = output->write(*text); !status) return status;
  }
  return {};
}

Status run(const Arguments& arguments) {
  if (arguments.empty()) return misuse("say whether to import or to compare");
  const Arguments rest(arguments.begin() + 1, arguments.end());
  if (arguments[0] == "import") return run_import(rest);
  if (arguments[0] == "compare") return run_compare(rest);
  return misuse("there is no official " + arguments[0]);
}

}  // namespace

const Command official_command = {
    "official",
    "official import FILE --code CODE --source TEXT --date DAY -o FOLDER  |  "
    "official compare ASSETS",
    "put the public record of a procedure beside ours; tell what differs", run};

}  // namespace motcua::cli
