#include "shared/cli/assets.h"

#include <cstdlib>
#include <filesystem>

#include "shared/catalogue/index.h"
#include "shared/cli/files.h"

namespace motcua::cli {
namespace {

constexpr std::size_t largest = 4 << 20;

Result<codec::SecretText> read(const std::string& assets, const std::string& name,
                               const std::string& what) {
  const std::string path = assets + "/" + name;
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) {
    return fail(Code::not_found, "there is no " + what + " in " + assets,
                "name the folder of the catalogue with --assets");
  }
  return read_whole(path, largest);
}

}  // namespace

std::string assets_folder(const std::optional<std::string>& given) {
  if (given) return *given;
  if (const char* named = std::getenv("MOTCUA_ASSETS"); named != nullptr) return named;
  std::error_code error;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
  return (self.parent_path() / "../../assets").lexically_normal().string();
}

Result<form::Schema> load_schema(const std::string& assets, const std::string& form) {
  auto text = read(assets, catalogue::form_path(form), "form " + form);
  if (!text) return text.error();
  return form::parse_schema(text->view());
}

Result<catalogue::Procedure> load_procedure(const std::string& assets, const std::string& code,
                                            const std::string& version) {
  auto listed = read(assets, "procedures/index.json", "list of procedures");
  if (!listed) return listed.error();
  const auto index = catalogue::parse_index(listed->view());
  if (!index) return index.error();
  const auto* entry = catalogue::find_entry(*index, code);
  if (!entry)
    return fail(Code::not_found, "there is no procedure " + code, "look at the code again");
  // Of a version that is not here, the one that held then: the caller sees that it is another.
  const auto path = catalogue::procedure_path(*entry, catalogue::version_on(*entry, version));
  auto text = read(assets, path, "procedure " + code);
  if (!text) return text.error();
  return catalogue::parse_procedure(text->view());
}

}  // namespace motcua::cli
