#include "shared/dossier/plan.h"

#include <algorithm>

#include "shared/codec/hash.h"
#include "shared/codec/members.h"
#include "shared/dossier/file_type.h"
#include "shared/dossier/form_file.h"
#include "shared/dossier/limits.h"
#include "shared/dossier/parts.h"

namespace motcua::dossier {
namespace {

Attachment read_attachment(codec::Members& plan, const codec::Json& item, std::size_t index) {
  codec::Members part(item, "an attachment of the plan");
  Attachment file;
  file.component = part.text("component", 64);
  file.title = part.text("title", 255);
  file.type = part.text("type", 64);
  file.hash = part.hex<32>("hash");
  file.size = static_cast<std::uint64_t>(part.integer("size", 1, max_attachment_size));
  const std::string ext = part.text("ext", 4);
  if (auto type = file_type(file.type, ext); !type) part.refuse(type.error());
  if (auto status = part.finish(); !status) plan.refuse(status.error());
  file.name = attachment_name(index, file.component, ext);
  return file;
}

void read_form(codec::Members& plan, Plan& into) {
  auto form = parse_form_file(plan.document("form_json", max_form_size));
  if (!form) return plan.refuse(form.error());
  auto text = form_file_text(*form);
  if (!text) return plan.refuse(text.error());
  into.form = std::move(*text);
  into.manifest.form_schema = form->schema;
  into.manifest.form_hash = codec::blake2b_256(bytes_of(into.form));
  into.manifest.form_size = into.form.size();
}

/// The units' recipients, then the applicant's, each once.
std::vector<seal::Recipient> readers(std::vector<seal::Recipient> listed,
                                     const seal::Recipient& own) {
  listed.push_back(own);
  std::vector<seal::Recipient> once;
  for (const seal::Recipient& each : listed) {
    if (std::find(once.begin(), once.end(), each) == once.end()) once.push_back(each);
  }
  return once;
}

Result<Plan> read_plan(const codec::Json& json) {
  codec::Members members(json, "the plan");
  Plan plan;
  Manifest& manifest = plan.manifest;
  auto root = members.hex<32>("root");
  plan.root = seal::Root(root);
  codec::wipe(root);
  manifest.draft = members.hex<16>("draft");
  plan.key = members.hex<16>("key");
  plan.channel = members.integer("channel", 1, 3);
  manifest.time = read_time(members, "time");
  read_procedure(members, manifest);
  read_form(members, plan);
  manifest.applicant = read_party(members, "applicant");
  manifest.submitter = read_party(members, "submitter");
  members.require(members.any("helper").is_null(), "helper");
  manifest.assurance = members.text("assurance", 16);
  manifest.units = read_units(members);
  manifest.recipients = read_recipients(members, 1);
  for (const codec::Json& item : members.array("attachments", max_attachments)) {
    manifest.attachments.push_back(read_attachment(members, item, manifest.attachments.size()));
  }
  manifest.notices = read_statements(members, "notices", "shown");
  manifest.consents = read_statements(members, "consents", "given");
  if (auto status = members.finish(); !status) return status.error();

  const seal::DossierKeys keys = seal::dossier_keys(plan.root, manifest.draft);
  const seal::Recipient own = keys.read.recipient();
  manifest.read = own.text();
  manifest.sign = sign::public_key(keys.sign);
  manifest.recipients = readers(std::move(manifest.recipients), own);
  return plan;
}

}  // namespace

Result<Plan> parse_plan(std::string_view text) {
  auto json = codec::json_parse(text, {4u << 20, 8});
  if (!json) return json.error();
  auto plan = read_plan(*json);
  if (json->is_object() && json->contains("root")) {
    if (auto* root = (*json)["root"].get_ptr<std::string*>(); root != nullptr) {
      codec::wipe({reinterpret_cast<std::uint8_t*>(root->data()), root->size()});
    }
  }
  return plan;
}

}  // namespace motcua::dossier
