#include "shared/seal/contents.h"

#include "shared/seal/chunks.h"
#include "shared/seal/wrapped.h"

namespace motcua::seal {

Result<Contents> read_contents(ByteView start, std::uint64_t file_size) {
  const auto cut = [] {
    return fail(Code::header, "the age header is cut short", "fetch it again");
  };
  const auto length = header_length(start);
  if (!length) return length.error().code == Code::not_found ? cut() : length.error();
  auto header = parse_header(start.first(*length));
  if (!header) return header.error();
  if (const auto wrapped = read_wrapped(*header); !wrapped) return wrapped.error();
  if (file_size < *length + nonce_size) return cut();
  const std::uint64_t sealed = file_size - *length - nonce_size;
  const auto plain = plain_payload_size(sealed);
  if (!plain) return plain.error();
  return Contents{std::move(header).value(), (sealed + sealed_chunk_size - 1) / sealed_chunk_size,
                  *plain};
}

}  // namespace motcua::seal
