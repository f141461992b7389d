#include <algorithm>
#include <cstdio>

#include "shared/cli/all.h"
#include "shared/cli/options.h"
#include "shared/cli/sealed_input.h"
#include "shared/seal/contents.h"
#include "shared/seal/part_opener.h"
#include "shared/seal/wrapped.h"

namespace motcua::cli {
namespace {

using Number = unsigned long long;

/// Only printable ASCII can stand in a stanza: it was parsed.
void print(const seal::Stanza& stanza) {
  const auto wrapped = seal::read_wrapped(stanza);
  std::printf("  %s", stanza.type.c_str());
  if (!wrapped || !*wrapped) {
    std::printf(": unknown kind, skipped when opening\n");
  } else if ((**wrapped).kind == seal::Kind::hybrid) {
    std::printf(": post-quantum\n");
  } else if ((**wrapped).kind == seal::Kind::x25519) {
    std::printf(": classical\n");
  } else {
    const int factor = (**wrapped).work_factor;
    std::printf(": passphrase, work factor %d, opening takes %llu MiB of memory\n", factor,
                static_cast<Number>(seal::passphrase_memory(factor) >> 20));
  }
}

void print(const seal::Contents& contents, bool armored) {
  std::printf("age file, %s\n", armored ? "armored" : "binary");
  std::printf("header %zu bytes, %zu stanzas:\n", contents.header.raw.size(),
              contents.header.stanzas.size());
  for (const seal::Stanza& stanza : contents.header.stanzas) print(stanza);
  std::printf("payload %llu chunks, plaintext %llu bytes\n", static_cast<Number>(contents.chunks),
              static_cast<Number>(contents.plain_size));
  if (!seal::check_single_kind(contents.header)) {
    std::printf("mixed kinds: the weakest of them decides how safe it is\n");
  }
}

Status run(const Arguments& arguments) {
  const auto options = Options::parse(arguments, {}, 0, 1);
  if (!options) return options.error();
  auto input = Input::open(options->position(0));
  if (!input) return input.error();
  Bytes start;
  std::uint64_t size = 0;
  bool armored = false;
  auto status = for_each_sealed_piece(
      *input,
      [&](ByteView piece) {
        const auto part = piece.first(std::min(piece.size(), seal::max_part_start - start.size()));
        start.insert(start.end(), part.begin(), part.end());
        size += piece.size();
        return Status{};
      },
      &armored);
  if (!status) return status;
  const auto contents = seal::read_contents(start, size);
  if (!contents) return contents.error();
  print(*contents, armored);
  return {};
}

}  // namespace

const Command inspect_command = {"inspect", "inspect [IN]",
                                 "list a sealed file's recipients and sizes, without a key", run};

}  // namespace motcua::cli
