#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "shared/cli/files.h"

namespace motcua::cli {

Result<Input> Input::open(const std::optional<std::string>& path) {
  if (!path || *path == "-") return Input(STDIN_FILENO, false, "standard input");
  const int fd = ::open(path->c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) {
    return fail(Code::io, "can not open " + *path + ": " + std::strerror(errno));
  }
  return Input(fd, true, *path);
}

Input::Input(Input&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), owned_(other.owned_), name_(std::move(other.name_)) {}

Input::~Input() {
  if (owned_ && fd_ >= 0) ::close(fd_);
}

Result<std::size_t> Input::read(std::span<std::uint8_t> out) {
  std::size_t filled = 0;
  while (filled < out.size()) {
    const auto got = ::read(fd_, out.data() + filled, out.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(Code::io, "can not read " + name_ + ": " + std::strerror(errno));
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  return filled;
}

Result<std::uint64_t> Input::size() const {
  struct stat info {};
  if (::fstat(fd_, &info) != 0 || !S_ISREG(info.st_mode)) {
    return fail(Code::usage, "a part can only be taken out of a file", "name a file, not a pipe");
  }
  return static_cast<std::uint64_t>(info.st_size);
}

Status Input::read_at(std::uint64_t offset, std::span<std::uint8_t> out) const {
  while (!out.empty()) {
    const auto got = ::pread(fd_, out.data(), out.size(), static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(Code::io, "can not read " + name_ + ": " + std::strerror(errno));
    if (got == 0) return fail(Code::io, name_ + " has become shorter while it was read");
    out = out.subspan(static_cast<std::size_t>(got));
    offset += static_cast<std::uint64_t>(got);
  }
  return {};
}

Result<codec::SecretText> read_whole(const std::optional<std::string>& path, std::size_t limit) {
  auto input = Input::open(path);
  if (!input) return input.error();
  Bytes buffer(limit + 1);
  const auto size = input->read(buffer);
  codec::SecretText text;
  if (size) text = codec::SecretText(std::string(text_of(ByteView(buffer).first(*size))));
  codec::wipe(buffer);
  if (!size) return size.error();
  if (*size > limit) {
    return fail(Code::too_large, path.value_or("standard input") + " is too long for what it is");
  }
  return text;
}

}  // namespace motcua::cli
