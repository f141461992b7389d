// Sealing a dossier: the jobs behind motcua_seal_* and motcua_tail_*.

#include <memory>
#include <new>
#include <optional>

#include "shared/abi/open_job.h"
#include "shared/codec/hex.h"
#include "shared/dossier/sealing_job.h"
#include "shared/motcua.h"

using namespace motcua;
using namespace motcua::abi;

struct motcua_seal_job {
  PlatformRandom random;
  std::unique_ptr<dossier::SealingJob> job;  // null when the plan was refused
  std::optional<Error> refused;
};

motcua_seal_job* motcua_seal_open(const char* plan) {
  auto* made = new (std::nothrow) motcua_seal_job;
  if (made == nullptr) return nullptr;
  if (auto status = make_ready(); !status) {
    made->refused = status.error();
    return made;
  }
  auto job = dossier::SealingJob::start(plan != nullptr ? plan : "", made->random);
  if (job) {
    made->job = std::move(*job);
  } else {
    made->refused = job.error();
  }
  return made;
}

double motcua_seal_size(const motcua_seal_job* job) {
  return job->job ? static_cast<double>(job->job->size()) : -1;
}

char* motcua_seal_divide(motcua_seal_job* job) {
  if (!job->job) return answer(*job->refused);
  auto division = job->job->divide();
  if (!division) return answer(division.error());
  Json json{{"key", codec::hex_encode(division->key.bytes())},
            {"nonce", codec::hex_encode(division->nonce)}};
  char* text = answer(json);
  wipe_texts(json);
  return text;
}

int motcua_seal_next(motcua_seal_job* job) {
  if (!job->job) return MOTCUA_FAILED;
  switch (job->job->next()) {
    case dossier::SealingJob::Next::input: return MOTCUA_INPUT;
    case dossier::SealingJob::Next::output: return MOTCUA_OUTPUT;
    case dossier::SealingJob::Next::piece: return MOTCUA_PIECE;
    case dossier::SealingJob::Next::body: return MOTCUA_BODY;
    case dossier::SealingJob::Next::done: return MOTCUA_DONE;
    case dossier::SealingJob::Next::failed: break;
  }
  return MOTCUA_FAILED;
}

int motcua_seal_attachment(const motcua_seal_job* job) {
  return job->job ? static_cast<int>(job->job->attachment()) : MOTCUA_FAILED;
}

size_t motcua_seal_wanted(const motcua_seal_job* job) { return job->job ? job->job->wanted() : 0; }

uint8_t* motcua_seal_input_buffer(motcua_seal_job* job) {
  return job->job ? job->job->input_buffer().data() : nullptr;
}

int motcua_seal_input(motcua_seal_job* job, size_t size) {
  return job->job && job->job->input(size) ? 0 : MOTCUA_FAILED;
}

const uint8_t* motcua_seal_output_ptr(const motcua_seal_job* job) {
  return job->job ? job->job->output().data() : nullptr;
}

size_t motcua_seal_output_size(const motcua_seal_job* job) {
  return job->job ? job->job->output().size() : 0;
}

int motcua_seal_last_piece(const motcua_seal_job* job) {
  return job->job && job->job->last_piece() ? 1 : 0;
}

int motcua_seal_piece(motcua_seal_job* job) {
  return job->job && job->job->seal_piece() ? 0 : MOTCUA_FAILED;
}

int motcua_seal_body(motcua_seal_job* job, const char* body) {
  const auto hash = codec::hex_decode_array<32>(body != nullptr ? body : "");
  return job->job && hash && job->job->set_body(*hash) ? 0 : MOTCUA_FAILED;
}

char* motcua_seal_finish(motcua_seal_job* job) {
  if (!job->job) return answer(*job->refused);
  auto sealed = job->job->finish();
  if (!sealed) return answer(sealed.error());
  return answer(Json{{"envelope", sealed->envelope},
                     {"signature", sealed->signature},
                     {"manifest", sealed->manifest},
                     {"size", sealed->size},
                     {"header", sealed->header},
                     {"body", sealed->body},
                     {"commitment", sealed->commitment}});
}

void motcua_seal_close(motcua_seal_job* job) { delete job; }

struct motcua_tail_job {
  std::optional<dossier::SealingTail> tail;
  std::optional<Error> failed;
  Bytes in;
  Bytes out;
  std::size_t out_size = 0;

  motcua_tail_job() : in(dossier::sealed_piece_size), out(dossier::sealed_piece_size) {}
  ~motcua_tail_job() { codec::wipe(in); }

  int fail_with(Error error) {
    failed = std::move(error);
    return MOTCUA_FAILED;
  }
};

motcua_tail_job* motcua_tail_open(const char* request) {
  return open_job<motcua_tail_job>(request, [](motcua_tail_job& job, Members& members) -> Status {
    auto bytes = members.hex<32>("key");
    const seal::PayloadKey key(bytes);
    codec::wipe(bytes);
    const auto nonce = members.hex<seal::nonce_size>("nonce");
    if (auto status = members.finish(); !status) return status;
    job.tail.emplace(key, nonce);
    return {};
  });
}

uint8_t* motcua_tail_input_buffer(motcua_tail_job* job) { return job->in.data(); }

int motcua_tail_piece(motcua_tail_job* job, size_t size, int last, int sealed) {
  job->out_size = 0;
  if (job->failed) return MOTCUA_FAILED;
  if (size > job->in.size()) {
    return job->fail_with(fail(Code::usage, "a piece of the wrong size was to be sealed"));
  }
  const ByteView piece(job->in.data(), size);
  if (sealed != 0) {
    auto status = job->tail->sealed(piece, last != 0);
    return status ? MOTCUA_OUTPUT : job->fail_with(status.error());
  }
  auto made = job->tail->seal(piece, last != 0, job->out);
  if (!made) return job->fail_with(made.error());
  job->out_size = *made;
  return MOTCUA_OUTPUT;
}

const uint8_t* motcua_tail_output_ptr(const motcua_tail_job* job) { return job->out.data(); }
size_t motcua_tail_output_size(const motcua_tail_job* job) { return job->out_size; }

char* motcua_tail_finish(motcua_tail_job* job) {
  if (job->failed) return answer(*job->failed);
  auto body = job->tail->body();
  if (!body) return answer(body.error());
  return answer(Json{{"body", codec::hex_encode(*body)}});
}

void motcua_tail_close(motcua_tail_job* job) { delete job; }
