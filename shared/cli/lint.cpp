#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>

#include "shared/catalogue/lint.h"
#include "shared/catalogue/official.h"
#include "shared/cli/all.h"
#include "shared/cli/files.h"
#include "shared/cli/options.h"
#include "shared/cli/system.h"
#include "shared/codec/json.h"
#include "shared/deadline/calendar_lint.h"
#include "shared/form/judge_json.h"
#include "shared/slip/slip.h"

namespace motcua::cli {
namespace {

constexpr std::size_t largest = 4 << 20;

/// Walks one assets folder and prints what it finds.
class Run {
 public:
  explicit Run(std::string folder) : folder_(std::move(folder)) {}

  Status all() {
    read_forms();
    read_procedures();
    read_official();
    read_places();
    read_calendars();
    read_words();
    read_slips();
    if (findings_ > 0) {
      return fail(Code::invalid, std::to_string(findings_) + " findings in " + folder_,
                  "correct them and run it again");
    }
    const std::string line = std::to_string(files_) + " files are in order; " +
                             std::to_string(unverified_) +
                             " statements are not yet compared with the text in force\n";
    std::fputs(line.c_str(), stdout);
    return {};
  }

 private:
  std::string folder_;
  std::size_t findings_ = 0, files_ = 0, unverified_ = 0;
  std::map<std::string, form::Schema> forms_;  // by id

  void add(const std::string& file, const std::string& what) {
    ++findings_;
    std::fputs((file + ": " + what + "\n").c_str(), stdout);
  }

  void add(const std::string& file, const catalogue::lint::Findings& findings) {
    for (const std::string& finding : findings) add(file, finding);
  }

  /// The names of the .json files of a subfolder, sorted.
  std::vector<std::string> names(const std::string& subfolder) {
    std::vector<std::string> found;
    std::error_code error;
    std::filesystem::directory_iterator at(folder_ + "/" + subfolder, error), end;
    for (; !error && at != end; at.increment(error)) {
      if (at->path().extension() == ".json") found.push_back(at->path().filename().string());
    }
    if (error) add(subfolder, "cannot be read");
    std::sort(found.begin(), found.end());
    return found;
  }

  std::optional<codec::Json> read(const std::string& file) {
    const auto text = read_whole(folder_ + "/" + file, largest);
    if (!text) {
      add(file, text.error().message);
      return std::nullopt;
    }
    ++files_;
    auto data = codec::json_parse(text->view());
    if (!data) {
      add(file, data.error().message);
      return std::nullopt;
    }
    return std::move(data).value();
  }

  /// Reads and parses; says why when it cannot.
  template <class T>
  std::optional<T> parsed(const std::string& file, Result<T> (*parse)(const codec::Json&)) {
    const auto data = read(file);
    if (!data) return std::nullopt;
    auto result = parse(*data);
    if (!result) {
      add(file, result.error().message);
      return std::nullopt;
    }
    return std::move(result).value();
  }

  void read_forms() {
    std::vector<std::string> fixtures;
    for (const std::string& name : names("forms")) {
      const std::string file = "forms/" + name;
      if (name.find(".fixture.") != std::string::npos) {
        fixtures.push_back(file);
        continue;
      }
      auto schema = parsed<form::Schema>(file, form::read_schema);
      if (!schema) continue;
      add(file, catalogue::lint::form(*schema));
      if (catalogue::form_path(schema->id) != file) add(file, "does not hold " + schema->id);
      forms_.emplace(schema->id, std::move(*schema));
    }
    for (const std::string& file : fixtures) read_fixture(file);
  }

  void read_fixture(const std::string& file) {
    const auto data = read(file);
    if (!data) return;
    const auto id = data->find("form"), values = data->find("values");
    const auto* name = id == data->end() ? nullptr : id->get_ptr<const codec::Json::string_t*>();
    const auto schema = name ? forms_.find(*name) : forms_.end();
    if (schema == forms_.end() || values == data->end()) {
      add(file, "names no form that is there, or has no values");
      return;
    }
    const auto today = form::day_of(utc_now());
    if (!today) return;
    for (const form::Defect& defect :
         form::judge_received(schema->second, form::read_values(*values), *today)) {
      add(file, defect.field + ": " + defect.code);
    }
  }

