#pragma once
// The slips of assets/slips, one of each form.

#include <string_view>

#include "shared/codec/json.h"
#include "shared/slip/slip_words.h"
#include "test_assets.h"

namespace motcua::test {

inline constexpr std::string_view slips[] = {
    assets::slips_01_fixture_json, assets::slips_02_fixture_json, assets::slips_03_fixture_json,
    assets::slips_04_fixture_json, assets::slips_05_fixture_json, assets::slips_06_fixture_json,
    assets::slips_07_fixture_json};

inline codec::Json slip_json(int form) {
  return codec::json_parse(slips[static_cast<std::size_t>(form - 1)]).value();
}

inline slip::Words slip_words(std::string_view language) {
  const auto text = language == "vi" ? assets::slips_vi_json : assets::slips_en_json;
  return slip::Words::read(codec::json_parse(text).value()).value();
}

}  // namespace motcua::test
