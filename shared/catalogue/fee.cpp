#include "shared/catalogue/fee.h"

#include "shared/form/reader.h"

namespace motcua::catalogue {

namespace {

using form::Presence;

constexpr std::int64_t most_vnd = 1'000'000'000;
constexpr std::size_t most_provinces = 100;

}  // namespace

Fee read_fee(form::Reader& reader) {
  Fee fee;
  fee.vnd = reader.integer("vnd", -1, 0, most_vnd);
  if (fee.vnd < 0) reader.fail("vnd", "is missing");
  fee.per = reader.words("per", Presence::optional);
  fee.exempt = reader.words("exempt", Presence::optional);
  fee.reach = read_reach(reader);
  fee.reach.provinces = reader.texts("provinces", most_provinces);
  fee.basis = reader.text("basis", Presence::optional);
  fee.source = reader.source("source", Presence::needed);
  reader.done();
  return fee;
}

}  // namespace motcua::catalogue
