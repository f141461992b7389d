#pragma once
// Opens a sealed dossier as it streams past and notes everything that check_dossier wants to know.
// Memory: the three small files, and nothing of the attachments.

#include <memory>
#include <vector>

#include "shared/codec/tar_reader.h"
#include "shared/dossier/manifest.h"
#include "shared/seal/opener.h"

namespace motcua::dossier {

/// One file of the archive.
struct InspectedFile {
  std::string name;
  std::uint64_t size = 0;
  std::uint64_t mtime = 0;
  Hash hash{};
  Bytes prefix;  // its first bytes, for telling its type
};

struct Inspection {
  std::uint64_t size = 0;          // of the sealed file
  std::uint64_t archive_size = 0;  // of its payload
  Hash header{};
  Hash body{};
  Hash commitment{};
  bool single_kind = true;           // the header wraps its key in one way only
  std::vector<seal::Recipient> own;  // recipients of the identities that were given
  std::vector<InspectedFile> files;  // in the archive's order
  // Contents of the three small files; empty when absent.
  std::string manifest;
  std::string signature;
  std::string form;
};

/// update() any number of times, then finish() once. An error is final; its codes are those of
/// seal::Opener and codec::TarReader.
class Inspector {
 public:
  /// `extract` receives every file as it is read; may be null. It must outlive this.
  Inspector(std::vector<seal::Identity> identities, codec::TarSink* extract);
  ~Inspector();
  Inspector(const Inspector&) = delete;
  Inspector& operator=(const Inspector&) = delete;

  /// Pieces of at most 1 MiB.
  Status update(ByteView in);
  Result<Inspection> finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace motcua::dossier
