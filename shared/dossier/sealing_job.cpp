#include "shared/dossier/sealing_job.h"

#include <algorithm>

#include "shared/codec/hex.h"
#include "shared/codec/tar.h"
#include "shared/dossier/archive.h"
#include "shared/dossier/envelope.h"
#include "shared/seal/sealer.h"

namespace motcua::dossier {
namespace {

// What stands next in the archive; then what remains to be done.
enum class Stage { header, beginning, entry, content, padding, closing, done, failed };

ByteArray<seal::nonce_size> nonce_of(const seal::Sealer& sealer) {
  ByteArray<seal::nonce_size> nonce;
  std::copy(sealer.nonce().begin(), sealer.nonce().end(), nonce.begin());
  return nonce;
}

}  // namespace

struct SealingJob::State {
  State(Plan the_plan, seal::DossierKeys the_keys, Archive the_archive, seal::Sealer the_sealer)
      : plan(std::move(the_plan)),
        keys(std::move(the_keys)),
        archive(std::move(the_archive)),
        sealer(std::move(the_sealer)),
        tail(sealer.payload_key(), nonce_of(sealer)),
        piece(piece_size),
        out(std::max(seal::max_header_size + seal::nonce_size, sealed_piece_size)) {}
  ~State() { codec::wipe(piece); }

  std::size_t room() const { return piece_size - filled; }
  bool whole() const { return archived == archive.size; }
  void fill(ByteView bytes);
  bool fill_from(ByteView bytes);
  bool fill_zeros(std::uint64_t& count);
  Status step();
  void write_header();
  Status open_entry();
  Status close_entry();
  Status seal_here();
  Status write_envelope();
  Next fail_with(Error why);
  Next give_piece();
  Next give_body();
  const std::vector<Attachment>& attachments() const { return plan.manifest.attachments; }

  Plan plan;
  seal::DossierKeys keys;
  Archive archive;
  seal::Sealer sealer;
  SealingTail tail;
  Bytes piece;  // plain, being filled
  Bytes out;    // header and nonce, or a sealed piece

  Stage stage = Stage::header;
  std::size_t filled = 0;      // of the piece
  std::uint64_t archived = 0;  // bytes of the archive that have stood in a piece
  std::size_t taken = 0;       // of what stands next: beginning, an entry's header
  ByteArray<codec::tar_block> entry{};
  std::size_t current = 0;  // attachment
  std::uint64_t left = 0;   // of its content, or its padding
  codec::Blake2b256 content;
  std::uint64_t pieces = 0;  // given out
  ByteView output;
  bool divided = false;
  bool plain_out = false;  // output is the plain piece
  bool ended = false;      // the last piece has been given out
  std::optional<ByteArray<32>> body;
  Sealed sealed;
  Error error;
};

void SealingJob::State::fill(ByteView bytes) {
  std::copy(bytes.begin(), bytes.end(), piece.begin() + static_cast<std::ptrdiff_t>(filled));
  filled += bytes.size();
  archived += bytes.size();
}

/// Goes on with `bytes` where `taken` stands; whether all of them have been taken.
bool SealingJob::State::fill_from(ByteView bytes) {
  const auto part = bytes.subspan(taken, std::min(room(), bytes.size() - taken));
  fill(part);
  taken += part.size();
  if (taken < bytes.size()) return false;
  taken = 0;
  return true;
}

bool SealingJob::State::fill_zeros(std::uint64_t& count) {
  const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(count, room()));
  std::fill_n(piece.begin() + static_cast<std::ptrdiff_t>(filled), size, std::uint8_t{0});
  filled += size;
  archived += size;
  count -= size;
  return count == 0;
}

void SealingJob::State::write_header() {
  const ByteView header = sealer.header();
  const ByteView nonce = sealer.nonce();
  auto end = std::copy(header.begin(), header.end(), out.begin());
  std::copy(nonce.begin(), nonce.end(), end);
  output = ByteView(out).first(header.size() + nonce.size());
  sealed.header = codec::hex_encode(codec::blake2b_256(header));
  sealed.commitment = codec::hex_encode(sealer.commitment());
  stage = Stage::beginning;
}

Status SealingJob::State::open_entry() {
  if (current == attachments().size()) {
    left = archive.size - archived;
    stage = Stage::closing;
    return {};
  }
  const Attachment& file = attachments()[current];
  if (taken == 0) {
    auto header = codec::tar_header({file.name, file.size, archive.mtime});
    if (!header) return header.error();
    entry = *header;
  }
  if (!fill_from(entry)) return {};
  left = file.size;
  content = {};
  stage = Stage::content;
  return {};
}

Status SealingJob::State::close_entry() {
  const Attachment& file = attachments()[current];
  if (content.finish() != file.hash) {
    return fail(Code::mismatch,
                "the attachment \"" + file.title + "\" has changed since it was added",
                "remove it and add it again");
  }
  left = codec::tar_padding(file.size);
  stage = Stage::padding;
  return {};
}

