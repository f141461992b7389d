#include "shared/form/repeat.h"

#include <nlohmann/json.hpp>
#include <set>
#include <string>

namespace motcua::form {

namespace {

using Json = nlohmann::json;
using Ids = std::set<std::string, std::less<>>;

const Json* member(const Json& object, const char* name) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

std::string text_at(const Json& object, const char* name) {
  const Json* found = member(object, name);
  const auto* text = found ? found->get_ptr<const std::string*>() : nullptr;
  return text ? *text : std::string();
}

struct Repeat {
  std::string id, count;
  int most = 0;
  Ids fields;
};

Error wrong(const std::string& id, const char* what) {
  return fail(Code::invalid, id + ".repeat: " + what,
              R"(write {"count": a number field that stands before, "most": 2 to 20})");
}

Result<Repeat> read_repeat(const Json& group) {
  Repeat repeat;
  repeat.id = text_at(group, "id");
  const Json& data = *member(group, "repeat");
  repeat.count = text_at(data, "count");
  const Json* most = member(data, "most");
  const auto* number = most ? most->get_ptr<const Json::number_integer_t*>() : nullptr;
  if (repeat.id.empty() || repeat.count.empty() || !number || data.size() != 2)
    return wrong(repeat.id, "count or most is missing, or something else stands there");
  if (*number < 2 || *number > max_repeats) return wrong(repeat.id, "most is not 2 to 20");
  repeat.most = static_cast<int>(*number);
  if (const Json* fields = member(group, "fields"); fields && fields->is_array()) {
    for (const Json& field : *fields) repeat.fields.insert(text_at(field, "id"));
  }
  for (const std::string& id : repeat.fields) {
    if (id.rfind(repeat.id + ".", 0) != 0)
      return wrong(repeat.id, "the ids of its fields must begin with its own and a dot");
  }
  return repeat;
}

void put_number(std::string& text, int n) {
  const std::string number = std::to_string(n);
  for (std::size_t at = 0; (at = text.find("{n}", at)) != text.npos; at += number.size())
    text.replace(at, 3, number);
}

/// Renames the group's own fields and counts its words, however deep they stand. Conditions and
/// words are at most so deep that this ends: the JSON reader has bounded the depth.
void renumber(Json& value, const Repeat& repeat, int n) {
  if (auto* text = value.get_ptr<std::string*>()) {
    if (repeat.fields.count(*text) != 0) {
      text->insert(repeat.id.size() + 1, std::to_string(n) + ".");
    } else {
      put_number(*text, n);
    }
    return;
  }
  if (value.is_structured()) {
    for (auto& part : value) renumber(part, repeat, n);
  }
}

Json copy_of(const Json& group, const Repeat& repeat, int n) {
  Json copy = group;
  copy.erase("repeat");
  renumber(copy, repeat, n);
  copy["id"] = repeat.id + "." + std::to_string(n);
  Json reached = {{"op", "number"}, {"field", repeat.count}, {"min", n}};
  const auto own = copy.find("visible_if");
  copy["visible_if"] = own == copy.end()
                           ? std::move(reached)
                           : Json{{"op", "and"}, {"of", Json::array({*own, std::move(reached)})}};
  return copy;
}

Result<Json> groups_of(const Json& groups) {
  Json all = Json::array();
  for (const Json& group : groups) {
    if (!member(group, "repeat")) {
      all.push_back(group);
      continue;
    }
    const auto repeat = read_repeat(group);
    if (!repeat) return repeat.error();
    for (int n = 1; n <= repeat->most; ++n) all.push_back(copy_of(group, *repeat, n));
  }
  return all;
}

}  // namespace

Result<Json> with_repeats(const Json& form) {
  Json whole = form;
  if (!whole.is_object()) return whole;
  const auto steps = whole.find("steps");
  if (steps == whole.end() || !steps->is_array()) return whole;
  for (Json& step : *steps) {
    const Json* groups = member(step, "groups");
    if (!groups || !groups->is_array()) continue;
    auto all = groups_of(*groups);
    if (!all) return all.error();
    step["groups"] = std::move(*all);
  }
  return whole;
}

}  // namespace motcua::form
