// The pack of places: motcua_pack_read, motcua_places_*.

#include <optional>

#include "shared/abi/open_job.h"
#include "shared/codec/hash.h"
#include "shared/codec/hex.h"
#include "shared/motcua.h"
#include "shared/places/signed_pack.h"
#include "shared/places/suggest.h"

using namespace motcua;
using namespace motcua::abi;

namespace {

constexpr std::size_t max_pack = 4u << 20;
constexpr std::size_t max_typed = 8192;  // bytes; of these the first 500 code points are read

Json commune_json(const places::Commune& commune) {
  return {{"code", commune.code},
          {"name", commune.name},
          {"province_code", commune.province_code},
          {"province", commune.province}};
}

std::string hash_of(ByteView pack) { return codec::hex_encode(codec::blake2b_256(pack)); }

}  // namespace

struct motcua_places {
  std::optional<places::Gazetteer> gazetteer;
  std::optional<Error> failed;
};

char* motcua_pack_read(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const Bytes pack = members.base64("pack", max_pack);
    const bool must_be_signed = members.has("key");
    const std::string signature =
        must_be_signed ? members.document("signature", 4096) : std::string();
    const std::string key_text = must_be_signed ? members.document("key", 4096) : std::string();
    if (auto status = members.finish(); !status) return status.error();
    auto list = [&]() -> Result<places::NationalList> {
      if (!must_be_signed) return places::read_pack(pack);
      const auto key = sign::parse_public_key(key_text);
      if (!key) return key.error();
      return places::open_signed_pack(pack, signature, *key);
    }();
    if (!list) return list.error();
    return Json{{"version", list->version},
                {"hash", hash_of(pack)},
                {"size", pack.size()},
                {"provinces", list->provinces.size()},
                {"communes", list->communes.size()},
                {"old", list->old_wards.size()}};
  });
}

motcua_places* motcua_places_open(const char* request) {
  return open_job<motcua_places>(request, [](motcua_places& job, Members& members) -> Status {
    const Bytes pack = members.base64("pack", max_pack);
    const std::string hash = members.text("hash", 64);
    if (auto status = members.finish(); !status) return status;
    if (hash != hash_of(pack)) {
      return fail(Code::mismatch, "the list of places is not the one that the directory names",
                  "load the page again; addresses can be typed without it");
    }
    auto opened = places::Gazetteer::open(pack);
    if (!opened) return opened.error();
    job.gazetteer.emplace(std::move(opened).value());
    return {};
  });
}

char* motcua_places_suggest(const motcua_places* job, const char* request) {
  if (job->failed) return answer(*job->failed);
  return call(request, [job](Members& members) -> Result<Json> {
    const std::string typed = members.document("text", max_typed);
    const auto most = members.integer("most", 1, 40);
    if (auto status = members.finish(); !status) return status.error();
    const auto found = places::suggest(*job->gazetteer, typed, static_cast<std::size_t>(most));
    Json list = Json::array();
    for (const places::Suggestion& each : found.list) {
      Json one = commune_json(each.today);
      one["address"] = each.address;
      one["divided"] = each.divided;
      if (each.through) one["old"] = places::full_name(*each.through);
      list.push_back(std::move(one));
    }
    Json answer{
        {"version", job->gazetteer->list().version}, {"list", std::move(list)}, {"old", found.old}};
    if (found.certain) answer["certain"] = commune_json(*found.certain);
    return answer;
  });
}

void motcua_places_close(motcua_places* job) { delete job; }
