// Documents of a dossier: what parses is canonical, within its bounds, and writes back the same.

#include <cstdlib>

#include "shared/dossier/envelope.h"
#include "shared/dossier/file_type.h"
#include "shared/dossier/form_file.h"
#include "shared/dossier/plan.h"
#include "shared/dossier/receipt.h"

using namespace motcua;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = text_of({data, size});
  if (const auto manifest = dossier::parse_manifest(text)) {
    require(dossier::manifest_text(manifest.value()).value() == text);
  }
  if (const auto envelope = dossier::parse_envelope(text)) {
    require(dossier::envelope_text(envelope.value()).value() == text);
  }
  if (const auto form = dossier::parse_form_file(text)) {
    const auto once = dossier::form_file_text(form.value());
    require(once.ok());
    const auto again = dossier::parse_form_file(once.value());
    require(again.ok() && dossier::form_file_text(again.value()).value() == once.value());
  }
  if (const auto receipt = dossier::parse_receipt(text)) require(!receipt.value().proof.empty());
  const auto plan = dossier::parse_plan(text);
  require(!plan || !plan.value().manifest.recipients.empty());
  const std::string_view name = text.substr(size / 2);
  const auto type = dossier::sniff({data, size / 2}, name, size);
  require(!type || !type.value().ext.empty());
  return 0;
}
