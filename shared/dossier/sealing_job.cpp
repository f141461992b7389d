#include "shared/dossier/sealing_job.h"

#include <algorithm>

#include "shared/codec/hash.h"
#include "shared/codec/hex.h"
#include "shared/codec/tar.h"
#include "shared/dossier/archive.h"
#include "shared/dossier/envelope.h"
#include "shared/seal/sealer.h"

namespace motcua::dossier {
namespace {

enum class Stage { header, beginning, entry, content, closing, envelope, done, failed };

}  // namespace

struct SealingJob::State {
  State(Plan the_plan, seal::DossierKeys the_keys, Archive the_archive, seal::Sealer the_sealer)
      : plan(std::move(the_plan)),
        keys(std::move(the_keys)),
        archive(std::move(the_archive)),
        sealer(std::move(the_sealer)),
        in(kInputCapacity),
        out(std::max(seal::max_header_size + seal::nonce_size,
                     seal::Sealer::bound(kInputCapacity) + seal::sealed_chunk_size)) {}
  ~State() { codec::wipe(in); }

  Status feed(ByteView plain);
  Status give(ByteView sealed);
  Status step();
  Status write_header();
  Status write_beginning();
  Status open_entry();
  Status close_entry();
  Status write_closing();
  Status write_envelope();
  const std::vector<Attachment>& attachments() const { return plan.manifest.attachments; }

  Plan plan;
  seal::DossierKeys keys;
  Archive archive;
  seal::Sealer sealer;
  Bytes in;
  Bytes out;

  Stage stage = Stage::header;
  std::size_t out_size = 0;
  bool unseen = false;         // output that next() has not announced yet
  std::uint64_t archived = 0;  // plaintext bytes given to the sealer
  std::uint64_t written = 0;   // bytes of the sealed file given out
  std::size_t current = 0;     // attachment
  std::uint64_t left = 0;      // of its content
  bool zeroed = false;         // `in` holds zeros, for the closing
  codec::Blake2b256 body;
  codec::Blake2b256 content;
  Sealed sealed;
  Error error;
};

Status SealingJob::State::feed(ByteView plain) {
  auto size = sealer.update(plain, std::span(out).subspan(out_size));
  if (!size) return size.error();
  archived += plain.size();
  return give({out.data() + out_size, *size});
}

/// Counts and hashes sealed bytes that already lie at the end of the output.
Status SealingJob::State::give(ByteView bytes) {
  body.update(bytes);
  out_size += bytes.size();
  written += bytes.size();
  return {};
}

Status SealingJob::State::write_header() {
  const ByteView header = sealer.header();
  const ByteView nonce = sealer.nonce();
  std::copy(header.begin(), header.end(), out.begin());
  sealed.header = codec::hex_encode(codec::blake2b_256(header));
  sealed.commitment = codec::hex_encode(sealer.commitment());
  out_size = header.size();
  written = header.size();
  std::copy(nonce.begin(), nonce.end(), out.begin() + static_cast<std::ptrdiff_t>(out_size));
  stage = Stage::beginning;
  return give({out.data() + out_size, nonce.size()});
}

Status SealingJob::State::write_beginning() {
  const std::size_t rest = archive.beginning.size() - static_cast<std::size_t>(archived);
  const std::size_t size = std::min(rest, kInputCapacity);
  if (size == rest) stage = Stage::entry;
  return feed({archive.beginning.data() + archived, size});
}

Status SealingJob::State::open_entry() {
  if (current == attachments().size()) {
    stage = Stage::closing;
    return {};
  }
  const Attachment& file = attachments()[current];
  auto header = codec::tar_header({file.name, file.size, archive.mtime});
  if (!header) return header.error();
  left = file.size;
  content = {};
  stage = Stage::content;
  return feed(*header);
}

Status SealingJob::State::close_entry() {
  const Attachment& file = attachments()[current];
  if (content.finish() != file.hash) {
    return fail(Code::mismatch,
                "the attachment \"" + file.title + "\" has changed since it was added",
                "remove it and add it again");
  }
  const ByteArray<codec::tar_block> zeros{};
  const auto padding = static_cast<std::size_t>(codec::tar_padding(file.size));
  ++current;
  stage = Stage::entry;
  return feed(ByteView(zeros).first(padding));
}

Status SealingJob::State::write_closing() {
  if (!zeroed) codec::wipe(in);
  zeroed = true;
  const std::uint64_t rest = archive.size - archived;
  const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(rest, kInputCapacity));
  if (auto status = feed({in.data(), size}); !status) return status;
  if (size < rest) return {};
  auto last = sealer.finish(std::span(out).subspan(out_size));
  if (!last) return last.error();
  stage = Stage::envelope;
  return give({out.data() + out_size, *last});
}

