#include "wasm/app/due.h"

#include "wasm/screens/parts.h"
#include "wasm/ui/components/details.h"

namespace motcua::screens {

using namespace app;

namespace {

void moment(Frame& f, const Due& due) {
  if (!due.promised.empty())
    f.b.text("promised", f.w("due.promised", {{"time", due.promised}}), ui::Variant::strong);
  if (due.counted.due.empty()) return;
  f.b.text("counted", f.w("due.counted", {{"time", due.counted.due}}),
           due.promised.empty() ? ui::Variant::strong : ui::Variant::normal);
}

void working(Frame& f, const Due& due) {
  if (due.counted.steps.empty() && due.counted.reasons.empty()) return;
  const bool open = f.m.working_open;
  auto inside =
      ui::details(f.b, "working", f.w("due.working"), open, f.on(Message(msg::OpenWorking{!open})));
  if (!open) return;
  auto list = f.b.list("steps", true);
  std::size_t n = 0;
  const auto line = [&](const std::string& text) {
    const auto key = std::to_string(n++);
    auto item = f.b.item(key);
    f.b.text("text", text);
  };
  for (const auto& step : due.counted.steps) line(step);
  for (const auto& reason : due.counted.reasons) line(reason);
}

}  // namespace

void due(Frame& f, const Draft& draft) {
  const auto due = due_of(f.m, draft);
  if (!due) return;
  auto section = f.b.section("due");
  f.b.heading("title", 2, f.w("due.title"));
  if (!due->ended) moment(f, *due);
  f.b.text("outcome", due->counted.outcome, due->late ? ui::Variant::error : ui::Variant::normal);
  if (due->counted.may_change && !due->ended)
    f.b.text("may-change", f.w("due.may_change"), ui::Variant::small);
  working(f, *due);
}

}  // namespace motcua::screens
