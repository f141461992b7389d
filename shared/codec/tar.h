#pragma once
// The archive inside a dossier (docs/formats/tar.md): POSIX ustar, regular files only, written as
// single blocks so that contents can stream past.

#include "shared/codec/bytes.h"
#include "shared/result.h"

namespace motcua::codec {

constexpr std::size_t tar_block = 512;

struct TarEntry {
  std::string name;         // see tar_name_ok
  std::uint64_t size = 0;   // at most tar_max_size
  std::uint64_t mtime = 0;  // seconds since 1970 UTC, at most 8^11 - 1
};

constexpr std::uint64_t tar_max_size = 077777777777;

/// A relative path of 1..100 characters of A-Z a-z 0-9 . _ - in segments joined by '/', no segment
/// empty or starting with a dot.
bool tar_name_ok(std::string_view name);

/// Mode 0600, owner 0:0 without names. Code::invalid for a bad name, Code::too_large for the rest.
Result<ByteArray<tar_block>> tar_header(const TarEntry& entry);

/// Zero bytes that follow a content of this size.
constexpr std::uint64_t tar_padding(std::uint64_t size) {
  return (tar_block - size % tar_block) % tar_block;
}

/// Header, content and padding of one entry.
constexpr std::uint64_t tar_entry_size(std::uint64_t size) {
  return tar_block + size + tar_padding(size);
}

/// Size of a whole archive whose entries take `entries` bytes (the sum of tar_entry_size): with two
/// zero blocks, padded with zeros to its Padmé length, rounded up to a block.
std::uint64_t tar_archive_size(std::uint64_t entries);

}  // namespace motcua::codec
