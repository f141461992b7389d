#include "shared/dossier/file_type.h"

#include <algorithm>
#include <array>

#include "shared/dossier/limits.h"

namespace motcua::dossier {
namespace {

using namespace std::string_view_literals;

struct Known {
  FileType type;
  std::string_view magic;
  std::array<std::string_view, 4> extensions;  // that a name may end in
};

constexpr std::array<Known, 3> known = {{
    {{"application/pdf", "pdf"}, "%PDF-"sv, {"pdf"}},
    {{"image/jpeg", "jpg"}, "\xff\xd8\xff"sv, {"jpg", "jpeg", "jpe", "jfif"}},
    {{"image/png", "png"}, "\x89PNG\r\n\x1a\n"sv, {"png"}},
}};

/// What follows the last dot of a name, in lower case; empty when there is none.
std::string extension_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  std::string extension(name.substr(dot + 1));
  std::transform(extension.begin(), extension.end(), extension.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const bool plain =
      extension.size() <= 5 && std::all_of(extension.begin(), extension.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      });
  return plain ? extension : std::string{};
}

bool has_extension(const Known& type, std::string_view extension) {
  return std::find(type.extensions.begin(), type.extensions.end(), extension) !=
         type.extensions.end();
}

}  // namespace

Result<FileType> sniff(ByteView prefix, std::string_view name, std::uint64_t size) {
  if (size == 0 || prefix.empty()) {
    return fail(Code::invalid, "the file is empty", "choose the file again, or scan it again");
  }
  if (size > max_attachment_size) {
    return fail(Code::too_large, "the file is larger than 50 MB",
                "scan it with fewer dots per inch, or split it");
  }
  const std::string extension = extension_of(name);
  for (const Known& type : known) {
    if (!text_of(prefix).starts_with(type.magic)) continue;
    if (extension.empty() || has_extension(type, extension)) return type.type;
    return fail(Code::mismatch,
                "the file's name ends in ." + extension + " but its content is " +
                    std::string(type.type.ext),
                "rename it to end in ." + std::string(type.type.ext) + " if it is the right file");
  }
  for (const Known& type : known) {
    if (!extension.empty() && has_extension(type, extension)) {
      return fail(Code::mismatch,
                  "the file's name ends in ." + extension + " but its content is something else",
                  "open the file to see whether it is whole, then save it again as PDF");
    }
  }
  return fail(Code::refused, "files of this type are not taken", "use a PDF, JPEG or PNG file");
}

Result<FileType> file_type(std::string_view type, std::string_view ext) {
  for (const Known& each : known) {
    if (each.type.type == type && each.type.ext == ext) return each.type;
  }
  return fail(Code::refused, "an attachment is not a PDF, JPEG or PNG file");
}

}  // namespace motcua::dossier
