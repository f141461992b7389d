#include "wasm/ui/components/signature.h"

#include <algorithm>

#include "wasm/ui/components/path.h"
#include "wasm/ui/layouter.h"
#include "wasm/ui/look.h"
#include "wasm/ui/painter.h"

namespace motcua::ui {

namespace {

float place(Layouter& at, int index, float x, float y, float w) {
  const float own = std::min(w, at.s(signature_width));
  const float h = own * signature_height / signature_width;
  at.set(index, x, y, own, h);
  return h;
}

void paint(Painter& on, const Node& n) {
  on.field(n);
  const float base = n.rect.y + n.rect.h * 0.78f;
  on.brush().fill({n.rect.x + n.rect.w * 0.06f, base, n.rect.w * 0.88f, on.s(1)},
                  Colour::field_line);
  stroke_path(on.brush(), n.value, n.rect, signature_width, signature_height, Colour::ink,
              on.s(2.6f));
}

constexpr Look kLook{.place = place, .paint = paint};

/// Whole numbers within the ground, in pairs, and nothing else.
bool points(std::string_view text) {
  int count = 0, number = -1;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    if (c >= '0' && c <= '9') {
      number = std::max(number, 0) * 10 + (c - '0');
      if (number > int(signature_width)) return false;
    } else if (c == ' ') {
      if (number < 0) continue;
      if (count % 2 && number > int(signature_height)) return false;
      ++count;
      number = -1;
    } else {
      return false;
    }
  }
  return count >= 2 && count % 2 == 0;
}

}  // namespace

void sign_stroke(std::string& path, std::string_view report) {
  if (report.size() < 2 || path.size() + report.size() > signature_limit) return;
  const bool begins = report[0] == 'M';
  if (!begins && (report[0] != 'L' || path.empty())) return;
  if (points(report.substr(1))) path += report;
}

Id signature_pad(Builder& b, std::string_view key, const Signature& pad, Action stroke,
                 Action clear) {
  const Id id = field_id(key);
  Scope box = b.open_id(Role::section, hash_key(id, "box"), Variant::field);
  const Id label = b.text("label", pad.label, Variant::strong);
  const Id hint = b.hint(id, pad.hint);
  const Id error = b.error(id, pad.error);
  Node& node = b.append_id(Role::signature, id);
  node.name = std::string(pad.label) + ": " + std::string(pad.state);
  node.value = pad.path;
  node.ref = label;
  node.flags = pad.error.empty() ? 0u : flag_invalid;
  node.on_key = stroke;
  node.look = &kLook;
  b.describe(node, hint, error);
  b.button("clear", pad.clear, clear, Variant::quiet, pad.path.empty() ? flag_disabled : 0u);
  return id;
}

}  // namespace motcua::ui
