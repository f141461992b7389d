#pragma once
// Dossiers that nobody honest would make: any files in any order, sealed to anyone.

#include <utility>

#include "shared/codec/tar.h"
#include "shared/dossier/manifest.h"
#include "shared/seal/whole.h"
#include "tests/unit/dossier/sample.h"

namespace forge {

using motcua::Bytes;
using motcua::ByteView;
using Files = std::vector<std::pair<std::string, Bytes>>;

constexpr std::uint64_t time = 1795323600;  // 2026-11-22T05:00:00Z

inline Bytes bytes(std::string_view text) {
  const ByteView view = motcua::bytes_of(text);
  return {view.begin(), view.end()};
}

inline Bytes archive(const Files& files, std::uint64_t mtime = time, std::size_t padding = 0) {
  Bytes tar;
  for (const auto& [name, content] : files) {
    const auto header = motcua::codec::tar_header({name, content.size(), mtime});
    tar.insert(tar.end(), header.value().begin(), header.value().end());
    tar.insert(tar.end(), content.begin(), content.end());
    tar.resize(tar.size() + static_cast<std::size_t>(motcua::codec::tar_padding(content.size())));
  }
  tar.resize(static_cast<std::size_t>(motcua::codec::tar_archive_size(tar.size())) + padding);
  return tar;
}

inline Bytes seal(const Bytes& tar, const motcua::seal::Identity& reader = sample::unit()) {
  sample::Counter random(2);
  const motcua::seal::Recipient recipient = reader.recipient();
  return motcua::seal::seal_whole(tar, {&recipient, 1}, random).value();
}

/// The three small files and the attachments of an honest dossier, taken out again.
class Extract : public motcua::codec::TarSink {
 public:
  Files files;
  motcua::Status begin(const motcua::codec::TarEntry& entry) override {
    files.push_back({entry.name, {}});
    return {};
  }
  motcua::Status data(ByteView piece) override {
    files.back().second.insert(files.back().second.end(), piece.begin(), piece.end());
    return {};
  }
  motcua::Status end() override { return {}; }
};

inline Files files_of(const Bytes& sealed) {
  Extract extract;
  motcua::dossier::Inspector inspector({sample::unit()}, &extract);
  for (std::size_t at = 0; at < sealed.size(); at += 1 << 20) {
    const std::size_t size = std::min<std::size_t>(1 << 20, sealed.size() - at);
    if (!inspector.update(ByteView(sealed).subspan(at, size))) return {};
  }
  return inspector.finish() ? extract.files : Files{};
}

}  // namespace forge
