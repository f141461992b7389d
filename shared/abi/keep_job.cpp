// Keeping attachments on the device and reading them back: motcua_keep_* and motcua_kept_*.

#include <optional>

#include "shared/abi/open_job.h"
#include "shared/dossier/kept.h"
#include "shared/dossier/limits.h"
#include "shared/motcua.h"

using namespace motcua;
using namespace motcua::abi;

namespace {

/// What both jobs are: a worker between two buffers, until an error.
template <class Worker>
struct Job {
  std::optional<Worker> worker;
  std::optional<Error> failed;
  bool finished = false;
  Bytes in;
  Bytes out;
  std::size_t out_size = 0;

  Job() : in(MOTCUA_KEEP_INPUT), out(dossier::kept_bound(MOTCUA_KEEP_INPUT)) {}
  ~Job() {
    codec::wipe(in);
    codec::wipe(out);
  }

  int fail_with(Error error) {
    failed = std::move(error);
    out_size = 0;
    return MOTCUA_FAILED;
  }

  int input(std::size_t size) {
    out_size = 0;
    if (failed) return MOTCUA_FAILED;
    if (finished || !worker || size > in.size()) {
      return fail_with(fail(Code::usage, "bytes were given where none are taken"));
    }
    auto wrote = size > 0 ? worker->update({in.data(), size}, out) : worker->finish(out);
    if (!wrote) return fail_with(wrote.error());
    out_size = *wrote;
    finished = size == 0;
    return finished ? MOTCUA_DONE : MOTCUA_OUTPUT;
  }

  std::optional<Error> unfinished() const {
    if (failed) return failed;
    if (finished) return std::nullopt;
    return fail(Code::usage, "the job is not finished", "give it all bytes, then 0");
  }
};

}  // namespace

struct motcua_keep_job : Job<dossier::Keeper> {};
struct motcua_kept_job : Job<dossier::KeptReader> {};

motcua_keep_job* motcua_keep_open(const char* request) {
  return open_job<motcua_keep_job>(request, [](motcua_keep_job& job, Members& members) -> Status {
    const std::string name = members.document("name", 1000, 0);
    const auto size =
        static_cast<std::uint64_t>(members.integer("size", 0, codec::json_max_integer));
    if (auto status = members.finish(); !status) return status;
    PlatformRandom random;
    auto keeper = dossier::Keeper::start(name, size, random);
    if (!keeper) return keeper.error();
    job.worker.emplace(std::move(*keeper));
    return {};
  });
}

uint8_t* motcua_keep_input_buffer(motcua_keep_job* job) { return job->in.data(); }
int motcua_keep_input(motcua_keep_job* job, size_t size) { return job->input(size); }
const uint8_t* motcua_keep_output_ptr(const motcua_keep_job* job) { return job->out.data(); }
size_t motcua_keep_output_size(const motcua_keep_job* job) { return job->out_size; }

char* motcua_keep_finish(motcua_keep_job* job) {
  if (auto error = job->unfinished()) return answer(*error);
  const dossier::Kept& kept = job->worker->result();
  return answer(Json{{"hash", codec::hex_encode(kept.hash)},
                     {"size", kept.size},
                     {"type", kept.type.type},
                     {"ext", kept.type.ext},
                     {"secret", codec::hex_encode(kept.secret.bytes())},
                     {"kept", kept.kept_size}});
}

void motcua_keep_close(motcua_keep_job* job) { delete job; }

motcua_kept_job* motcua_kept_open(const char* request) {
  return open_job<motcua_kept_job>(request, [](motcua_kept_job& job, Members& members) -> Status {
    auto bytes = members.hex<32>("secret");
    const dossier::KeepSecret secret(bytes);
    codec::wipe(bytes);
    const auto size =
        static_cast<std::uint64_t>(members.integer("size", 1, dossier::max_attachment_size));
    if (auto status = members.finish(); !status) return status;
    job.worker.emplace(secret, size);
    return {};
  });
}

uint8_t* motcua_kept_input_buffer(motcua_kept_job* job) { return job->in.data(); }
int motcua_kept_input(motcua_kept_job* job, size_t size) { return job->input(size); }
const uint8_t* motcua_kept_output_ptr(const motcua_kept_job* job) { return job->out.data(); }
size_t motcua_kept_output_size(const motcua_kept_job* job) { return job->out_size; }

char* motcua_kept_finish(motcua_kept_job* job) {
  if (auto error = job->unfinished()) return answer(*error);
  return answer(Json::object());
}

void motcua_kept_close(motcua_kept_job* job) { delete job; }
