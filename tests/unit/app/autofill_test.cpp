// What the browser may fill in by itself: the person's own data, and nobody else's.

#include <catch2/catch_test_macros.hpp>
#include <map>

#include "tests/unit/app/person.h"

using namespace motcua;

namespace {

/// autocomplete of every control on the page that is typed or chosen, by its name.
std::map<std::string, std::string> tokens(const ui::Tree& tree) {
  std::map<std::string, std::string> out;
  for (const auto& node : tree.nodes) {
    const bool asks = node.role == ui::Role::textbox || node.role == ui::Role::textarea ||
                      node.role == ui::Role::select || node.role == ui::Role::searchbox ||
                      node.role == ui::Role::combobox;
    if (asks) out[node.name] = node.autocomplete;
  }
  return out;
}

void none_of(const test::Person& p) {
  for (const auto& [name, token] : tokens(p.tree())) {
    INFO(p.title() << ": " << name);
    CHECK((token.empty() || token == "off"));
  }
}

}  // namespace

TEST_CASE("only the person at the screen is filled in by the browser", "[app]") {
  test::Device device;
  test::Person p(device);
  p.open();
  none_of(p);
  test::start_birth(p);
  none_of(p);  // the baby
  test::fill_birth(p);
  for (const char* step : {"mother", "father", "filing"}) {
    p.back("/nop/" + p.draft() + "/" + step);
    none_of(p);
  }
  p.back("/nop/" + p.draft() + "/requester");
  REQUIRE(p.title() == "Người đi khai sinh");
  const std::map<std::string, std::string> own = {
      {"Họ, chữ đệm và tên của bạn", "name"},
      {"Nơi cư trú của bạn", "address-line1"},
      {"Số điện thoại", "tel"},
      {"Thư điện tử", "email"},
  };
  const auto here = tokens(p.tree());
  for (const auto& [name, token] : own) {
    INFO(name);
    REQUIRE(here.count(name) == 1);
    CHECK(here.at(name) == token);
  }
  CHECK(here.at("Số định danh cá nhân của bạn") == "off");  // no token means it; never guessed
}