/// One step of filling the piece.
Status SealingJob::State::step() {
  switch (stage) {
    case Stage::beginning:
      if (fill_from(archive.beginning)) stage = Stage::entry;
      return {};
    case Stage::entry: return open_entry();
    case Stage::content: return close_entry();
    case Stage::padding:
      if (fill_zeros(left)) {
        ++current;
        stage = Stage::entry;
      }
      return {};
    case Stage::closing: fill_zeros(left); return {};
    case Stage::header:
    case Stage::done:
    case Stage::failed: break;
  }
  return {};
}

Status SealingJob::State::seal_here() {
  auto made = divided ? dossier::seal_piece(sealer.payload_key(), pieces - 1, ended, output, out)
                      : tail.seal(output, ended, out);
  if (!made) return made.error();
  output = ByteView(out).first(*made);
  plain_out = false;
  return {};
}

Status SealingJob::State::write_envelope() {
  const Manifest& manifest = plan.manifest;
  Envelope envelope;
  envelope.draft = manifest.draft;
  envelope.channel = plan.channel;
  envelope.units = manifest.units;
  envelope.size =
      sealer.header().size() + seal::nonce_size + seal::sealed_payload_size(archive.size);
  envelope.header = codec::blake2b_256(sealer.header());
  envelope.body = *body;
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
  sealed.size = envelope.size;
  sealed.body = codec::hex_encode(*body);
  stage = Stage::done;
  return {};
}

SealingJob::Next SealingJob::State::fail_with(Error why) {
  error = std::move(why);
  stage = Stage::failed;
  output = {};
  plain_out = false;
  return Next::failed;
}

SealingJob::Next SealingJob::State::give_piece() {
  output = ByteView(piece).first(filled);
  filled = 0;
  ++pieces;
  ended = whole();
  plain_out = true;
  if (divided) return Next::piece;
  if (auto status = seal_here(); !status) return fail_with(status.error());
  return Next::output;
}

SealingJob::Next SealingJob::State::give_body() {
  if (!divided) {
    auto hash = tail.body();
    if (!hash) return fail_with(hash.error());
    body = *hash;
  }
  if (!body) return Next::body;
  if (auto status = write_envelope(); !status) return fail_with(status.error());
  return Next::done;
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

Result<SealingJob::Division> SealingJob::divide() {
  State& state = *state_;
  if (state.stage != Stage::header) {
    return fail(Code::usage, "the sealing has begun and can not be divided any more");
  }
  state.divided = true;
  return Division{state.sealer.payload_key(), nonce_of(state.sealer)};
}

SealingJob::Next SealingJob::next() {
  State& state = *state_;
  state.output = {};
  state.plain_out = false;
  if (state.stage == Stage::failed) return Next::failed;
  if (state.stage == Stage::done) return Next::done;
  if (state.stage == Stage::header) {
    state.write_header();
    return Next::output;
  }
  if (state.ended) return state.give_body();
  while (state.room() > 0 && !state.whole()) {
    if (state.stage == Stage::content && state.left > 0) return Next::input;
    if (auto status = state.step(); !status) return state.fail_with(status.error());
  }
  return state.give_piece();
}

std::size_t SealingJob::attachment() const { return state_->current; }

std::size_t SealingJob::wanted() const {
  if (state_->stage != Stage::content) return 0;
  return static_cast<std::size_t>(std::min<std::uint64_t>(state_->left, state_->room()));
}

std::span<std::uint8_t> SealingJob::input_buffer() {
  return std::span(state_->piece).subspan(state_->filled);
}

Status SealingJob::input(std::size_t size) {
  State& state = *state_;
  if (state.stage == Stage::failed) return state.error;
  Status status;
  if (state.stage != Stage::content || state.plain_out || size > wanted()) {
    status = fail(Code::invalid, "bytes were given that the sealing did not ask for");
  } else if (size == 0) {
    status = fail(Code::mismatch,
                  "the attachment \"" + state.attachments()[state.current].title +
                      "\" is shorter than when it was added",
                  "remove it and add it again");
  } else {
    state.content.update(ByteView(state.piece).subspan(state.filled, size));
    state.filled += size;
    state.archived += size;
    state.left -= size;
  }
  if (!status) state.fail_with(status.error());
  return status;
}

std::span<const std::uint8_t> SealingJob::output() const { return state_->output; }

bool SealingJob::last_piece() const { return state_->plain_out && state_->ended; }

Status SealingJob::seal_piece() {
  if (!state_->plain_out) return fail(Code::usage, "there is no piece to seal");
  auto status = state_->seal_here();
  if (!status) state_->fail_with(status.error());
  return status;
}

Status SealingJob::set_body(const ByteArray<32>& body) {
  State& state = *state_;
  if (!state.divided || !state.ended || state.body || state.stage == Stage::failed) {
    return fail(Code::usage, "the body's hash was given before its time");
  }
  state.body = body;
  return {};
}

Result<Sealed> SealingJob::finish() const {
  if (state_->stage == Stage::failed) return state_->error;
  if (state_->stage == Stage::done) return state_->sealed;
  return fail(Code::usage, "the sealing is not finished", "take all of its output first");
}

}  // namespace motcua::dossier
