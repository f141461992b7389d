// Sealing a dossier: the job behind motcua_seal_*.

#include <memory>
#include <new>
#include <optional>

#include "shared/abi/call.h"
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

int motcua_seal_next(motcua_seal_job* job) {
  if (!job->job) return MOTCUA_FAILED;
  switch (job->job->next()) {
    case dossier::SealingJob::Next::input: return MOTCUA_INPUT;
    case dossier::SealingJob::Next::output: return MOTCUA_OUTPUT;
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
