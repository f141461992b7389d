#include "shared/cli/proof_code.h"

#include <cstdio>

#include "shared/cli/files.h"
#include "shared/cli/system.h"
#include "shared/record/acknowledgement.h"
#include "shared/record/directory.h"
#include "shared/record/event_code.h"
#include "shared/record/number.h"
#include "shared/record/time.h"

namespace motcua::cli {
namespace {

constexpr std::size_t max_code = 4096;
constexpr int grace_days = 30;

Result<std::string> named(const Options& options, std::string_view name, std::string_view what) {
  if (auto path = options.one(name)) return *path;
  return fail(Code::usage, std::string(what) + " is not named",
              "give it with --" + std::string(name));
}

/// roots.json: an array of verifier keys.
Result<std::vector<sign::NoteVerifier>> read_roots(const std::string& path) {
  auto text = read_whole(path, 64 << 10);
  if (!text) return text.error();
  auto json = codec::json_parse(text->view());
  if (!json) return json.error();
  std::vector<sign::NoteVerifier> roots;
  if (json->is_array()) {
    for (const codec::Json& one : *json) {
      const auto* key = one.get_ptr<const std::string*>();
      auto root = key ? sign::parse_vkey(*key) : fail(Code::invalid, "a root key is not a text");
      if (!root) return root.error();
      roots.push_back(*root);
    }
  }
  if (roots.size() != 3) {
    return fail(Code::invalid, path + " does not hold three root keys",
                "it is the gateway's roots.json");
  }
  return roots;
}

Result<record::Directory> read_directory(const Options& options, std::int64_t now) {
  const auto note_path = named(options, "directory", "the key directory");
  if (!note_path) return note_path.error();
  const auto roots_path = named(options, "roots", "the file of root keys");
  if (!roots_path) return roots_path.error();
  auto roots = read_roots(*roots_path);
  if (!roots) return roots.error();
  auto note = read_whole(*note_path, sign::max_note_size);
  if (!note) return note.error();
  return record::verify_directory(note->view(),
                                  {.roots = *roots, .now = now, .grace_days = grace_days});
}

void print(const record::SignedEvent& event) {
  std::printf("unit %s says of submission %s: %llu %s, at %s%s\n", event.unit.c_str(),
              record::grouped_number(event.submission).c_str(),
              static_cast<unsigned long long>(event.sequence), event.state.c_str(),
              event.time.c_str(), event.code == "-" ? "" : (", code " + event.code).c_str());
  if (event.signature.former) {
    std::printf("signed with a former key of the unit; whoever has that key could have made it\n");
  }
}

/// Whichever of the two it is; prints it.
Status prove(std::string_view code, const record::Directory& directory) {
  if (record::event_code_like(code)) {
    record::UnitKeys units;
    for (const auto& unit : directory.units) units[unit.code] = unit.key;
    auto coded = record::verify_event_code(code, units);
    if (!coded) return coded.error();
    print(coded->event);
    return {};
  }
  auto ack = record::verify_acknowledgement(code, directory.log);
  if (!ack) return ack.error();
  std::printf("%s says: submission %s was handed in at %s\n", directory.log.name.c_str(),
              record::grouped_number(ack->number).c_str(), ack->time.c_str());
  return {};
}

}  // namespace

Status prove_code(const Options& options) {
  const auto now = record::parse_time(utc_now());
  if (!now) return now.error();
  auto directory = read_directory(options, *now);
  if (!directory) return directory.error();
  auto code = read_whole(options.one("code"), max_code);
  if (!code) return code.error();
  if (auto status = prove(code->view(), *directory); !status) return status;
  std::printf("keys of directory %lld, %s %s\n", static_cast<long long>(directory->version),
              directory->expires > *now ? "valid until" : "which expired at",
              record::time_text(directory->expires).c_str());
  return {};
}

}  // namespace motcua::cli
