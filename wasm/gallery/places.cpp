#include <algorithm>

#include "shared/text/search.h"
#include "wasm/gallery/gallery.h"
#include "wasm/gallery/names.h"
#include "wasm/ui/components/address.h"
#include "wasm/ui/components/combobox.h"

namespace motcua::gallery {

namespace {

/// A combobox over all names; the state is one of the frame's.
struct Picked {
  std::string label, hint, error, status;
  std::vector<std::size_t> matches;
};

Picked picked(const ui::ComboboxState& state, const std::string& chosen) {
  Picked p;
  // An untouched field that holds its choice offers all names, not that one again.
  p.matches = matching_places(state.text == chosen ? std::string() : state.text);
  p.status = p.matches.empty() ? "Không có xã nào tên như vậy"
                               : "Có " + std::to_string(p.matches.size()) + " xã, phường";
  return p;
}

template <class Of>
ui::ComboboxActions actions(Frame& f, Of of) {
  const auto text = [of](auto change) {
    return [of, change](std::string_view what) {
      return Change(
          [of, change, what = std::string(what)](State& s, Effects&) { change(of(s), what); });
    };
  };
  return {
      .input = f.on(
          text([](auto both, const std::string& what) { ui::combobox_typed(both.state, what); })),
      .key = f.on(text([](auto both, const std::string& what) {
        const Picked p = picked(both.state, both.chosen);
        if (const auto at = ui::combobox_key(both.state, what, p.matches.size())) {
          both.chosen = place_names()[p.matches[*at]];
          ui::combobox_chosen(both.state, both.chosen);
        }
      })),
      .choose = f.on(text([](auto both, const std::string& what) {
        both.chosen = what;
        ui::combobox_chosen(both.state, what);
      })),
      .blur = f.on(
          text([](auto both, const std::string&) { ui::combobox_left(both.state, both.chosen); })),
  };
}

struct Both {
  ui::ComboboxState& state;
  std::string& chosen;
};

ui::ComboboxField field(const Picked& p, const ui::ComboboxState& state,
                        const std::string& chosen) {
  return {.text = {.label = p.label, .hint = p.hint, .error = p.error},
          .state = &state,
          .count = p.matches.size(),
          .option =
              [matches = p.matches](std::size_t i) {
                const std::string& name = place_names()[matches[i]];
                return ui::Option{name, name};
              },
          .chosen = chosen,
          .list_label = "Các xã, phường tìm thấy",
          .status = p.status};
}

}  // namespace

void places(Frame& f) {
  auto section = f.b.section("places");
  f.b.heading("h2", 2, "Chọn trong nhiều tên");
  {
    Picked p = picked(f.state.place, f.state.chosen_place);
    p.label = "Nơi đăng ký";
    p.hint = "Gõ vài chữ, có dấu hay không đều được; " + std::to_string(place_names().size()) +
             " xã, phường, đặc khu";
    ui::combobox(f.b, "place", field(p, f.state.place, f.state.chosen_place),
                 actions(f, [](State& s) {
                   return Both{s.place, s.chosen_place};
                 }));
  }
  {
    static const ui::ComboboxState lost{.text = "Mây Trằng"};
    Picked p;
    p.label = "Nơi cư trú của mẹ";
    p.error = "Hãy chọn một tên trong danh sách";
    ui::combobox(f.b, "place.wrong", field(p, lost, ""), {});
  }
  const ui::Option provinces[] = {{"99", "Tỉnh Sông Xanh"}, {"98", "Thành phố Hải Vân Mới"}};
  const std::string province[] = {f.value("home.province")};
  Picked p = picked(f.state.commune, f.state.chosen_commune);
  p.label = "Xã, phường, đặc khu";
  ui::ComboboxField commune = field(p, f.state.commune, f.state.chosen_commune);
  commune.text.disabled = province[0].empty();
  const std::string line = f.value("home.line");
  ui::address(f.b, "home",
              {.legend = "Nơi ở hiện nay của bé",
               .hint = "Theo tên hai cấp: tỉnh, rồi xã",
               .province = {.label = "Tỉnh, thành phố",
                            .options = provinces,
                            .chosen = province,
                            .empty = "Chọn…"},
               .commune = commune,
               .line = {.label = "Số nhà, đường, thôn", .value = line}},
              {.province = f.keep("home.province"),
               .commune = actions(f,
                                  [](State& s) {
                                    return Both{s.commune, s.chosen_commune};
                                  }),
               .line = f.keep("home.line")});
}

}  // namespace motcua::gallery
