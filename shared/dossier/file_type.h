#pragma once
// Which files a dossier takes, told by their first bytes and never by their name: PDF, JPEG, PNG.

#include <string>
#include <string_view>

#include "shared/codec/bytes.h"
#include "shared/result.h"

namespace motcua::dossier {

struct FileType {
  std::string_view type;  // "application/pdf"
  std::string_view ext;   // "pdf"
};

/// How many first bytes tell every type.
constexpr std::size_t sniff_size = 16;

/// `prefix` = the first sniff_size bytes, or all of a shorter file; `name` = the file's own name;
/// `size` in bytes. Code::invalid (empty), Code::too_large, Code::refused (a type that is not
/// taken), Code::mismatch (the name says another type than the content).
Result<FileType> sniff(ByteView prefix, std::string_view name, std::uint64_t size);

/// The file type with this media type and extension, if they belong together. Code::refused.
Result<FileType> file_type(std::string_view type, std::string_view ext);

}  // namespace motcua::dossier
