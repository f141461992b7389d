#include "shared/seal/part_opener.h"

namespace motcua::seal {

Result<PartOpener> PartOpener::open(ByteView start, std::uint64_t file_size,
                                    std::span<const Identity> identities) {
  const auto cut = [] {
    return fail(Code::header, "the age header is cut short", "fetch it again");
  };
  const auto length = header_length(start);
  if (!length) return length.error().code == Code::not_found ? cut() : length.error();
  const auto header = parse_header(start.first(*length));
  if (!header) return header.error();
  const auto key = find_file_key(*header, identities);
  if (!key) return key.error();
  const std::uint64_t body = *length + nonce_size;
  if (start.size() < body || file_size < body) return cut();
  const auto size = plain_payload_size(file_size - body);
  if (!size) return size.error();
  const std::span<const std::uint8_t, nonce_size> nonce(start.data() + *length, nonce_size);
  return PartOpener(payload_key(*key, nonce), body, *size);
}

std::size_t PartOpener::sealed_size(std::uint64_t chunk) const {
  if (chunk + 1 < chunks()) return sealed_chunk_size;
  return static_cast<std::size_t>(size_ - chunk * chunk_size) + tag_size;
}

Result<std::size_t> PartOpener::chunk(std::uint64_t number, ByteView sealed,
                                      std::span<std::uint8_t> out) {
  const bool last = number + 1 == chunks();
  if (number >= chunks() || (!last && !end_seen_) || sealed.size() != sealed_size(number) ||
      out.size() < chunk_size) {
    return fail(Code::usage, "a chunk was to be opened out of turn");
  }
  const std::size_t size = sealed.size() - tag_size;
  auto status = open_chunk(key_, number, last, sealed, out.first(size));
  if (!status) return status.error();
  end_seen_ = true;
  return size;
}

}  // namespace motcua::seal
