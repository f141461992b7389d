#include <cstdio>

#include "shared/cli/all.h"
#include "shared/cli/assets.h"
#include "shared/cli/extraction.h"
#include "shared/cli/identities.h"
#include "shared/cli/options.h"
#include "shared/cli/sealed_input.h"
#include "shared/codec/hex.h"
#include "shared/dossier/check.h"

namespace motcua::cli {
namespace {

using dossier::Defects;

Result<dossier::Inspection> inspect(Input& input, std::vector<seal::Identity> identities,
                                    codec::TarSink* extract) {
  dossier::Inspector inspector(std::move(identities), extract);
  auto status =
      for_each_sealed_piece(input, [&](ByteView piece) { return inspector.update(piece); });
  if (!status) return status.error();
  return inspector.finish();
}

Status add_receipt(const Options& options, const dossier::Inspection& found,
                   const dossier::Manifest& manifest, Defects& defects) {
  if (!options.has("receipt")) return {};
  auto text = read_whole(options.one("receipt"), dossier::max_receipt_size);
  if (!text) return text.error();
  auto receipt = dossier::parse_receipt(text->view());
  if (!receipt) return receipt.error();
  std::optional<sign::NoteVerifier> log;
  if (const auto given = options.one("log")) {
    auto key = sign::parse_vkey(*given);
    if (!key) return key.error();
    log = *key;
  }
  const Defects more = dossier::check_receipt(found, manifest, *receipt, log);
  defects.insert(defects.end(), more.begin(), more.end());
  return {};
}

Status add_rules(const Options& options, const dossier::Inspection& found,
                 const dossier::Manifest& manifest, Defects& defects) {
  const std::string assets = assets_folder(options.one("assets"));
  auto schema = load_schema(assets, manifest.form_schema);
  if (!schema) return schema.error();
  auto procedure = load_procedure(assets, manifest.procedure, manifest.procedure_version);
  if (!procedure) return procedure.error();
  const Defects more = dossier::check_rules(manifest, found.form, *schema, *procedure);
  defects.insert(defects.end(), more.begin(), more.end());
  return {};
}

/// Text of a stranger for a terminal: control characters become question marks.
std::string printable(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool after_c2 = i > 0 && static_cast<unsigned char>(text[i - 1]) == 0xc2;
    if (byte < 0x20 || byte == 0x7f) text[i] = '?';
    if (after_c2 && byte >= 0x80 && byte < 0xa0) text[i - 1] = text[i] = '?';
  }
  return text;
}

void print(const Defects& defects) {
  for (const form::Defect& defect : defects) {
    const bool warning = defect.severity == form::Severity::warning;
    std::printf("%s%s [%s]: %s\n", warning ? "lưu ý: " : "", printable(defect.field).c_str(),
                defect.code.c_str(), printable(defect.message.vi).c_str());
  }
}

void print(const dossier::Inspection& found, const dossier::Manifest& manifest) {
  std::printf("hồ sơ %s, thủ tục %s (%s), %zu giấy tờ\n", codec::hex_encode(manifest.draft).c_str(),
              manifest.procedure.c_str(), manifest.procedure_version.c_str(),
              manifest.attachments.size());
  std::printf("người xác nhận %s\n", sign::public_key_text(manifest.sign).c_str());
  std::printf("body %s\n", codec::hex_encode(found.body).c_str());
}

Status verdict(const Defects& defects) {
  if (!form::blocks(defects)) return {};
  return fail(Code::other, "this dossier has defects", "each is listed above with its place");
}

Status run(const Arguments& arguments) {
  constexpr OptionSpec specs[] = {
      {"i", true, true}, {"receipt", true}, {"log", true}, {"assets", true}, {"o", true}};
  const auto options = Options::parse(arguments, specs, 1, 1);
  if (!options) return options.error();
  if (!options->has("i")) {
    return fail(Code::usage, "no identity is named", "name the unit's identity file with -i");
  }
  if (options->has("log") && !options->has("receipt")) {
    return fail(Code::usage, "--log is for a receipt's proof", "name the receipt with --receipt");
  }
  auto identities = read_identities(options->all("i"));
  if (!identities) return identities.error();
  auto input = Input::open(options->position(0));
  if (!input) return input.error();
  std::optional<Extraction> extraction;
  if (const auto folder = options->one("o")) {
    auto started = Extraction::start(*folder);
    if (!started) return started.error();
    extraction.emplace(std::move(*started));
  }
  auto found = inspect(*input, std::move(*identities), extraction ? &*extraction : nullptr);
  if (!found) return found.error();

  std::optional<dossier::Manifest> manifest;
  Defects defects = dossier::check_dossier(*found, manifest);
  Status status;
  if (manifest) {
    status = add_receipt(*options, *found, *manifest, defects);
    // What is not as it was signed is not handed out; what breaks a rule is.
    if (status && extraction && defects.empty()) status = extraction->commit();
    if (status) status = add_rules(*options, *found, *manifest, defects);
    print(*found, *manifest);
  }
  print(defects);
  return status ? verdict(defects) : status;
}

}  // namespace

const Command check_command = {
    "check",
    "check DOSSIER.age -i IDENTITY... [--receipt FILE [--log VKEY]] [--assets DIR] [-o DIR]",
    "open a dossier and say what is wrong with it; -o extracts it into a new folder", run};

}  // namespace motcua::cli
