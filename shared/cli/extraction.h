#pragma once
// Writes the files of an archive into a new folder, which appears whole or not at all.

#include <cstdio>

#include "shared/codec/tar_reader.h"

namespace motcua::cli {

class Extraction : public codec::TarSink {
 public:
  /// Code::usage when `folder` exists already. Writes beside it until commit().
  static Result<Extraction> start(const std::string& folder);

  Status begin(const codec::TarEntry& entry) override;
  Status data(ByteView piece) override;
  Status end() override;
  Status commit();

  Extraction(Extraction&& other) noexcept;
  Extraction& operator=(Extraction&&) = delete;
  ~Extraction() override;

 private:
  Extraction(std::string folder, std::string temporary)
      : folder_(std::move(folder)), temporary_(std::move(temporary)) {}
  std::string folder_;
  std::string temporary_;  // empty once committed
  std::FILE* file_ = nullptr;
};

}  // namespace motcua::cli
