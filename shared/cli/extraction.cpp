#include "shared/cli/extraction.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace motcua::cli {
namespace {

Error not_written(const std::string& path) {
  return fail(Code::io, "cannot write " + path + ": " + std::strerror(errno),
              "check the folder's rights and the free space");
}

}  // namespace

Result<Extraction> Extraction::start(const std::string& folder) {
  std::error_code error;
  if (folder.empty() || std::filesystem::exists(std::filesystem::symlink_status(folder, error))) {
    return fail(Code::usage, "the folder " + folder + " is there already", "name a new one");
  }
  std::string temporary = folder;
  while (temporary.size() > 1 && temporary.back() == '/') temporary.pop_back();
  temporary += ".part-XXXXXX";
  if (mkdtemp(temporary.data()) == nullptr) return not_written(temporary);  // mode 0700
  return Extraction(folder, temporary);
}

Extraction::Extraction(Extraction&& other) noexcept
    : folder_(std::move(other.folder_)),
      temporary_(std::exchange(other.temporary_, {})),
      file_(std::exchange(other.file_, nullptr)) {}

Extraction::~Extraction() {
  if (file_ != nullptr) std::fclose(file_);
  std::error_code error;
  if (!temporary_.empty()) std::filesystem::remove_all(temporary_, error);
}

Status Extraction::begin(const codec::TarEntry& entry) {
  // The reader has refused every name that could lead out of the folder (codec/tar.h).
  const std::string path = temporary_ + "/" + entry.name;
  const std::string parent = path.substr(0, path.rfind('/'));
  std::error_code error;
  std::filesystem::create_directories(parent, error);
  const int fd = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  file_ = fd < 0 ? nullptr : fdopen(fd, "wb");
  if (file_ == nullptr) return not_written(path);
  return {};
}

Status Extraction::data(ByteView piece) {
  if (std::fwrite(piece.data(), 1, piece.size(), file_) != piece.size()) {
    return not_written(temporary_);
  }
  return {};
}

Status Extraction::end() {
  if (std::fclose(std::exchange(file_, nullptr)) != 0) return not_written(temporary_);
  return {};
}

Status Extraction::commit() {
  if (std::rename(temporary_.c_str(), folder_.c_str()) != 0) return not_written(folder_);
  temporary_.clear();
  return {};
}

}  // namespace motcua::cli
