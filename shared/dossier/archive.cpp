#include "shared/dossier/archive.h"

#include "shared/codec/tar.h"
#include "shared/record/time.h"

namespace motcua::dossier {
namespace {

Status add_entry(Bytes& archive, std::string name, std::string_view content, std::uint64_t mtime) {
  auto header = codec::tar_header({std::move(name), content.size(), mtime});
  if (!header) return header.error();
  const ByteView bytes = bytes_of(content);
  archive.insert(archive.end(), header->begin(), header->end());
  archive.insert(archive.end(), bytes.begin(), bytes.end());
  archive.resize(archive.size() + static_cast<std::size_t>(codec::tar_padding(content.size())));
  return {};
}

}  // namespace

Result<Archive> make_archive(const Plan& plan, const sign::SecretKey& key) {
  auto time = record::parse_time(plan.manifest.time);
  if (!time) return time.error();
  auto manifest = manifest_text(plan.manifest);
  if (!manifest) return manifest.error();
  auto signature = sign_manifest(*manifest, plan.manifest.draft, key);
  if (!signature) return signature.error();

  Archive archive;
  archive.manifest = *manifest;
  archive.mtime = static_cast<std::uint64_t>(*time);
  for (const auto& [name, content] :
       {std::pair<const char*, std::string_view>{"manifest.json", *manifest},
        {"manifest.json.minisig", *signature},
        {"form.json", plan.form}}) {
    auto status = add_entry(archive.beginning, name, content, archive.mtime);
    if (!status) return status.error();
  }
  std::uint64_t entries = archive.beginning.size();
  for (const Attachment& file : plan.manifest.attachments) {
    entries += codec::tar_entry_size(file.size);
  }
  archive.size = codec::tar_archive_size(entries);
  return archive;
}

}  // namespace motcua::dossier
