#pragma once
// How large the parts of a dossier may be. Writers and readers hold to the same bounds.

#include <cstddef>
#include <cstdint>

namespace motcua::dossier {

constexpr std::size_t max_attachments = 99;
constexpr std::uint64_t max_attachment_size = 50u << 20;    // 50 MiB
constexpr std::uint64_t max_attachments_size = 200u << 20;  // all together
constexpr std::size_t max_manifest_size = 512u << 10;
constexpr std::size_t max_form_size = 1u << 20;
constexpr std::size_t max_recipients = 16;
constexpr std::size_t max_notices = 32;
constexpr std::size_t max_envelope_size = 8u << 10;
constexpr std::size_t max_signature_size = 2u << 10;  // of a minisig file
/// A sealed dossier with everything at its bound, the padding and the chunks' tags.
constexpr std::uint64_t max_sealed_size = 256u << 20;

}  // namespace motcua::dossier
