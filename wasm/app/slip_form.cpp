#include "wasm/app/slip_form.h"

#include "wasm/app/json_read.h"

namespace motcua::app {

std::string slip_form(std::string_view text) {
  if (text.empty() || text.front() != '{') return {};
  const auto json = codec::json_parse(text);
  if (!json || text_at(*json, "format") != "motcua.slip/1") return {};
  const auto form = text_at(*json, "form");
  return form >= "01" && form <= "05" && form.size() == 2 ? form : std::string();
}

}  // namespace motcua::app
