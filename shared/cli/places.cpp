#include <algorithm>

#include "shared/cli/all.h"
#include "shared/cli/digest.h"
#include "shared/cli/options.h"
#include "shared/cli/signing_key.h"
#include "shared/cli/system.h"
#include "shared/places/address.h"
#include "shared/places/import.h"
#include "shared/places/signed_pack.h"

namespace motcua::cli {
namespace {

constexpr std::size_t max_table = 16u << 20, max_pack = 4u << 20;

Error misuse(std::string what) {
  return fail(Code::usage, std::move(what), "motcua help shows how each command is used");
}

Result<std::string> read_text(const std::string& path, std::size_t limit) {
  const auto text = read_whole(path, limit);
  if (!text) return text.error();
  return std::string(text->view());
}

Status write_file(const std::string& path, ByteView bytes) {
  auto output = Output::open(path, {.binary = true});
  if (!output) return output.error();
  if (auto status = output->write(bytes); !status) return status;
  return output->commit();
}

Result<places::NationalList> import(const Options& options) {
  std::string tables[3];
  const std::string_view names[] = {"provinces", "communes", "old"};
  for (std::size_t i = 0; i < 3; ++i) {
    const auto path = options.one(names[i]);
    if (!path) return misuse("the table is not named: --" + std::string(names[i]));
    auto text = read_text(*path, max_table);
    if (!text) return text.error();
    tables[i] = std::move(*text);
  }
  places::ImportTables given{
      tables[0], tables[1], tables[2], options.one("version").value_or(""), {}};
  for (const std::string& alias : options.all("alias")) {
    const std::size_t equals = std::min(alias.find('='), alias.size());
    given.aliases.emplace_back(alias.substr(0, equals),
                               alias.substr(std::min(equals + 1, alias.size())));
  }
  return places::import_list(given);
}

/// What a reader wants to compare with the announcement of the list.
std::string summary(const places::NationalList& list, std::size_t bytes) {
  const auto divided = std::count_if(list.old_wards.begin(), list.old_wards.end(),
                                     [](const auto& ward) { return ward.count > 1; });
  return list.version + ": " + std::to_string(list.provinces.size()) + " provinces, " +
         std::to_string(list.communes.size()) + " communes, " +
         std::to_string(list.old_wards.size()) + " old units with " +
         std::to_string(list.successors.size()) + " successors, " + std::to_string(divided) +
         " of them divided; " + std::to_string(bytes) + " bytes\n";
}

Status run_import(const Arguments& arguments) {
  constexpr OptionSpec specs[] = {{"communes", true}, {"provinces", true},   {"old", true},
                                  {"version", true},  {"alias", true, true}, {"o", true},
                                  {"sign", true}};
  const auto options = Options::parse(arguments, specs, 0, 0);
  if (!options) return options.error();
  const auto place = options->one("o");
  if (!place) return misuse("the pack is not named with -o");
  const auto list = import(*options);
  if (!list) return list.error();
  const Bytes pack = places::write_pack(*list);
  std::string signature;
  if (const auto secret = options->one("sign")) {
    const auto signed_at = signature_path(std::nullopt, *place);
    if (!signed_at) return signed_at.error();
    const auto key = read_signing_key(*secret);
    if (!key) return key.error();
    auto text = places::sign_pack(pack, *key);
    if (!text) return text.error();
    signature = std::move(*text);
  }
  if (auto status = write_file(*place, pack); !status) return status;
  if (!signature.empty()) {
    if (auto status = write_file(*place + ".minisig", bytes_of(signature)); !status) return status;
  }
  if (*place == "-") return {};
  auto output = Output::open(std::nullopt);
  return output ? output->write(summary(*list, pack.size())) : Status(output.error());
}

Result<places::Gazetteer> open_pack(const Options& options) {
  const std::string path = *options.position(0);
  const auto pack = read_text(path, max_pack);
  if (!pack) return pack.error();
  const auto named = options.one("p");
  if (!named) return places::Gazetteer::open(bytes_of(*pack));
  const auto key = read_verifying_key(*named);
  if (!key) return key.error();
  const auto signed_at = signature_path(std::nullopt, path);
  if (!signed_at) return signed_at.error();
  const auto signature = read_text(*signed_at, max_small_file);
  if (!signature) return signature.error();
  auto list = places::open_signed_pack(bytes_of(*pack), *signature, *key);
  if (!list) return list.error();
  return places::Gazetteer(std::move(*list));
}

std::string line_of(const places::Commune& today, const std::optional<places::OldUnit>& through,
                    bool divided) {
  std::string line = today.code + "  " + today.name + ", " + today.province;
  if (through) {
    line += "  (was ";
    if (!through->ward.empty()) line += through->ward + ", ";
    line += through->district + ", " + through->province;
    if (divided) line += "; it has other successors too";
    line += ')';
  }
  return line + '\n';
}

/// With a comma it is an address, else the beginning of a name.
std::string found(const places::Gazetteer& places, const std::string& text) {
  std::string out;
  if (text.find(',') == std::string::npos) {
    for (const auto& hit : places.search(text)) out += line_of(hit.today, hit.through, hit.divided);
    return out;
  }
  const places::AddressReading reading = places::read_address(places, text);
  for (const auto& each : reading.candidates) {
    std::string line = line_of(each.today, each.through, each.divided);
    for (const std::size_t at : each.unmatched) {
      line.insert(line.size() - 1, "  [not found: " + reading.parts[at] + "]");
    }
    out += line;
  }
  return out;
}

Status run_find(const Arguments& arguments) {
  constexpr OptionSpec specs[] = {{"p", true}};
  const auto options = Options::parse(arguments, specs, 2, 100);
  if (!options) return options.error();
  const auto places = open_pack(*options);
  if (!places) return places.error();
  std::string text;
  for (std::size_t i = 1; options->position(i); ++i) {
    if (i > 1) text += ' ';
    text += *options->position(i);
  }
  const std::string lines = found(*places, text);
  if (lines.empty()) {
    return fail(Code::not_found, "no place answers to " + text,
                "try fewer words, or only the beginning of a name");
  }
  auto output = Output::open(std::nullopt);
  return output ? output->write(lines) : Status(output.error());
}

Status run(const Arguments& arguments) {
  if (arguments.empty()) return misuse("say whether to import or to find");
  const Arguments rest(arguments.begin() + 1, arguments.end());
  if (arguments[0] == "import") return run_import(rest);
  if (arguments[0] == "find") return run_find(rest);
  return misuse("there is no places " + arguments[0]);
}

}  // namespace

const Command places_command = {
    "places",
    "places import --provinces CSV --communes CSV --old CSV --version V [--alias CODE=CODE]... "
    "-o PACK [--sign SECRET]  |  places find [-p PUBLIC] PACK TEXT...",
    "make the pack of communes and old units; find a place in it by name or address", run};

}  // namespace motcua::cli
