// Opening a part of a sealed file: motcua_part_*.

#include <optional>

#include "shared/abi/open_job.h"
#include "shared/motcua.h"
#include "shared/seal/part_opener.h"

using namespace motcua;
using namespace motcua::abi;

struct motcua_part_job {
  std::optional<seal::PartOpener> part;
  std::optional<Error> failed;
  Bytes in;
  Bytes out;

  motcua_part_job() : in(seal::sealed_chunk_size), out(seal::chunk_size) {}
  ~motcua_part_job() { codec::wipe(out); }
};

motcua_part_job* motcua_part_open(const char* request) {
  return open_job<motcua_part_job>(request, [](motcua_part_job& job, Members& members) -> Status {
    const Bytes start = members.base64("prefix", seal::max_part_start);
    const auto size = members.integer("size", 0, codec::json_max_integer);
    auto identity = seal::parse_identity(members.document("identity", 200));
    if (!identity) members.refuse("identity");
    if (auto status = members.finish(); !status) return status;
    const seal::Identity identities[] = {*identity};
    auto part = seal::PartOpener::open(start, static_cast<std::uint64_t>(size), identities);
    if (!part) return part.error();
    job.part.emplace(std::move(part).value());
    return {};
  });
}

double motcua_part_size(const motcua_part_job* job) {
  return job->part ? static_cast<double>(job->part->size()) : -1;
}

double motcua_part_offset(const motcua_part_job* job, double chunk) {
  return job->part ? static_cast<double>(job->part->offset(static_cast<std::uint64_t>(chunk))) : -1;
}

uint8_t* motcua_part_input_buffer(motcua_part_job* job) { return job->in.data(); }
const uint8_t* motcua_part_output_ptr(const motcua_part_job* job) { return job->out.data(); }

int motcua_part_chunk(motcua_part_job* job, double chunk, size_t size) {
  if (job->failed || size > job->in.size()) return MOTCUA_FAILED;
  auto made = job->part->chunk(static_cast<std::uint64_t>(chunk), {job->in.data(), size}, job->out);
  if (made) return static_cast<int>(*made);
  job->failed = made.error();
  return MOTCUA_FAILED;
}

char* motcua_part_finish(motcua_part_job* job) {
  if (job->failed) return answer(*job->failed);
  return answer(Json::object());
}

void motcua_part_close(motcua_part_job* job) { delete job; }
