#include "shared/dossier/manifest.h"

#include "shared/codec/hash.h"
#include "shared/codec/hex.h"
#include "shared/codec/json.h"
#include "shared/dossier/limits.h"

namespace motcua::dossier {
namespace {

using codec::Json;

Json party(const Party& of) { return Json{{"name", of.name}, {"id", of.id}}; }

Json statements(const std::vector<Statement>& list, const char* time_name) {
  Json json = Json::array();
  for (const Statement& each : list) {
    json.push_back(Json{{"id", each.id}, {"version", each.version}, {time_name, each.time}});
  }
  return json;
}

Json recipients(const std::vector<seal::Recipient>& list) {
  Json json = Json::array();
  for (const seal::Recipient& each : list) json.push_back(each.text());
  return json;
}

Json attachments(const std::vector<Attachment>& list) {
  Json json = Json::array();
  for (const Attachment& each : list) {
    json.push_back(Json{{"name", each.name},
                        {"component", each.component},
                        {"title", each.title},
                        {"type", each.type},
                        {"hash", codec::hex_encode(each.hash)},
                        {"size", each.size}});
  }
  return json;
}

}  // namespace

std::string attachment_name(std::size_t index, std::string_view component, std::string_view ext) {
  const std::string number = std::to_string(index + 1);
  return std::string("attachments/")
      .append(number.size() < 2 ? "0" : "")
      .append(number)
      .append("-")
      .append(component)
      .append(".")
      .append(ext);
}

Result<std::string> manifest_text(const Manifest& manifest) {
  const Json json{
      {"format", "motcua.manifest/1"},
      {"draft", codec::hex_encode(manifest.draft)},
      {"procedure", {{"code", manifest.procedure}, {"version", manifest.procedure_version}}},
      {"form",
       {{"schema", manifest.form_schema},
        {"hash", codec::hex_encode(manifest.form_hash)},
        {"size", manifest.form_size}}},
      {"applicant", party(manifest.applicant)},
      {"submitter", party(manifest.submitter)},
      {"helper", nullptr},
      {"assurance", manifest.assurance},
      {"units",
       {{"list", manifest.units.list},
        {"receiving", manifest.units.receiving},
        {"competent", manifest.units.competent}}},
      {"recipients", recipients(manifest.recipients)},
      {"keys", {{"read", manifest.read}, {"sign", sign::public_key_text(manifest.sign)}}},
      {"attachments", attachments(manifest.attachments)},
      {"notices", statements(manifest.notices, "shown")},
      {"consents", statements(manifest.consents, "given")},
      {"time", manifest.time}};
  auto text = codec::json_canonical(json);
  if (!text) return text.error();
  if (auto read = parse_manifest(*text); !read) return read.error();
  return text;
}

std::string manifest_comment(const seal::DraftId& draft) {
  return "motcua.manifest/1 draft:" + codec::hex_encode(draft) + " purpose:submit";
}

Result<std::string> sign_manifest(std::string_view text, const seal::DraftId& draft,
                                  const sign::SecretKey& key) {
  auto signature = sign::sign(key, codec::blake2b_512(bytes_of(text)), manifest_comment(draft));
  if (!signature) return signature.error();
  return sign::signature_text(*signature);
}

Result<Manifest> verify_manifest(std::string_view text, std::string_view signature) {
  auto manifest = parse_manifest(text);
  if (!manifest) return manifest.error();
  const Error bad = fail(Code::signature, "the applicant's signature of the manifest does not hold",
                         "the dossier was changed after it was signed; do not accept it");
  auto parsed = sign::parse_signature(signature);
  if (!parsed) return bad;
  if (parsed->trusted_comment != manifest_comment(manifest->draft)) return bad;
  auto status = sign::verify(manifest->sign, codec::blake2b_512(bytes_of(text)), *parsed);
  if (!status) return bad;
  return manifest;
}

}  // namespace motcua::dossier
