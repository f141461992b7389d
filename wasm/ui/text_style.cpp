#include "wasm/ui/text_style.h"

#include "wasm/ui/look.h"

namespace motcua::ui {

namespace {

TextStyle heading(int level, bool narrow) {
  if (level <= 1) return {Face::semibold, narrow ? 28.f : 32.f, 1.25f};
  if (level == 2) return {Face::semibold, narrow ? 22.f : 24.f, 1.3f};
  return {Face::semibold, 20, 1.35f};
}

TextStyle paragraph(Variant variant) {
  switch (variant) {
    case Variant::lead: return {Face::regular, 20, 1.5f};
    case Variant::small: return {Face::regular, 16, 1.5f, Colour::muted};
    case Variant::muted: return {Face::regular, 18, 1.5f, Colour::muted};
    case Variant::strong: return {Face::semibold, 18, 1.5f};
    case Variant::code: return {Face::semibold, 28, 1.4f};
    case Variant::hint: return {Face::regular, 17, 1.45f, Colour::muted};
    case Variant::error: return {Face::semibold, 17, 1.45f, Colour::danger};
    case Variant::tag_neutral: return {Face::semibold, 16, 1.4f};
    case Variant::tag_good: return {Face::semibold, 16, 1.4f, Colour::good_ink};
    case Variant::tag_warning: return {Face::semibold, 16, 1.4f, Colour::warning_ink};
    case Variant::tag_bad: return {Face::semibold, 16, 1.4f, Colour::bad_ink};
    default: return {};
  }
}

TextStyle pressed(const Tree& tree, const Node& node, bool narrow) {
  TextStyle style{Face::semibold, 18, 1.4f, Colour::primary};
  switch (node.variant) {
    case Variant::primary:
    case Variant::danger: style.colour = Colour::on_primary; break;
    case Variant::wordmark: return {Face::semibold, 24, 1.3f, Colour::on_band};
    case Variant::tile: return {Face::semibold, 20, 1.4f, Colour::primary};
    case Variant::error: return {Face::semibold, 18, 1.5f, Colour::danger, true};
    case Variant::secondary: break;
    default:
      style.face = Face::regular;
      style.leading = 1.5f;
      style.underline = true;
  }
  if (on_band(tree, node)) {
    style.colour = Colour::on_band;
    style.px = narrow ? 16 : 17;
  }
  if (node.has(flag_disabled)) style.colour = Colour::muted;
  return style;
}

}  // namespace

bool on_band(const Tree& tree, const Node& node) {
  for (int at = node.parent; at >= 0; at = tree.nodes[std::size_t(at)].parent) {
    if (tree.nodes[std::size_t(at)].role == Role::header) return true;
  }
  return false;
}

bool is_button_like(const Node& node) {
  if (node.role != Role::button && node.role != Role::link) return false;
  return node.variant == Variant::primary || node.variant == Variant::secondary ||
         node.variant == Variant::danger;
}

TextStyle text_style(const Tree& tree, const Node& node, bool narrow) {
  if (node.look && node.look->style) return node.look->style(tree, node, narrow);
  if (node.variant == Variant::steps) {
    const bool current = node.has(flag_current);
    return {current ? Face::semibold : Face::regular, 16, 1.4f,
            current             ? Colour::ink
            : node.href.empty() ? Colour::muted
                                : Colour::primary};
  }
  switch (node.role) {
    case Role::heading: return heading(node.level, narrow);
    case Role::legend: return node.level ? heading(node.level, narrow) : paragraph(Variant::strong);
    case Role::label: {
      const Node& box = tree.nodes[std::size_t(node.parent)];
      return paragraph(box.variant == Variant::choice ? Variant::normal : Variant::strong);
    }
    case Role::button:
    case Role::link: return pressed(tree, node, narrow);
    case Role::term: return paragraph(Variant::strong);
    case Role::banner: return {Face::semibold, 16, 1.4f, Colour::warning_ink};
    case Role::file: return {Face::semibold, 18, 1.4f, Colour::primary};
    case Role::text: {
      TextStyle style = paragraph(node.variant);
      if (on_band(tree, node)) style.colour = Colour::on_band_soft;
      return style;
    }
    default: return {};
  }
}

std::string_view painted_words(const Tree& tree, const Node& node) {
  if (node.look) return node.look->style ? std::string_view(node.name) : std::string_view{};
  switch (node.role) {
    case Role::heading:
    case Role::text:
    case Role::link:
    case Role::button:
    case Role::label:
    case Role::legend:
    case Role::term:
    case Role::definition: return node.variant == Variant::skip ? std::string_view{} : node.name;
    case Role::file: return node.value;
    case Role::select: {
      const std::size_t self = std::size_t(&node - tree.nodes.data());
      for (std::size_t i = self + 1; i < tree.nodes.size(); ++i) {
        if (tree.nodes[i].parent != int(self)) break;
        if (tree.nodes[i].value == node.value) return tree.nodes[i].name;
      }
      return {};
    }
    default: return {};
  }
}

}  // namespace motcua::ui