  void read_procedures() {
    auto index = parsed<catalogue::Index>("procedures/index.json", catalogue::read_index);
    const auto search = index ? read("procedures/search.json") : std::nullopt;
    if (search) {
      if (auto status = catalogue::read_search(*index, *search); !status)
        add("procedures/search.json", status.error().message);
    }
    std::size_t found = 0;
    for (const std::string& name : names("procedures")) {
      if (name == "index.json" || name == "search.json") continue;
      ++found;
      const std::string file = "procedures/" + name;
      const auto procedure = parsed<catalogue::Procedure>(file, catalogue::read_procedure);
      if (!procedure) continue;
      unverified_ += catalogue::lint::unverified(*procedure);
      const auto schema = forms_.find(procedure->form);
      if (schema == forms_.end()) {
        add(file, "there is no form " + procedure->form);
      } else {
        add(file, catalogue::lint::procedure(*procedure, schema->second));
      }
      const auto* entry = index ? catalogue::find_entry(*index, procedure->code) : nullptr;
      if (entry) {
        add(file, catalogue::lint::entry(*entry, *procedure));
        if (catalogue::procedure_path(*entry, procedure->version) != file) {
          add(file, "holds " + procedure->code + " of " + procedure->version);
        }
      }
      if (index && !entry) add(file, "is not in the index");
    }
    std::size_t listed = 0;
    if (index) {
      for (const auto& entry : index->entries) listed += 1 + entry.next.size();
    }
    if (index && listed != found) {
      add("procedures/index.json", "lists a procedure that has no file");
    }
  }

  /// An operator's; there need not be any.
  void read_official() {
    std::error_code error;
    if (!std::filesystem::exists(folder_ + "/official", error)) return;
    for (const std::string& name : names("official")) {
      const std::string file = "official/" + name;
      const auto record = parsed<catalogue::OfficialRecord>(file, catalogue::read_official);
      if (record && catalogue::official_path(record->code) != file)
        add(file, "does not hold " + record->code);
    }
  }

  void read_places() {
    for (const std::string& name : names("places")) {
      const std::string file = "places/" + name;
      if (const auto list = parsed<places::List>(file, places::read_list)) {
        add(file, catalogue::lint::places(*list));
      }
    }
  }

  /// Calendars and offices say by their format which they are.
  void read_calendars() {
    for (const std::string& name : names("calendar")) {
      const std::string file = "calendar/" + name;
      const auto data = read(file);
      if (!data) continue;
      const auto format = data->is_object() ? data->find("format") : data->end();
      if (format != data->end() && *format == "motcua.office/1") {
        judge(file, deadline::read_office(*data), deadline::lint::office);
      } else {
        judge(file, deadline::read_calendar(*data), deadline::lint::calendar);
      }
    }
  }

  template <class T>
  void judge(const std::string& file, const Result<T>& found,
             std::vector<std::string> (*faults)(const T&)) {
    if (!found) return add(file, found.error().message);
    add(file, faults(*found));
    unverified_ += deadline::lint::unverified(*found);
  }

  void read_words() {
    const auto vi = read("words/vi.json"), en = read("words/en.json");
    if (vi && en) add("words", catalogue::lint::words(*vi, *en));
  }

  /// The words of sheets, and one slip of each form.
  void read_slips() {
    const auto vi = read("slips/vi.json"), en = read("slips/en.json");
    if (vi && en) add("slips", catalogue::lint::words(*vi, *en));
    for (const std::string& name : names("slips")) {
      if (name.find(".fixture.") == std::string::npos) continue;
      const std::string file = "slips/" + name;
      const auto slip = parsed<slip::Slip>(file, slip::read_slip);
      if (slip && slip::form_name(slip->form()) + ".fixture.json" != name)
        add(file, "holds form " + slip::form_name(slip->form()));
    }
  }
};

Status run(const Arguments& arguments) {
  const auto options = Options::parse(arguments, {}, 1, 1);
  if (!options) return options.error();
  std::string folder = *options->position(0);
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) {
    return fail(Code::not_found, "there is no folder " + folder, "name the assets folder");
  }
  return Run(std::move(folder)).all();
}

}  // namespace

const Command lint_command = {
    "lint", "lint ASSETS",
    "judge the catalogue: forms, procedures, places, calendars, words, slips", run};

}  // namespace motcua::cli
