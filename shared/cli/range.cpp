#include "shared/cli/range.h"

#include <algorithm>
#include <charconv>

#include "shared/seal/armor.h"
#include "shared/seal/part_opener.h"

namespace motcua::cli {
namespace {

std::optional<std::uint64_t> read_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || at != end || text.size() > 15) return std::nullopt;
  return value;
}

/// Opens one chunk of the file.
Result<std::size_t> open_chunk(const Input& input, seal::PartOpener& part, std::uint64_t number,
                               std::span<std::uint8_t> out) {
  Bytes sealed(part.sealed_size(number));
  if (auto status = input.read_at(part.offset(number), sealed); !status) return status.error();
  return part.chunk(number, sealed, out);
}

}  // namespace

Result<Range> parse_range(std::string_view text) {
  const auto dash = text.find('-');
  const auto first = read_number(text.substr(0, dash));
  const auto rest = dash == std::string_view::npos ? std::string_view("x") : text.substr(dash + 1);
  const auto last = read_number(rest);
  if (!first || (!last && !rest.empty()) || (last && *last < *first)) {
    return fail(Code::usage, "a range of bytes is malformed", "write FIRST-LAST, or FIRST-");
  }
  return Range{*first, last};
}

Status open_range(const Input& input, std::span<const seal::Identity> identities,
                  const Range& range, Output& output) {
  const auto size = input.size();
  if (!size) return size.error();
  Bytes start(static_cast<std::size_t>(std::min<std::uint64_t>(*size, seal::max_part_start)));
  if (auto status = input.read_at(0, start); !status) return status;
  if (seal::detect_form(start, true) == seal::Form::armored) {
    return fail(Code::usage, "a part can only be taken out of a binary file",
                "open the armored file whole");
  }
  auto part = seal::PartOpener::open(start, *size, identities);
  if (!part) return part.error();
  Bytes out(seal::chunk_size);
  auto opened = open_chunk(input, *part, part->chunks() - 1, out);
  if (!opened) return opened.error();
  if (range.first >= part->size()) return {};
  const std::uint64_t end = std::min(range.last.value_or(part->size()), part->size() - 1) + 1;
  for (std::uint64_t at = range.first; at < end;) {
    const std::uint64_t number = at / seal::chunk_size;
    opened = open_chunk(input, *part, number, out);
    if (!opened) return opened.error();
    const auto from = static_cast<std::size_t>(at - number * seal::chunk_size);
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(end - at, *opened - from));
    if (auto status = output.write(ByteView(out).subspan(from, count)); !status) return status;
    at += count;
  }
  codec::wipe(out);
  return {};
}

}  // namespace motcua::cli
