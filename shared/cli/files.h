#pragma once
// The command's input and output: streams, standard ones included.

#include <optional>

#include "shared/codec/secret.h"
#include "shared/result.h"

namespace motcua::cli {

/// A file, or standard input for no path or "-".
class Input {
 public:
  static Result<Input> open(const std::optional<std::string>& path);
  /// How many bytes were read into `out`; fewer than asked only at the end.
  Result<std::size_t> read(std::span<std::uint8_t> out);

  /// Of a file that can be read at any place; Code::usage for a pipe or a terminal.
  Result<std::uint64_t> size() const;
  /// Fills `out` from `offset` on, whatever has been read; Code::io when the file ends before.
  Status read_at(std::uint64_t offset, std::span<std::uint8_t> out) const;

  Input(Input&& other) noexcept;
  Input& operator=(Input&&) = delete;
  ~Input();

 private:
  explicit Input(int fd, bool owned, std::string name)
      : fd_(fd), owned_(owned), name_(std::move(name)) {}
  int fd_;
  bool owned_;
  std::string name_;
};

struct OutputRules {
  bool binary = false;         // refuse a terminal, unless the path is "-" in so many words
  bool owner_only = false;     // nobody else may read the file
  bool keep_existing = false;  // refuse to replace a file
};

/// Standard output, or a file that is written beside its place and moved there by commit(): a
/// reader never sees half of it. Without commit() nothing remains. A terminal is never sent control
/// characters.
class Output {
 public:
  /// No path or "-": standard output. Devices and pipes are written directly.
  static Result<Output> open(const std::optional<std::string>& path, OutputRules rules = {});
  Status write(ByteView bytes);
  Status write(std::string_view text) { return write(bytes_of(text)); }
  Status commit();

  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();

 private:
  Output(int fd, std::string path, std::string temporary, bool keep_existing);
  int fd_;
  std::string path_;       // for messages
  std::string temporary_;  // empty: nothing to move or remove
  bool keep_existing_;
  bool text_only_;  // a terminal
};

/// A whole small file; Code::too_large past `limit`.
Result<codec::SecretText> read_whole(const std::optional<std::string>& path, std::size_t limit);

}  // namespace motcua::cli
