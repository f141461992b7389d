#include "shared/abi/call.h"

#include <cstdlib>
#include <cstring>

namespace motcua::abi {

char* answer(const Result<Json>& result) {
  Json json;
  if (result) {
    json["ok"] = result.value();
  } else {
    const Error& error = result.error();
    json["error"] =
        Json{{"code", code_name(error.code)}, {"message", error.message}, {"hint", error.hint}};
  }
  // A message may quote bytes of a stranger that are not UTF-8.
  const std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  auto* out = static_cast<char*>(std::malloc(text.size() + 1));
  if (out != nullptr) std::memcpy(out, text.c_str(), text.size() + 1);
  return out;
}

Result<Json> parse_request(const char* request) {
  if (request == nullptr) return fail(Code::invalid, "there is no request");
  return codec::json_parse(request, {max_request, 64});
}

void wipe_texts(Json& json) {
  if (auto* text = json.get_ptr<std::string*>(); text != nullptr) {
    codec::wipe({reinterpret_cast<std::uint8_t*>(text->data()), text->size()});
  } else if (json.is_structured()) {
    for (Json& item : json) wipe_texts(item);
  }
}

}  // namespace motcua::abi
