#include "shared/seal/recovery.h"

#include <algorithm>

#include "shared/codec/bech32.h"
#include "shared/codec/hex.h"
#include "shared/sign/minisign_secret.h"

namespace motcua::seal {
namespace {

constexpr std::string_view prefix = "MOTCUA-ROOT-";
constexpr std::string_view code_line = "# code: ";
constexpr std::string_view filed_line = "# filed: ";
constexpr std::size_t max_sheet = 4096;

Error malformed() {
  return fail(Code::invalid, "this is not a recovery sheet or its code",
              "copy the line that starts with MOTCUA-ROOT-1 whole");
}

/// Every line of the key file behind "#| ".
std::string marked(std::string_view file) {
  std::string out;
  while (!file.empty()) {
    const auto end = file.find('\n');
    out.append("#| ").append(file.substr(0, end)).append("\n");
    file = end == std::string_view::npos ? std::string_view{} : file.substr(end + 1);
  }
  return out;
}

std::string_view without_space(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

/// The rest of the line that begins so; empty when there is none.
std::string_view line_after(std::string_view text, std::string_view start) {
  const auto at = text.find(start);
  if (at == std::string_view::npos) return {};
  text.remove_prefix(at + start.size());
  return text.substr(0, text.find('\n'));
}

bool all_of(std::string_view text, std::string_view allowed) {
  return text.find_first_not_of(allowed) == std::string_view::npos;
}

/// "NUMBER BODY", BODY in capitals or not; nothing is allowed, too.
Result<FiledAs> read_filed(std::string_view text) {
  text = without_space(text);
  if (text.empty()) return FiledAs{};
  const auto space = text.find(' ');
  if (space != 12 || text.size() != 12 + 1 + 64) return malformed();
  FiledAs out{std::string(text.substr(0, space)), std::string(text.substr(space + 1))};
  for (char& c : out.body)
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
  if (!all_of(out.number, "0123456789") || !all_of(out.body, "0123456789abcdef"))
    return malformed();
  return out;
}

Result<Recovery> read_code(std::string_view text) {
  auto decoded = codec::bech32_decode(text);
  if (!decoded || decoded->prefix != prefix || decoded->data.size() != 48) return malformed();
  Recovery out;
  std::copy_n(decoded->data.begin(), 32, out.root.data());
  std::copy_n(decoded->data.begin() + 32, 16, out.draft.begin());
  codec::wipe(decoded->data);
  return out;
}

}  // namespace

codec::SecretText recovery_code(const Recovery& recovery) {
  codec::Secret<48> bytes;
  std::copy(recovery.root.bytes().begin(), recovery.root.bytes().end(), bytes.data());
  std::copy(recovery.draft.begin(), recovery.draft.end(), bytes.data() + 32);
  // Only a malformed prefix can fail.
  return codec::SecretText(codec::bech32_encode(prefix, bytes.bytes()).value());
}

codec::SecretText recovery_qr(const Recovery& recovery) {
  std::string text(recovery_code(recovery).view());
  if (!recovery.filed.number.empty()) {
    text += ' ' + recovery.filed.number + ' ';
    for (const char c : recovery.filed.body)
      text += c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return codec::SecretText(std::move(text));
}

codec::SecretText recovery_sheet(const Recovery& recovery) {
  const DossierKeys keys = dossier_keys(recovery.root, recovery.draft);
  std::string text = "# motcua.recovery/1\n";
  text += "# draft: " + codec::hex_encode(recovery.draft) + '\n';
  text.append(code_line).append(recovery_code(recovery).view()) += '\n';
  if (!recovery.filed.number.empty())
    text.append(filed_line) += recovery.filed.number + ' ' + recovery.filed.body + '\n';
  text += "# minisign -S -s KEY: the two lines behind #| are the file KEY\n";
  text += marked(sign::secret_key_file(keys.sign).view());
  text += "# age -d -i THIS-FILE\n";
  text.append(keys.read.text().view()) += '\n';
  return codec::SecretText(std::move(text));
}

Result<Recovery> read_recovery(std::string_view text) {
  if (text.size() > max_sheet) return malformed();
  if (text.substr(0, 1) != "#") {
    text = without_space(text);
    const auto space = text.find(' ');
    auto found = read_code(text.substr(0, space));
    auto filed = read_filed(space == std::string_view::npos ? "" : text.substr(space));
    if (!found) return found;
    if (!filed) return filed.error();
    found->filed = std::move(*filed);
    return found;
  }
  auto found = read_code(without_space(line_after(text, code_line)));
  if (!found) return found;
  auto filed = read_filed(line_after(text, filed_line));
  if (!filed) return filed.error();
  found->filed = std::move(*filed);
  const auto identities = parse_identity_file(text);
  if (!identities) return identities.error();
  const auto own = dossier_keys(found->root, found->draft).read;
  if (identities->size() != 1 || identities->front().kind() != own.kind() ||
      !codec::equal_secret(identities->front().secret().bytes(), own.secret().bytes())) {
    return fail(Code::mismatch, "the recovery sheet's keys do not belong together",
                "use the sheet as it was printed");
  }
  return found;
}

}  // namespace motcua::seal
