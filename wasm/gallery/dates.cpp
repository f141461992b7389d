#include "wasm/gallery/gallery.h"

namespace motcua::gallery {

namespace {

ui::DateActions typed(Frame& f, const std::string& key) {
  return {f.keep(key + ".day"), f.keep(key + ".month"), f.keep(key + ".year")};
}

}  // namespace

void dates(Frame& f) {
  auto section = f.b.section("dates");
  f.b.heading("h2", 2, "Ngày tháng");
  f.b.date_field("born",
                 {.legend = "Ngày sinh của bé",
                  .hint = "Ví dụ 21 9 2026",
                  .error = "Hãy ghi năm bằng bốn chữ số",
                  .day = {"Ngày", "21"},
                  .month = {"Tháng", "9"},
                  .year = {"Năm", "26", 0, true},
                  .birthday = true},
                 typed(f, "born"));
  const std::string day = f.value("old.day"), month = f.value("old.month"),
                    year = f.value("old.year");
  const auto set = [&f](ui::Unknown on, ui::Unknown off) {
    return f.on([on, off](std::string_view text) {
      return Change(
          [on, off, ticked = text == "1"](State& s, Effects&) { s.unknown = ticked ? on : off; });
    });
  };
  ui::partial_date(f.b, "old",
                   {.date = {.legend = "Ngày sinh của ông nội",
                             .hint = "Giấy tờ cũ có khi chỉ ghi năm",
                             .day = {"Ngày", day},
                             .month = {"Tháng", month},
                             .year = {"Năm", year}},
                    .unknown = f.state.unknown,
                    .no_day = "Tôi không biết ngày",
                    .no_month = "Tôi không biết cả ngày và tháng"},
                   {.date = typed(f, "old"),
                    .no_day = set(ui::Unknown::day, ui::Unknown::none),
                    .no_month = set(ui::Unknown::day_and_month, ui::Unknown::day)});
}

}  // namespace motcua::gallery
