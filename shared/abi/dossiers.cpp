// Envelopes, age headers, file types, forms and numbers.

#include "shared/abi/call.h"
#include "shared/catalogue/papers_json.h"
#include "shared/dossier/envelope.h"
#include "shared/dossier/file_type.h"
#include "shared/dossier/limits.h"
#include "shared/form/judge_json.h"
#include "shared/motcua.h"
#include "shared/record/number.h"
#include "shared/seal/header.h"

using namespace motcua;
using namespace motcua::abi;

namespace {

/// Many times what a dossier holds.
constexpr std::size_t max_attached = 256;

}  // namespace

char* motcua_envelope_verify(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string text = members.document("envelope", dossier::max_envelope_size);
    const std::string signature = members.document("signature", dossier::max_signature_size);
    if (auto status = members.finish(); !status) return status.error();
    auto envelope = dossier::verify_envelope(text, signature);
    if (!envelope) return envelope.error();
    return codec::json_parse(text);
  });
}

char* motcua_age_split(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const Bytes prefix = members.base64("prefix", seal::max_header_size);
    if (auto status = members.finish(); !status) return status.error();
    auto size = seal::header_length(prefix);
    if (!size) {
      return fail(Code::header, "the file does not begin with the header of a sealed dossier",
                  "seal the dossier again");
    }
    auto header = seal::parse_header(ByteView(prefix).first(*size));
    if (!header) return header.error();
    return Json{{"header_size", *size}};
  });
}

char* motcua_sniff(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const Bytes prefix = members.base64("prefix", 64 << 10);
    const std::string name = members.document("name", 1000, 0);
    const std::int64_t size = members.integer("size", 0, codec::json_max_integer);
    if (auto status = members.finish(); !status) return status.error();
    auto type = dossier::sniff(prefix, name, static_cast<std::uint64_t>(size));
    if (!type) return type.error();
    return Json{{"type", type->type}, {"ext", type->ext}};
  });
}

char* motcua_judge(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const Json form = members.object("form");
    const Json values = members.object("values");
    const std::string today = members.text("today", 20);
    const bool papers = members.has("procedure");
    const Json procedure = papers ? members.object("procedure") : Json::object();
    const Json attached = papers ? members.array("attached", max_attached) : Json::array();
    if (auto status = members.finish(); !status) return status.error();
    auto defects = form::judge_json(form, values, today);
    if (!defects) return defects.error();
    if (papers) {
      auto more = catalogue::judge_papers_json(procedure, form, values, attached, today);
      if (!more) return more.error();
      defects->insert(defects->end(), more->begin(), more->end());
    }
    return Json{{"defects", std::move(*defects)}};
  });
}

char* motcua_number_new(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const Bytes random = members.hex_bytes("random", 16, 64);
    if (auto status = members.finish(); !status) return status.error();
    auto number = record::new_number(random);
    if (!number) return number.error();
    return Json{{"number", *number}};
  });
}

char* motcua_number_check(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string typed = members.document("number", 64);
    if (auto status = members.finish(); !status) return status.error();
    auto number = record::read_number(typed);
    if (!number) return number.error();
    return Json{{"number", *number}, {"grouped", record::grouped_number(*number)}};
  });
}
