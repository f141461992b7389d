#include "shared/codec/tar_reader.h"

#include <algorithm>

namespace motcua::codec {
namespace {

Error refused(std::string what) {
  return fail(Code::refused, "the archive " + std::move(what),
              "a dossier's archive is made by motcua: do not repack it");
}

Error broken(std::string what) { return fail(Code::invalid, "the archive " + std::move(what)); }

// A field of octal digits closed by zero or space, as every tar writes them below 8 GiB.
std::optional<std::uint64_t> get_octal(ByteView field) {
  std::uint64_t value = 0;
  std::size_t digits = 0;
  while (digits < field.size() && field[digits] >= '0' && field[digits] <= '7') {
    value = value << 3 | (field[digits] & 7u);
    ++digits;
  }
  if (digits == 0 || digits >= field.size()) return std::nullopt;
  const auto rest = field.subspan(digits);
  if (!std::all_of(rest.begin(), rest.end(), [](auto c) { return c == 0 || c == ' '; })) {
    return std::nullopt;
  }
  return value;
}

bool all_zero(ByteView bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](auto c) { return c == 0; });
}

bool checksum_holds(ByteView block) {
  const auto written = get_octal(block.subspan(148, 8));
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < block.size(); ++i) sum += i >= 148 && i < 156 ? ' ' : block[i];
  return written && *written == sum;
}

std::string lower_case(std::string_view name) {
  std::string out(name);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

Result<TarEntry> parse_entry(const ByteArray<tar_block>& block) {
  const ByteView all(block);
  if (!checksum_holds(all)) return broken("is damaged: the checksum of a file's header is wrong");
  const auto name_field = text_of(all.subspan(0, 100));
  TarEntry entry;
  entry.name = std::string(name_field.substr(0, name_field.find('\0')));
  if (!tar_name_ok(entry.name) || all[345] != 0) {
    return refused("holds a file whose name is not allowed");
  }
  if (all[156] != '0') {
    return refused("holds something that is not a plain file: " + entry.name);
  }
  const auto size = get_octal(all.subspan(124, 12));
  const auto mtime = get_octal(all.subspan(136, 12));
  if (!size || !mtime) return broken("states no usable size or time for " + entry.name);
  entry.size = *size;
  entry.mtime = *mtime;
  const auto ours = tar_header(entry);
  if (!ours || ours.value() != block) {
    return refused("describes " + entry.name + " in an unusual way");
  }
  return entry;
}

}  // namespace

Status TarReader::start_entry() {
  auto entry = parse_entry(block_);
  if (!entry) return entry.error();
  if (seen_.size() >= limits_.entries) {
    return fail(Code::too_large,
                "the archive holds more than " + std::to_string(limits_.entries) + " files");
  }
  if (entry->size > limits_.entry_size) {
    return fail(Code::too_large, "the file " + entry->name + " in the archive is too large");
  }
  if (!seen_.insert(lower_case(entry->name)).second) {
    return fail(Code::duplicate, "the archive holds " + entry->name + " twice");
  }
  left_ = entry->size;
  padding_ = tar_padding(entry->size);
  if (auto status = sink_.begin(*entry); !status) return status;
  state_ = State::content;
  return left_ == 0 ? close_entry() : Status{};
}

Status TarReader::close_entry() {
  if (auto status = sink_.end(); !status) return status;
  left_ = padding_;
  state_ = left_ == 0 ? State::header : State::padding;
  return {};
}

// Collects one block; a whole one is a file's header or the first of the closing zeros.
Status TarReader::read_header() {
  filled_ = 0;
  if (state_ == State::first_zero) {
    if (!all_zero(block_)) return broken("ends with one zero block instead of two");
    state_ = State::zeros;
    return {};
  }
  if (all_zero(block_)) {
    state_ = State::first_zero;
    return {};
  }
  return start_entry();
}

Status TarReader::step(ByteView& piece) {
  const auto take = [&](std::uint64_t most) {
    const auto part =
        piece.first(static_cast<std::size_t>(std::min<std::uint64_t>(most, piece.size())));
    piece = piece.subspan(part.size());
    return part;
  };
  switch (state_) {
    case State::header:
    case State::first_zero: {
      const auto part = take(tar_block - filled_);
      std::copy(part.begin(), part.end(), block_.begin() + static_cast<std::ptrdiff_t>(filled_));
      filled_ += part.size();
      return filled_ == tar_block ? read_header() : Status{};
    }
    case State::content: {
      const auto part = take(left_);
      left_ -= part.size();
      if (auto status = sink_.data(part); !status) return status;
      return left_ == 0 ? close_entry() : Status{};
    }
    case State::padding: {
      const auto part = take(left_);
      left_ -= part.size();
      if (!all_zero(part)) return refused("hides data after the end of a file");
      if (left_ == 0) state_ = State::header;
      return {};
    }
    case State::zeros:
      if (!all_zero(take(piece.size()))) return refused("hides data after its end");
      return {};
  }
  return {};
}

Status TarReader::push(ByteView piece) {
  if (!failed_) return failed_;
  total_ += piece.size();
  if (total_ > limits_.archive_size) {
    return failed_ = fail(Code::too_large, "the archive is too large");
  }
  while (!piece.empty()) {
    if (auto status = step(piece); !status) return failed_ = status.error();
  }
  return {};
}

Status TarReader::finish() {
  if (!failed_) return failed_;
  if (state_ != State::zeros || total_ % tar_block != 0) {
    return failed_ = broken("is cut short");
  }
  return {};
}

}  // namespace motcua::codec
