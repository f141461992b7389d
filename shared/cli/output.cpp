#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "shared/cli/files.h"

namespace motcua::cli {
namespace {

Error io_error(const std::string& what) {
  return fail(Code::io, what + ": " + std::strerror(errno));
}

bool harmless_text(ByteView bytes) {
  return std::none_of(bytes.begin(), bytes.end(), [](std::uint8_t c) {
    return (c < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7F;
  });
}

// Where a path leads: a symbolic link stays, the file it names is replaced.
std::string resolved(const std::string& path) {
  char* real = ::realpath(path.c_str(), nullptr);
  if (real == nullptr) return path;
  std::string out(real);
  std::free(real);
  return out;
}

mode_t default_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

}  // namespace

Output::Output(int fd, std::string path, std::string temporary, bool keep_existing)
    : fd_(fd),
      path_(std::move(path)),
      temporary_(std::move(temporary)),
      keep_existing_(keep_existing),
      text_only_(false) {}

Result<Output> Output::open(const std::optional<std::string>& path, OutputRules rules) {
  if (!path || *path == "-") {
    Output out(STDOUT_FILENO, "standard output", {}, false);
    out.text_only_ = !path && ::isatty(STDOUT_FILENO) == 1;
    if (out.text_only_ && rules.binary) {
      return fail(Code::usage, "the result is not text and would garble the terminal",
                  "name a file with -o, or ask for text with -a where there is such an option");
    }
    return out;
  }
  const std::string target = resolved(*path);
  struct stat info {};
  const bool exists = ::stat(target.c_str(), &info) == 0;
  if (exists && S_ISDIR(info.st_mode)) {
    return fail(Code::io, *path + " is a folder", "name a file");
  }
  if (exists && rules.keep_existing) {
    return fail(Code::io, *path + " is there already",
                "choose another name, or move it away first");
  }
  if (exists && !S_ISREG(info.st_mode)) {
    const int fd = ::open(target.c_str(), O_WRONLY | O_CLOEXEC);
    if (fd < 0) return io_error("can not write " + *path);
    return Output(fd, target, {}, false);
  }
  std::string temporary = target + ".XXXXXX";
  const int fd = ::mkstemp(temporary.data());
  if (fd < 0) return io_error("can not write beside " + *path);
  Output out(fd, target, temporary, rules.keep_existing);
  if (!rules.owner_only && ::fchmod(fd, exists ? info.st_mode & 0777 : default_mode()) != 0) {
    return io_error("can not set who may read " + *path);
  }
  return out;
}

Status Output::write(ByteView bytes) {
  if (text_only_ && !harmless_text(bytes)) {
    return fail(Code::usage, "the result is not text and would garble the terminal",
                "name a file with -o");
  }
  while (!bytes.empty()) {
    const auto written = ::write(fd_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return io_error("can not write " + path_);
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return {};
}

Status Output::commit() {
  if (temporary_.empty()) return {};
  if (::fsync(fd_) != 0) return io_error("can not write " + path_);
  // A link refuses to replace what somebody else made meanwhile; a rename replaces it.
  const int moved = keep_existing_ ? ::link(temporary_.c_str(), path_.c_str())
                                   : ::rename(temporary_.c_str(), path_.c_str());
  if (moved != 0) return io_error("can not write " + path_);
  if (keep_existing_) ::unlink(temporary_.c_str());
  temporary_.clear();
  return {};
}

Output::Output(Output&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})),
      keep_existing_(other.keep_existing_),
      text_only_(other.text_only_) {}

Output::~Output() {
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
  if (fd_ > STDERR_FILENO) ::close(fd_);
}

}  // namespace motcua::cli
