#include <algorithm>

#include "shared/codec/members.h"
#include "shared/dossier/file_type.h"
#include "shared/dossier/limits.h"
#include "shared/dossier/manifest.h"
#include "shared/dossier/parts.h"
#include "shared/dossier/words.h"

namespace motcua::dossier {
namespace {

void close(codec::Members& from, codec::Members& part) {
  if (auto status = part.finish(); !status) from.refuse(status.error());
}

void read_form(codec::Members& from, Manifest& into) {
  codec::Members part(from.object("form"), "\"form\"");
  into.form_schema = part.text("schema", 80);
  part.require(schema_ok(into.form_schema), "schema");
  into.form_hash = part.hex<32>("hash");
  into.form_size = static_cast<std::uint64_t>(part.integer("size", 2, max_form_size));
  close(from, part);
}

void read_keys(codec::Members& from, Manifest& into) {
  codec::Members part(from.object("keys"), "\"keys\"");
  into.read = part.text("read", 4000);
  auto sign = sign::parse_public_key(part.text("sign", 56, 56));
  if (sign) into.sign = *sign;
  part.require(sign.ok(), "sign");
  close(from, part);
}

Attachment read_attachment(codec::Members& from, const codec::Json& item, std::size_t index) {
  codec::Members part(item, "an attachment of the manifest");
  Attachment file;
  file.name = part.text("name", 100);
  file.component = part.text("component", 64);
  part.require(component_ok(file.component), "component");
  file.title = part.text("title", 255);
  file.type = part.text("type", 64);
  file.hash = part.hex<32>("hash");
  file.size = static_cast<std::uint64_t>(part.integer("size", 1, max_attachment_size));
  const std::string_view ext = std::string_view(file.name).substr(file.name.rfind('.') + 1);
  part.require(file_type(file.type, ext).ok(), "type");
  part.require(file.name == attachment_name(index, file.component, ext), "name");
  close(from, part);
  return file;
}

void read_attachments(codec::Members& from, Manifest& into) {
  std::uint64_t total = 0;
  for (const codec::Json& item : from.array("attachments", max_attachments)) {
    into.attachments.push_back(read_attachment(from, item, into.attachments.size()));
    total += into.attachments.back().size;
  }
  if (total > max_attachments_size) {
    from.refuse(fail(Code::too_large, "the attachments are larger than 200 MB together",
                     "scan them with fewer dots per inch"));
  }
}

/// Every reader once, the applicant among them.
bool readers_ok(const Manifest& manifest) {
  bool applicant = false;
  for (const seal::Recipient& each : manifest.recipients) {
    applicant = applicant || each.text() == manifest.read;
    if (std::count(manifest.recipients.begin(), manifest.recipients.end(), each) != 1) return false;
  }
  return applicant;
}

}  // namespace

Result<Manifest> parse_manifest(std::string_view text) {
  auto json = codec::json_parse_canonical(text, {max_manifest_size, 8});
  if (!json) return json.error();
  codec::Members members(*json, "the manifest");
  Manifest manifest;
  members.require(members.text("format", 40) == "motcua.manifest/1", "format");
  manifest.draft = members.hex<16>("draft");
  read_procedure(members, manifest);
  read_form(members, manifest);
  manifest.applicant = read_party(members, "applicant");
  manifest.submitter = read_party(members, "submitter");
  members.require(members.any("helper").is_null(), "helper");
  manifest.assurance = members.text("assurance", 16);
  members.require(assurance_ok(manifest.assurance), "assurance");
  manifest.units = read_units(members);
  manifest.recipients = read_recipients(members, 1);
  read_keys(members, manifest);
  members.require(readers_ok(manifest), "recipients");
  read_attachments(members, manifest);
  manifest.notices = read_statements(members, "notices", "shown");
  manifest.consents = read_statements(members, "consents", "given");
  manifest.time = read_time(members, "time");
  if (auto status = members.finish(); !status) return status.error();
  return manifest;
}

}  // namespace motcua::dossier
