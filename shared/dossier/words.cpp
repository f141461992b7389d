#include "shared/dossier/words.h"

#include <algorithm>

namespace motcua::dossier {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool small(char c) { return c >= 'a' && c <= 'z'; }
bool capital(char c) { return c >= 'A' && c <= 'Z'; }

template <class Allowed>
bool made_of(std::string_view text, std::size_t most, Allowed allowed) {
  return !text.empty() && text.size() <= most && std::all_of(text.begin(), text.end(), allowed);
}

}  // namespace

bool component_ok(std::string_view code) {
  return made_of(code, 64, [](char c) { return small(c) || digit(c) || c == '-'; }) &&
         code.front() != '-' && code.back() != '-' && code.find("--") == std::string_view::npos;
}

bool schema_ok(std::string_view schema) {
  const std::size_t slash = schema.find('/');
  if (slash == std::string_view::npos) return false;
  const std::string_view number = schema.substr(slash + 1);
  return component_ok(schema.substr(0, slash)) && made_of(number, 6, digit) &&
         number.front() != '0';
}

bool procedure_ok(std::string_view code) {
  return made_of(code, 32, [](char c) { return digit(c) || capital(c) || c == '.' || c == '-'; });
}

bool version_ok(std::string_view version) {
  return made_of(version, 32,
                 [](char c) { return digit(c) || capital(c) || small(c) || c == '.' || c == '-'; });
}

bool assurance_ok(std::string_view word) {
  return word == "self" || word == "helper" || word == "id-seen" || word == "vneid";
}

}  // namespace motcua::dossier
