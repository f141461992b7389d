#include "shared/dossier/inspector.h"

#include <algorithm>

#include "shared/codec/hash.h"
#include "shared/dossier/file_type.h"
#include "shared/dossier/limits.h"

namespace motcua::dossier {
namespace {

constexpr std::size_t largest_piece = 1 << 20;

/// Notes each file and passes it on.
class Notes : public codec::TarSink {
 public:
  Notes(Inspection& into, codec::TarSink* extract) : into_(into), extract_(extract) {}

  Status begin(const codec::TarEntry& entry) override {
    into_.files.push_back({entry.name, entry.size, entry.mtime, {}, {}});
    hash_ = {};
    text_ = nullptr;
    if (entry.name == "manifest.json") text_ = limited(into_.manifest, entry, max_manifest_size);
    if (entry.name == "manifest.json.minisig") {
      text_ = limited(into_.signature, entry, max_signature_size);
    }
    if (entry.name == "form.json") text_ = limited(into_.form, entry, max_form_size);
    return extract_ != nullptr ? extract_->begin(entry) : Status{};
  }

  Status data(ByteView piece) override {
    hash_.update(piece);
    Bytes& prefix = into_.files.back().prefix;
    const std::size_t take = std::min(sniff_size - prefix.size(), piece.size());
    prefix.insert(prefix.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(take));
    if (text_ != nullptr) text_->append(text_of(piece));
    return extract_ != nullptr ? extract_->data(piece) : Status{};
  }

  Status end() override {
    into_.files.back().hash = hash_.finish();
    return extract_ != nullptr ? extract_->end() : Status{};
  }

 private:
  /// A file past its bound is noted like any other, but its content is not kept.
  static std::string* limited(std::string& text, const codec::TarEntry& entry, std::size_t most) {
    return entry.size <= most ? &text : nullptr;
  }

  Inspection& into_;
  codec::TarSink* extract_;
  codec::Blake2b256 hash_;
  std::string* text_ = nullptr;
};

}  // namespace

struct Inspector::State {
  State(std::vector<seal::Identity> identities, codec::TarSink* extract)
      : notes(found, extract), reader(notes, limits()), opener(std::move(identities)) {
    plain.resize(seal::Opener::bound(largest_piece));
  }
  ~State() { codec::wipe(plain); }

  static codec::TarLimits limits() {
    codec::TarLimits limits;
    limits.entries = max_attachments + 3;
    limits.entry_size = max_attachment_size;
    limits.archive_size = max_sealed_size;
    return limits;
  }

  Status pass(std::size_t size) {
    found.archive_size += size;
    return reader.push({plain.data(), size});
  }

  /// Splits the raw input into header and body. The header's bytes are known only once it has been
  /// read whole; until then input is held back.
  void hash_body(ByteView in) {
    if (!header_done) {
      early.insert(early.end(), in.begin(), in.end());
      if (opener.header() == nullptr) return;
      header_done = true;
      const std::size_t length = opener.header()->raw.size();
      found.header = codec::blake2b_256(ByteView(early).first(length));
      found.single_kind = seal::check_single_kind(*opener.header()).ok();
      body.update(ByteView(early).subspan(length));
      early.clear();
      early.shrink_to_fit();
      return;
    }
    body.update(in);
  }

  Inspection found;
  Notes notes;
  codec::TarReader reader;
  seal::Opener opener;
  codec::Blake2b256 body;
  Bytes plain;
  Bytes early;
  bool header_done = false;
};

Inspector::Inspector(std::vector<seal::Identity> identities, codec::TarSink* extract) {
  std::vector<seal::Recipient> own;
  for (const seal::Identity& identity : identities) own.push_back(identity.recipient());
  state_ = std::make_unique<State>(std::move(identities), extract);
  state_->found.own = std::move(own);
}

Inspector::~Inspector() = default;

Status Inspector::update(ByteView in) {
  State& state = *state_;
  if (in.size() > largest_piece) return fail(Code::usage, "the piece is too large");
  state.found.size += in.size();
  if (state.found.size > max_sealed_size) {
    return fail(Code::too_large, "the file is larger than any dossier may be");
  }
  auto size = state.opener.update(in, state.plain);
  if (!size) return size.error();
  state.hash_body(in);
  return state.pass(*size);
}

Result<Inspection> Inspector::finish() {
  State& state = *state_;
  auto size = state.opener.finish(state.plain);
  if (!size) return size.error();
  if (auto status = state.pass(*size); !status) return status.error();
  if (auto status = state.reader.finish(); !status) return status.error();
  state.found.body = state.body.finish();
  state.found.commitment = state.opener.commitment();
  return std::move(state.found);
}

}  // namespace motcua::dossier
