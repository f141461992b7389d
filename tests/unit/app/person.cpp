#include "tests/unit/app/person.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <sstream>
#include <utility>

#include "shared/slip/fit.h"
#include "shared/slip/layout.h"

namespace motcua::test {

using namespace app;

std::string read_asset(const std::string& path) {
  std::ifstream file(std::string(MOTCUA_ROOT) + "/assets/" + path, std::ios::binary);
  REQUIRE(file);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

Words read_words(const std::string& lang) {
  auto parsed = Words::parse(read_asset("words/" + lang + ".json"));
  REQUIRE(parsed);
  return *parsed;
}

std::string directory_text(const Json& office) {
  const auto unit = [](const char* code, const char* vi, const char* en, const char* kind) {
    return Json{{"code", code},     {"name", {{"vi", vi}, {"en", en}}},     {"kind", kind},
                {"province", "99"}, {"read", std::string("age1pq") + code}, {"sign", "vkey"}};
  };
  Json directory = {{"format", "motcua.directory/1"},
                    {"units",
                     {unit("99901", "Ủy ban nhân dân xã Mây Trắng",
                           "May Trang Commune People's Committee", "commune"),
                      unit("99001", "Trung tâm Phục vụ hành chính công tỉnh Sông Xanh",
                           "Song Xanh Provincial Public Service Centre", "centre")}}};
  if (!office.is_null()) directory["units"][0]["office"] = office;
  return directory.dump();
}

void Person::open(std::string_view at, std::string_view lang) {
  path = at;
  const Json json = {{"lang", lang}, {"path", at},           {"now", now},
                     {"ms", 1},      {"official", official}, {"config", {{"demo", true}}}};
  take(app_.start(json.dump()));
}

void Person::tell(Json report) {
  if (report["on"] == "loaded")
    return take(app_.text(report["as"].get<std::string>(), report["text"].get<std::string>()));
  report["now"] = now;
  report["ms"] = 1;
  take(app_.message(report.dump()));
}

void Person::come() {
  for (const auto& report : std::exchange(waiting_, {})) tell(report);
}

void Person::take(Effects effects) {
  std::string why;
  const bool sound = tree().sound(&why);
  INFO(why);
  REQUIRE(sound);
  for (const auto& effect : effects) {
    effects_.push_back(effect);
    carry_out(effect);
  }
  if (answering_) return;
  answering_ = true;
  while (!answers_.empty()) {
    const auto next = answers_.front();
    answers_.erase(answers_.begin());
    tell(next);
  }
  answering_ = false;
}

std::string Person::asset(const std::string& file) const {
  const auto other = instead.find(file);
  return other == instead.end() ? read_asset(file) : other->second;
}

namespace {

/// As the worker answers: the core judges the slip and lays it out.
Json sheet(const Json& wish) {
  const auto text = [&](const char* name) { return wish[name].get<std::string>(); };
  const auto refused = [&](const Error& error) -> Json {
    return {{"on", "sheet_refused"},
            {"of", text("of")},
            {"code", code_name(error.code)},
            {"message", error.message},
            {"hint", error.hint}};
  };
  const auto slip = slip::parse_slip(text("slip"));
  if (!slip) return refused(slip.error());
  if (auto fits = slip::check_fit(*slip, text("number"), text("unit"), text("body"), text("state"));
      !fits)
    return refused(fits.error());
  const auto words = slip::Words::read(
      Json::parse(read_asset("slips/" + text("language") + ".json"), nullptr, false));
  const auto laid = slip::layout(*slip, text("language"), words.value(), text("code"));
  return {{"on", "sheet_laid"}, {"of", text("of")}, {"sheet", slip::sheet_json(laid).dump()}};
}

}  // namespace

void Person::carry_out(const Effect& effect) {
  const auto json = Json::parse(encode(effect));
  const auto name = json["do"].get<std::string>();
  if (name == "load") {
    const auto as = json["as"].get<std::string>();
    const bool directory = as == "directory";
    if (std::find(broken.begin(), broken.end(), as) != broken.end() ||
        (directory && !directory_reachable)) {
      answers_.push_back({{"on", "load_failed"}, {"as", as}, {"status", 0}, {"code", "network"}});
    } else {
      const bool waits = std::any_of(late.begin(), late.end(),
                                     [&](const auto& start) { return as.rfind(start, 0) == 0; });
      (waits ? waiting_ : answers_)
          .push_back({{"on", "loaded"},
                      {"as", as},
                      {"text", directory ? directory_text(office)
                                         : asset(json["path"].get<std::string>())}});
    }
  } else if (name == "lay_sheet") {
    answers_.push_back(sheet(json));
  } else if (name == "load_drafts") {
    Json list = Json::array();
    for (const auto& [id, text] : device_) list.push_back({{"id", id}, {"json", text}});
    answers_.push_back({{"on", "drafts"}, {"list", list}});
  } else if (name == "save_draft") {
    if (can_save) device_[json["id"].get<std::string>()] = json["json"].get<std::string>();
    answers_.push_back(can_save
                           ? Json{{"on", "saved"}, {"id", json["id"]}}
                           : Json{{"on", "save_failed"}, {"id", json["id"]}, {"reason", "quota"}});
  } else if (name == "hold_draft" || name == "take_draft") {
    const auto id = json["draft"].get<std::string>();
    const auto stored = device_.find(id);
    if (elsewhere && name == "hold_draft")
      answers_.push_back({{"on", "held_elsewhere"}, {"draft", id}});
    else
      answers_.push_back(
          {{"on", "held"}, {"draft", id}, {"json", stored == device_.end() ? "" : stored->second}});
  } else if (name == "delete_draft") {
    device_.erase(json["id"].get<std::string>());
  } else if (name == "random") {
    std::string hex;
    ++random;
    for (int i = 0; i < json["n"].get<int>(); ++i) hex += "0" + std::to_string((random + i) % 10);
    answers_.push_back({{"on", "random"}, {"as", json["as"]}, {"hex", hex}});
  } else if (name == "keys") {
    answers_.push_back({{"on", "keys"},
                        {"draft", json["draft"]},
                        {"read", "age1pqown"},
                        {"identity", "AGE-SECRET-KEY-PQ-1TEST"},
                        {"follow", "000102030405060708090a0b0c0d0e0f"}});
  } else if (name == "route") {
    path = json["path"].get<std::string>();
  } else if (name == "focus") {
    focus_ = json["node"].get<ui::Id>();
    CHECK(tree().find(focus_) != nullptr);
  }
}

std::string Person::focused() const {
  const auto* node = tree().find(focus_);
  return node ? node->name : std::string();
}

std::string Person::heard() const {
  const auto all = asked<effect::Announce>();
  return all.empty() ? std::string() : all.back().text;
}

void Person::act(const ui::Node* node, ActionKind kind, std::string_view text) {
  REQUIRE(node != nullptr);
  take(app_.action(node->id, kind, text));
}

void Person::press(std::string_view label) {
  INFO("pressing " << label << " on: " << page());
  const auto* node = tree().find(ui::Role::button, label);
  if (!node) node = tree().find(ui::Role::link, label);
  if (!node) node = tree().find(ui::Role::listoption, label);
  act(node, ActionKind::activate, node ? node->value : std::string());
}

const ui::Node* Person::field(std::string_view label) const {
  if (const auto* exact = tree().field(label)) return exact;
  return tree().field(std::string(label) + " (không bắt buộc)");
}

void Person::type(std::string_view label, std::string_view text) {
  INFO("typing into " << label << " on: " << page());
  act(field(label), ActionKind::input, text);
}

void Person::leave(std::string_view label) {
  INFO("leaving " << label);
  act(field(label), ActionKind::blur, "");
}

const ui::Node* Person::in_group(std::string_view legend, ui::Role role,
                                 std::string_view name) const {
  const auto* group = field(legend);
  REQUIRE(group != nullptr);
  const int index = static_cast<int>(group - tree().nodes.data());
  for (const auto& node : tree().nodes) {
    if (node.role != role || node.name != name) continue;
    for (int at = node.parent; at >= 0; at = tree().nodes[static_cast<std::size_t>(at)].parent)
      if (at == index) return &node;
  }
  return nullptr;
}

void Person::date(std::string_view legend, std::string_view d, std::string_view m,
                  std::string_view y) {
  INFO("dating " << legend << " on: " << page());
  act(in_group(legend, ui::Role::textbox, "Ngày"), ActionKind::input, d);
  act(in_group(legend, ui::Role::textbox, "Tháng"), ActionKind::input, m);
  act(in_group(legend, ui::Role::textbox, "Năm"), ActionKind::input, y);
  act(in_group(legend, ui::Role::textbox, "Năm"), ActionKind::blur, "");
}

void Person::choose(std::string_view label, std::string_view option) {
  INFO("choosing " << option << " of " << label << " on: " << page());
  const auto* group = field(label);
  REQUIRE(group != nullptr);
  if (group->role == ui::Role::select) {
    const auto* node = in_group(label, ui::Role::option, option);
    REQUIRE(node != nullptr);
    act(group, ActionKind::change, node->value);
  } else {
    const auto* node = in_group(label, ui::Role::radio, option);
    REQUIRE(node != nullptr);
    act(node, ActionKind::activate, node->value);
  }
}

void Person::tick(std::string_view label, bool on) {
  INFO("ticking " << label << " on: " << page());
  act(tree().find(ui::Role::checkbox, label), ActionKind::activate, on ? "1" : "0");
}

void Person::attach(std::string_view label) {
  INFO("attaching to " << label << " on: " << page());
  act(field(label), ActionKind::change, "[]");
}

void Person::back(std::string_view to) {
  path = to;
  tell({{"on", "navigated"}, {"path", to}});
}

bool Person::sees(std::string_view words) const { return page().find(words) != std::string::npos; }

bool Person::sees(ui::Role role, std::string_view label) const {
  return tree().find(role, label) != nullptr;
}

std::string Person::title() const {
  for (const auto& node : tree().nodes)
    if (node.role == ui::Role::heading && node.level == 1) return node.name;
  return {};
}

std::string Person::value(std::string_view label) const {
  INFO("value of " << label << " on: " << page());
  const auto* node = field(label);
  REQUIRE(node != nullptr);
  return node->value;
}

}  // namespace motcua::test
