#include "shared/dossier/check.h"

#include <algorithm>

#include "shared/catalogue/components.h"
#include "shared/codec/hash.h"
#include "shared/codec/tar.h"
#include "shared/dossier/defect_words.h"
#include "shared/dossier/envelope.h"
#include "shared/dossier/file_type.h"
#include "shared/dossier/form_file.h"
#include "shared/form/visible.h"
#include "shared/record/time.h"

namespace motcua::dossier {
namespace {

constexpr const char* manifest_name = "manifest.json";
constexpr const char* form_name = "form.json";
constexpr const char* receipt_name = "receipt";

const InspectedFile* find(const Inspection& found, std::string_view name) {
  const auto file = std::find_if(found.files.begin(), found.files.end(),
                                 [&](const InspectedFile& each) { return each.name == name; });
  return file == found.files.end() ? nullptr : &*file;
}

void check_form_file(const Inspection& found, const Manifest& manifest, Defects& defects) {
  const InspectedFile* file = find(found, form_name);
  if (file == nullptr) {
    defects.push_back(defect(Fault::form_missing, form_name));
    return;
  }
  if (file->hash != manifest.form_hash || file->size != manifest.form_size) {
    defects.push_back(defect(Fault::form_changed, form_name));
    return;
  }
  auto form = parse_form_file(found.form);
  const auto canonical = form ? form_file_text(*form) : Result<std::string>(form.error());
  if (!canonical || canonical.value() != found.form || form->schema != manifest.form_schema) {
    defects.push_back(defect(Fault::form_invalid, form_name));
  }
}

void check_attachment(const Inspection& found, const Attachment& listed, Defects& defects) {
  const InspectedFile* file = find(found, listed.name);
  if (file == nullptr) {
    defects.push_back(defect(Fault::attachment_missing, listed.name));
  } else if (file->hash != listed.hash || file->size != listed.size) {
    defects.push_back(defect(Fault::attachment_changed, listed.name));
  } else {
    auto type = sniff(file->prefix, listed.name, file->size);
    if (!type || type->type != listed.type) {
      defects.push_back(defect(Fault::attachment_type, listed.name));
    }
  }
}

std::vector<std::string> expected_names(const Manifest& manifest) {
  std::vector<std::string> names{manifest_name, "manifest.json.minisig", form_name};
  for (const Attachment& file : manifest.attachments) names.push_back(file.name);
  return names;
}

void check_files(const Inspection& found, const Manifest& manifest, Defects& defects) {
  const std::vector<std::string> names = expected_names(manifest);
  const auto time = record::parse_time(manifest.time);
  std::vector<std::string> present;
  std::uint64_t entries = 0;
  for (const InspectedFile& file : found.files) {
    present.push_back(file.name);
    entries += codec::tar_entry_size(file.size);
    if (std::find(names.begin(), names.end(), file.name) == names.end()) {
      defects.push_back(defect(Fault::unlisted_file, file.name));
    }
    if (!time || static_cast<std::int64_t>(file.mtime) != time.value()) {
      defects.push_back(defect(Fault::time, file.name));
    }
  }
  if (present != names) defects.push_back(defect(Fault::order, manifest_name));
  if (found.archive_size != codec::tar_archive_size(entries)) {
    defects.push_back(defect(Fault::archive_size, manifest_name));
  }
}

bool reader_listed(const Inspection& found, const Manifest& manifest) {
  return std::any_of(found.own.begin(), found.own.end(), [&](const seal::Recipient& own) {
    return std::find(manifest.recipients.begin(), manifest.recipients.end(), own) !=
           manifest.recipients.end();
  });
}

}  // namespace

Defects check_dossier(const Inspection& found, std::optional<Manifest>& manifest) {
  Defects defects;
  manifest.reset();
  if (!found.single_kind) defects.push_back(defect(Fault::mixed_kinds, "header"));
  if (find(found, manifest_name) == nullptr) {
    defects.push_back(defect(Fault::manifest_missing, manifest_name));
    return defects;
  }
  auto parsed = parse_manifest(found.manifest);
  if (!parsed) {
    defects.push_back(defect(Fault::manifest_invalid, manifest_name));
    defects.back().message.en += " (" + parsed.error().message + ")";
    return defects;
  }
  if (auto verified = verify_manifest(found.manifest, found.signature); verified) {
    manifest = *verified;
  } else {
    defects.push_back(defect(Fault::manifest_signature, "manifest.json.minisig"));
  }
  check_files(found, *parsed, defects);
  check_form_file(found, *parsed, defects);
  for (const Attachment& listed : parsed->attachments) check_attachment(found, listed, defects);
  if (!reader_listed(found, *parsed)) {
    defects.push_back(defect(Fault::reader_unlisted, manifest_name));
  }
  return defects;
}

Defects check_receipt(const Inspection& found, const Manifest& manifest, const Receipt& receipt,
                      const std::optional<sign::NoteVerifier>& log) {
  Defects defects;
  auto envelope = verify_envelope(receipt.envelope, receipt.signature);
  if (!envelope) {
    defects.push_back(defect(Fault::envelope_signature, receipt_name));
    return defects;
  }
  if (!(envelope->sign == manifest.sign) || envelope->read != manifest.read) {
    defects.push_back(defect(Fault::other_signer, receipt_name));
  }
  if (envelope->draft != manifest.draft || envelope->units.list != manifest.units.list ||
      envelope->units.receiving != manifest.units.receiving ||
      envelope->units.competent != manifest.units.competent) {
    defects.push_back(defect(Fault::other_dossier, receipt_name));
  }
  if (envelope->size != found.size || envelope->header != found.header ||
      envelope->body != found.body || envelope->commitment != found.commitment) {
    defects.push_back(defect(Fault::other_file, receipt_name));
  }
  if (log) {
    if (auto proven = verify_receipt(receipt, *log); !proven) {
      defects.push_back(defect(Fault::proof, receipt_name));
      defects.back().message.en += " (" + proven.error().message + ")";
    }
  }
  return defects;
}

Defects check_rules(const Manifest& manifest, std::string_view form_text,
                    const form::Schema& schema, const catalogue::Procedure& procedure) {
  Defects defects;
  if (procedure.form != manifest.form_schema) {
    defects.push_back(defect(Fault::other_form, form_name));
  }
  if (procedure.version != manifest.procedure_version) {
    defects.push_back(defect(Fault::other_procedure, manifest_name));
  }
  auto form = parse_form_file(form_text);
  const auto today = form::day_of(manifest.time);
  if (!form || !today) {
    defects.push_back(defect(Fault::form_invalid, form_name));
    return defects;
  }
  const form::Values values = form::read_values(form->values);
  Defects judged = form::judge_received(schema, values, *today);
  std::vector<std::string> attached;
  for (const Attachment& file : manifest.attachments) attached.push_back(file.component);
  const form::Values seen = form::visible_values(form::visible(schema, values, *today), values);
  Defects papers = catalogue::judge_components(procedure, seen, attached, *today);
  defects.insert(defects.end(), judged.begin(), judged.end());
  defects.insert(defects.end(), papers.begin(), papers.end());
  return defects;
}

}  // namespace motcua::dossier
