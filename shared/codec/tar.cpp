#include "shared/codec/tar.h"

#include <algorithm>

#include "shared/codec/padme.h"

namespace motcua::codec {
namespace {

bool segment_ok(std::string_view segment) {
  return !segment.empty() && segment.front() != '.' &&
         std::all_of(segment.begin(), segment.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                  c == '.' || c == '_' || c == '-';
         });
}

// Octal digits that fill the field but for its last byte, which stays zero.
void put_octal(std::span<std::uint8_t> field, std::uint64_t value) {
  for (std::size_t i = field.size() - 1; i-- > 0; value >>= 3) {
    field[i] = static_cast<std::uint8_t>('0' + (value & 7));
  }
}

void put_text(std::span<std::uint8_t> field, std::string_view text) {
  std::copy(text.begin(), text.end(), field.begin());
}

}  // namespace

bool tar_name_ok(std::string_view name) {
  if (name.empty() || name.size() > 100) return false;
  while (true) {
    const auto slash = name.find('/');
    if (!segment_ok(name.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    name.remove_prefix(slash + 1);
  }
}

Result<ByteArray<tar_block>> tar_header(const TarEntry& entry) {
  if (!tar_name_ok(entry.name)) {
    return fail(Code::invalid, "a file in an archive can not be named \"" + entry.name + "\"",
                "use at most 100 letters, digits and . _ - without leading dots");
  }
  if (entry.size > tar_max_size || entry.mtime > tar_max_size) {
    return fail(Code::too_large, "the file " + entry.name + " is too large for an archive");
  }
  ByteArray<tar_block> block{};
  const std::span<std::uint8_t> all(block);
  put_text(all.subspan(0, 100), entry.name);
  put_octal(all.subspan(100, 8), 0600);
  put_octal(all.subspan(108, 8), 0);  // owner
  put_octal(all.subspan(116, 8), 0);  // group
  put_octal(all.subspan(124, 12), entry.size);
  put_octal(all.subspan(136, 12), entry.mtime);
  block[156] = '0';  // a regular file
  put_text(all.subspan(257, 8), std::string_view("ustar\00000", 8));
  put_octal(all.subspan(329, 8), 0);  // device numbers
  put_octal(all.subspan(337, 8), 0);
  // The checksum counts its own field as spaces and ends with zero and space.
  std::fill_n(block.begin() + 148, 8, std::uint8_t{' '});
  std::uint64_t sum = 0;
  for (const std::uint8_t byte : block) sum += byte;
  put_octal(all.subspan(148, 7), sum);
  block[154] = 0;
  return block;
}

std::uint64_t tar_archive_size(std::uint64_t entries) {
  const std::uint64_t padded = padme(entries + 2 * tar_block);
  return padded + tar_padding(padded);
}

}  // namespace motcua::codec