Status SealingJob::State::write_envelope() {
  const Manifest& manifest = plan.manifest;
  Envelope envelope;
  envelope.draft = manifest.draft;
  envelope.channel = plan.channel;
  envelope.units = manifest.units;
  envelope.size = written;
  envelope.header = codec::blake2b_256(sealer.header());
  envelope.body = body.finish();
  envelope.commitment = sealer.commitment();
  envelope.sign = manifest.sign;
  envelope.read = manifest.read;
  envelope.follow = seal::follow_hash(keys.follow);
  envelope.key = plan.key;
  auto text = envelope_text(envelope);
  if (!text) return text.error();
  auto signature = sign_envelope(*text, manifest.draft, keys.sign);
  if (!signature) return signature.error();
  sealed.envelope = std::move(*text);
  sealed.signature = std::move(*signature);
  sealed.manifest = archive.manifest;
  sealed.size = written;
  sealed.body = codec::hex_encode(envelope.body);
  stage = Stage::done;
  return {};
}

Status SealingJob::State::step() {
  switch (stage) {
    case Stage::header: return write_header();
    case Stage::beginning: return write_beginning();
    case Stage::entry: return open_entry();
    case Stage::content: return close_entry();
    case Stage::closing: return write_closing();
    case Stage::envelope: return write_envelope();
    case Stage::done:
    case Stage::failed: break;
  }
  return {};
}

SealingJob::SealingJob(std::unique_ptr<State> state) : state_(std::move(state)) {}
SealingJob::~SealingJob() = default;

Result<std::unique_ptr<SealingJob>> SealingJob::start(std::string_view plan_json, Random& random) {
  auto plan = parse_plan(plan_json);
  if (!plan) return plan.error();
  seal::DossierKeys keys = seal::dossier_keys(plan->root, plan->manifest.draft);
  auto archive = make_archive(*plan, keys.sign);
  if (!archive) return archive.error();
  auto sealer = seal::Sealer::start(plan->manifest.recipients, random);
  if (!sealer) return sealer.error();
  return std::unique_ptr<SealingJob>(new SealingJob(std::make_unique<State>(
      std::move(*plan), std::move(keys), std::move(*archive), std::move(*sealer))));
}

std::uint64_t SealingJob::size() const {
  return state_->sealer.header().size() + seal::nonce_size +
         seal::sealed_payload_size(state_->archive.size);
}

SealingJob::Next SealingJob::next() {
  State& state = *state_;
  if (state.unseen) {
    state.unseen = false;
    return Next::output;
  }
  state.out_size = 0;
  for (;;) {
    if (state.stage == Stage::failed) return Next::failed;
    if (state.stage == Stage::done) return Next::done;
    if (state.stage == Stage::content && state.left > 0) return Next::input;
    if (auto status = state.step(); !status) {
      state.error = status.error();
      state.stage = Stage::failed;
      state.out_size = 0;
      return Next::failed;
    }
    if (state.out_size > 0) return Next::output;
  }
}

std::size_t SealingJob::attachment() const { return state_->current; }

std::size_t SealingJob::wanted() const {
  if (state_->stage != Stage::content) return 0;
  return static_cast<std::size_t>(std::min<std::uint64_t>(state_->left, kInputCapacity));
}

std::span<std::uint8_t> SealingJob::input_buffer() { return state_->in; }

Status SealingJob::input(std::size_t size) {
  State& state = *state_;
  if (state.stage == Stage::failed) return state.error;
  Status status;
  if (state.stage != Stage::content || state.unseen || size > wanted()) {
    status = fail(Code::invalid, "bytes were given that the sealing did not ask for");
  } else if (size == 0) {
    status = fail(Code::mismatch,
                  "the attachment \"" + state.attachments()[state.current].title +
                      "\" is shorter than when it was added",
                  "remove it and add it again");
  } else {
    const ByteView piece(state.in.data(), size);
    state.content.update(piece);
    state.left -= size;
    state.out_size = 0;
    status = state.feed(piece);
    state.unseen = status.ok() && state.out_size > 0;
  }
  if (!status) {
    state.error = status.error();
    state.stage = Stage::failed;
    state.out_size = 0;
  }
  return status;
}

std::span<const std::uint8_t> SealingJob::output() const {
  return {state_->out.data(), state_->out_size};
}

Result<Sealed> SealingJob::finish() const {
  if (state_->stage == Stage::failed) return state_->error;
  if (state_->stage == Stage::done) return state_->sealed;
  return fail(Code::usage, "the sealing is not finished", "take all of its output first");
}

}  // namespace motcua::dossier
