// The widgets that tell how things stand.

#include <algorithm>

#include "wasm/ui/builder.h"

namespace motcua::ui {

void Builder::progress(std::string_view key, std::string_view label, int percent,
                       std::string_view note) {
  Scope box = open(Role::section, key, Variant::field);
  text("words", label, Variant::strong);
  Node& bar = append(Role::progress, "bar");
  bar.name = label;
  if (percent >= 0) bar.value = std::to_string(std::min(percent, 100));
  if (!note.empty()) text("note", note, Variant::muted);
}

void Builder::error_summary(std::string_view key, std::string_view title,
                            std::span<const FieldError> errors) {
  Scope box = open(Role::alert, key, Variant::bad);
  heading("title", 2, title);
  Scope lines = plain_list("errors");
  for (std::size_t i = 0; i < errors.size(); ++i) {
    Scope line = item(std::to_string(i) + errors[i].field);
    Node& node = append(Role::link, "link");
    node.name = errors[i].text;
    node.ref = field_id(errors[i].field);
    node.href = "#" + std::to_string(node.ref);
    node.variant = Variant::error;
  }
}

void Builder::step_list(std::string_view key, std::string_view label, std::span<const Step> steps) {
  Scope list = open(Role::list, key, Variant::steps, Flow::row);
  opened().name = label;
  opened().level = 1;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Step& step = steps[i];
    Scope line = open(Role::listitem, std::to_string(i), Variant::steps);
    Node& node = append(step.href.empty() ? Role::text : Role::link, "step");
    node.name = step.label;
    node.value = step.state_words;
    node.href = step.href;
    node.on_activate = step.press;
    node.variant = Variant::steps;
    node.level = std::uint8_t(i + 1);
    node.flags = step.state == Step::State::done      ? flag_done
                 : step.state == Step::State::current ? flag_current
                                                      : 0u;
  }
}

void Builder::timeline(std::string_view key, std::string_view label,
                       std::span<const Event> events) {
  Scope list = open(Role::list, key, Variant::timeline);
  opened().name = label;
  opened().level = 1;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Event& event = events[i];
    // Counted from the oldest, so that a new event does not rename the others.
    Scope line = open(Role::listitem, std::to_string(events.size() - i),
                      event.kind == Kind::good      ? Variant::good
                      : event.kind == Kind::warning ? Variant::warning
                      : event.kind == Kind::bad     ? Variant::bad
                                                    : Variant::info);
    opened().flags = i == 0 ? flag_current : flag_done;
    text("title", event.title, Variant::strong);
    text("time", event.time, Variant::muted);
    if (!event.text.empty()) text("text", event.text);
    if (!event.link.empty()) link("link", event.link, event.href, event.press);
    if (!event.proof.empty()) text("proof", event.proof, Variant::small);
  }
}

void Builder::summary_list(std::string_view key, std::span<const SummaryRow> rows) {
  Scope list = open(Role::dl, key, Variant::summary);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const SummaryRow& row = rows[i];
    Scope line = open(Role::dlrow, std::to_string(i) + row.term);
    append(Role::term, "term").name = row.term;
    append(Role::definition, "value").name = row.value;
    if (row.change.empty()) continue;
    Scope action = open(Role::definition, "change");
    link("link", row.change, row.href, row.press);
    tree_.nodes.back().value = row.change_label;
  }
}

}  // namespace motcua::ui
