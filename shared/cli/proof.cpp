#include <cstdio>

#include "shared/cli/all.h"
#include "shared/cli/files.h"
#include "shared/cli/options.h"
#include "shared/cli/proof_code.h"
#include "shared/codec/hex.h"
#include "shared/dossier/receipt.h"
#include "shared/record/number.h"

namespace motcua::cli {
namespace {

void print(const record::Proven& proven) {
  std::printf("the log holds it: index %llu of %llu\nroot %s\n",
              static_cast<unsigned long long>(proven.index),
              static_cast<unsigned long long>(proven.size), codec::hex_encode(proven.root).c_str());
}

/// A .tlog-proof file, whose event lies in a file of its own.
Status prove_event(std::string_view proof, const std::string& event_path,
                   const sign::NoteVerifier& log) {
  auto event = read_whole(event_path, 64 << 10);
  if (!event) return event.error();
  auto proven = record::verify_proof_file(proof, bytes_of(event->view()), log);
  if (!proven) return proven.error();
  print(*proven);
  return {};
}

Status prove_receipt(std::string_view text, const sign::NoteVerifier& log) {
  auto receipt = dossier::parse_receipt(text);
  if (!receipt) return receipt.error();
  auto proven = dossier::verify_receipt(*receipt, log);
  if (!proven) return proven.error();
  std::printf("submission %s\n", record::grouped_number(receipt->number).c_str());
  print(*proven);
  return {};
}

Status run(const Arguments& arguments) {
  constexpr OptionSpec specs[] = {
      {"log", true}, {"event", true}, {"code", true}, {"directory", true}, {"roots", true}};
  const auto options = Options::parse(arguments, specs, 0, 1);
  if (!options) return options.error();
  if (options->has("code")) return prove_code(*options);
  if (!options->position(0)) {
    return fail(Code::usage, "no receipt is named", "name its file, or a code with --code");
  }
  const auto given = options->one("log");
  if (!given) {
    return fail(Code::usage, "the log's key is not named",
                "give it with --log; it stands in the key directory");
  }
  auto log = sign::parse_vkey(*given);
  if (!log) return log.error();
  auto text = read_whole(options->position(0), dossier::max_receipt_size);
  if (!text) return text.error();
  if (const auto event = options->one("event")) return prove_event(text->view(), *event, *log);
  return prove_receipt(text->view(), *log);
}

}  // namespace

const Command proof_command = {
    "proof",
    "proof RECEIPT --log VKEY [--event FILE]  |  proof --code FILE|- --directory NOTE --roots JSON",
    "verify a receipt offline, a .tlog-proof file and its event, or a receipt's code", run};

}  // namespace motcua::cli
