#include "wasm/app/slip.h"

#include "wasm/app/local_time.h"
#include "wasm/app/quantity.h"

namespace motcua::app {

std::string secret_slip(const Words& w, const Draft& draft, std::string_view procedure,
                        std::string_view identity) {
  std::string out;
  const auto line = [&](std::string_view text) {
    out += text;
    out += '\n';
  };
  line(w("slip.title"));
  line("");
  line(w("slip.keep"));
  line("");
  line(w("slip.procedure", {{"name", procedure}}));
  line(w("slip.number", {{"number", grouped_number(draft.receipt.number)}}));
  line(w("slip.time", {{"time", moment_text(w, draft.receipt.time)}}));
  line("");
  line(w("slip.follow"));
  line(draft.capability);
  line("");
  line(w("slip.identity"));
  line(identity);
  return out;
}

}  // namespace motcua::app
