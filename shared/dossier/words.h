#pragma once
// The small words that formats are made of: which codes and names are well formed.

#include <string_view>

namespace motcua::dossier {

/// 1..64 of a-z 0-9 and single dashes between them: "giay-chung-sinh".
bool component_ok(std::string_view code);
/// "birth/1": a component-like name, a slash, a number from 1.
bool schema_ok(std::string_view schema);
/// 1..32 of 0-9 A-Z . - such as "1.001193".
bool procedure_ok(std::string_view code);
/// 1..32 of 0-9 A-Z a-z . - such as "2026-07-01" or "demo-1".
bool version_ok(std::string_view version);
/// "self", "helper", "id-seen" or "vneid": how the applicant's identity was established.
bool assurance_ok(std::string_view word);

}  // namespace motcua::dossier
