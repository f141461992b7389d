#include <algorithm>

#include "wasm/gallery/gallery.h"
#include "wasm/gallery/names.h"
#include "wasm/ui/components/chart.h"
#include "wasm/ui/components/money.h"
#include "wasm/ui/components/table.h"

namespace motcua::gallery {

namespace {

/// Invented figures that look like figures.
std::int64_t dossiers_of(std::size_t place) { return std::int64_t(place * 7919 % 4001); }

ui::TableColumn column(Frame& f, std::string_view key, std::string_view label, float weight,
                       bool number) {
  const bool by = f.state.sorted == key;
  return {.key = key,
          .label = label,
          .weight = weight,
          .number = number,
          .sortable = true,
          .sort = !by                  ? ui::Sort::none
                  : f.state.descending ? ui::Sort::descending
                                       : ui::Sort::ascending,
          .press = f.then([key = std::string(key), by](State& s) {
            s.descending = by && !s.descending;
            s.sorted = key;
            s.rows_first = 0;
          }),
          .sorted = by ? (f.state.descending ? "xếp giảm dần" : "xếp tăng dần") : ""};
}

void large_table(Frame& f) {
  std::vector<std::size_t> order(place_count);
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  if (f.state.sorted == "count") {
    std::stable_sort(order.begin(), order.end(),
                     [](std::size_t a, std::size_t b) { return dossiers_of(a) < dossiers_of(b); });
  }
  if (f.state.descending) std::reverse(order.begin(), order.end());
  const ui::TableColumn columns[] = {column(f, "name", "Nơi tiếp nhận", 3, false),
                                     column(f, "count", "Hồ sơ", 1.4f, true),
                                     {.key = "state", .label = "Tình trạng", .weight = 1.6f}};
  ui::table(f.b, "large",
            {.caption = "Hồ sơ theo nơi tiếp nhận, 3.321 dòng",
             .columns = columns,
             .count = order.size(),
             .first = f.state.rows_first,
             .row =
                 [order](std::size_t i) {
                   const std::size_t at = order[i];
                   return ui::TableRow{
                       std::to_string(at),
                       {place_names()[at], ui::money_text(std::to_string(dossiers_of(at)), "vi"),
                        at % 5 ? "Đúng hẹn" : "Có hồ sơ trễ"}};
                 }},
            f.on([](std::string_view report) {
              return Change([report = std::string(report)](State& s, Effects&) {
                s.rows_first = ui::table_first(report, s.rows_first, place_count);
              });
            }));
}

void small_table(Frame& f) {
  const ui::TableColumn columns[] = {{.key = "paper", .label = "Giấy tờ", .weight = 3},
                                     {.key = "copies", .label = "Số bản", .number = true}};
  const std::pair<const char*, const char*> rows[] = {
      {"Giấy chứng sinh", "1"},
      {"Văn bản ủy quyền có chứng thực của Ủy ban nhân dân cấp xã nơi cư trú", "1"},
      {"Bản sao Giấy chứng nhận kết hôn", "2"}};
  ui::table(f.b, "small",
            {.caption = "Giấy tờ cần nộp",
             .columns = columns,
             .count = std::size(rows),
             .row =
                 [&rows](std::size_t i) {
                   return ui::TableRow{std::to_string(i), {rows[i].first, rows[i].second}};
                 }},
            ui::no_action);
}

}  // namespace

void data(Frame& f) {
  auto section = f.b.section("data");
  f.b.heading("h2", 2, "Bảng và biểu đồ");
  small_table(f);
  const ui::ChartPoint bars[] = {{"Đúng hẹn", 1204, "1.204 hồ sơ"},
                                 {"Trước hẹn", 860, "860 hồ sơ"},
                                 {"Trễ hẹn, đã xin lỗi bằng văn bản", 41, "41 hồ sơ"},
                                 {"Trễ hẹn, chưa xin lỗi", 0, "0 hồ sơ"}};
  ui::bar_chart(f.b, "bars",
                {.title = "Hồ sơ trả kết quả trong tháng 10",
                 .label_column = "Cách trả",
                 .value_column = "Số hồ sơ",
                 .points = bars});
  std::vector<ui::ChartPoint> months;
  for (int month = 1; month <= 12; ++month) {
    const std::int64_t value = 300 + month * 37 * month % 410;
    months.push_back({"Tháng " + std::to_string(month), value, std::to_string(value)});
  }
  ui::line_chart(f.b, "lines",
                 {.title = "Hồ sơ nộp trên mạng mỗi tháng",
                  .label_column = "Tháng",
                  .value_column = "Số hồ sơ",
                  .points = months});
  large_table(f);
}

}  // namespace motcua::gallery
