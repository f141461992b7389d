#include "wasm/app/route.h"

#include <algorithm>
#include <vector>

namespace motcua::app {
namespace {

constexpr std::string_view papers_part = "giay-to";
constexpr std::string_view review_part = "kiem-tra";
constexpr std::string_view sheet_part = "phieu-kiem-tra";
constexpr std::string_view seal_part = "niem-phong";
constexpr std::string_view receipt_part = "bien-nhan";
constexpr std::string_view keys_part = "chia-khoa";
constexpr std::string_view feedback_part = "gop-y";
constexpr std::string_view slip_part = "phieu";

bool is_plain(std::string_view part) {
  return !part.empty() && part.size() <= 64 && std::all_of(part.begin(), part.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == '_';
  });
}

/// The parts between slashes; one trailing slash is forgiven. Nothing when a part is not plain.
std::vector<std::string_view> split(std::string_view path, bool& plain) {
  std::vector<std::string_view> parts;
  plain = !path.empty() && path.front() == '/';
  if (!plain) return parts;
  path.remove_prefix(1);
  while (!path.empty()) {
    const auto slash = path.find('/');
    parts.push_back(path.substr(0, slash));
    plain = plain && is_plain(parts.back());
    if (slash == std::string_view::npos) break;
    path.remove_prefix(slash + 1);
  }
  return parts;
}

std::string join(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const auto part : parts) {
    out += '/';
    out += part;
  }
  return out;
}

Route in_draft(std::string_view draft, std::string_view part) {
  Route route{.page = Page::step, .draft = std::string(draft)};
  if (part == papers_part) {
    route.page = Page::papers;
  } else if (part == review_part) {
    route.page = Page::review;
  } else if (part == sheet_part) {
    route.page = Page::sheet;
  } else if (part == seal_part) {
    route.page = Page::seal;
  } else {
    route.step = part;
  }
  return route;
}

}  // namespace

Route parse_route(std::string_view path) {
  bool plain = false;
  const auto parts = split(path, plain);
  if (plain && parts.size() == 4 && parts[0] == "ho-so" && parts[2] == slip_part)
    return {.page = Page::slip, .number = std::string(parts[1]), .sequence = std::string(parts[3])};
  if (!plain || parts.size() > 3) return {.page = Page::not_found};
  if (parts.empty()) return {.page = Page::home};
  if (path == move_path) return {.page = Page::move};
  if (path == fetch_path) return {.page = Page::fetch};
  if (path == verify_path) return {.page = Page::verify};
  if (parts[0] == "thu-tuc" && parts.size() == 2)
    return {.page = Page::procedure, .code = std::string(parts[1])};
  if (parts[0] == "nop" && parts.size() == 3) return in_draft(parts[1], parts[2]);
  if (parts[0] == "ho-so") {
    if (parts.size() == 1) return {.page = Page::dossiers};
    if (parts.size() == 2) return {.page = Page::follow, .number = std::string(parts[1])};
    if (parts[2] == keys_part) return {.page = Page::keys, .number = std::string(parts[1])};
    if (parts[2] == feedback_part) return {.page = Page::feedback, .number = std::string(parts[1])};
    if (parts[2] == receipt_part) return {.page = Page::receipt, .number = std::string(parts[1])};
  }
  return {.page = Page::not_found};
}

std::string path_of(const Route& route) {
  switch (route.page) {
    case Page::procedure: return procedure_path(route.code);
    case Page::step: return step_path(route.draft, route.step);
    case Page::papers: return papers_path(route.draft);
    case Page::review: return review_path(route.draft);
    case Page::sheet: return sheet_path(route.draft);
    case Page::seal: return seal_path(route.draft);
    case Page::dossiers: return std::string(dossiers_path);
    case Page::follow: return follow_path(route.number);
    case Page::receipt: return receipt_path(route.number);
    case Page::keys: return keys_path(route.number);
    case Page::feedback: return feedback_path(route.number);
    case Page::slip: return join({"ho-so", route.number, slip_part, route.sequence});
    case Page::verify: return std::string(verify_path);
    case Page::move: return std::string(move_path);
    case Page::fetch: return std::string(fetch_path);
    case Page::home:
    case Page::not_found: break;
  }
  return std::string(home_path);
}

std::string procedure_path(std::string_view code) { return join({"thu-tuc", code}); }
std::string step_path(std::string_view draft, std::string_view step) {
  return join({"nop", draft, step});
}
std::string papers_path(std::string_view draft) { return step_path(draft, papers_part); }
std::string review_path(std::string_view draft) { return step_path(draft, review_part); }
std::string sheet_path(std::string_view draft) { return step_path(draft, sheet_part); }
std::string seal_path(std::string_view draft) { return step_path(draft, seal_part); }
std::string follow_path(std::string_view number) { return join({"ho-so", number}); }
std::string receipt_path(std::string_view number) { return join({"ho-so", number, receipt_part}); }
std::string keys_path(std::string_view number) { return join({"ho-so", number, keys_part}); }
std::string feedback_path(std::string_view number) {
  return join({"ho-so", number, feedback_part});
}
std::string slip_path(std::string_view number, std::int64_t sequence) {
  return join({"ho-so", number, slip_part, std::to_string(sequence)});
}

}  // namespace motcua::app
