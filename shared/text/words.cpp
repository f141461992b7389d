#include "shared/text/words.h"

#include "shared/codec/json.h"

namespace motcua::text {
namespace {

constexpr std::size_t max_bytes = 512u << 10;

bool flatten(const codec::Json& node, const std::string& path,
             std::map<std::string, std::string, std::less<>>& texts) {
  for (const auto& [name, value] : node.items()) {
    const std::string key = path.empty() ? name : path + "." + name;
    if (value.is_object()) {
      if (!flatten(value, key, texts)) return false;
    } else if (value.is_string()) {
      texts[key] = value.get_ref<const std::string&>();
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace

Result<Words> Words::parse(std::string_view json) {
  const auto data = codec::json_parse(json, {.bytes = max_bytes, .depth = 8});
  if (!data) return data.error();
  Words words;
  if (!data->is_object() || !flatten(*data, "", words.texts_))
    return fail(Code::invalid, "the words are not objects of texts", "check assets/words");
  return words;
}

std::string_view Words::operator()(std::string_view key) const {
  const auto found = texts_.find(key);
  return found == texts_.end() ? key : std::string_view(found->second);
}

std::string Words::operator()(std::string_view key, WordPlaces places) const {
  return fill((*this)(key), places);
}

std::string Words::count(std::string_view key, std::int64_t n, WordPlaces places) const {
  const bool one = n == 1 && (*this)("locale.plural") == "one other";
  const auto full = std::string(key) + (one ? ".one" : ".other");
  const auto words = (*this)(full);
  return fill(fill(words, {{"n", number(n)}}), places);
}

std::string Words::number(std::int64_t n) const {
  std::string out = std::to_string(n);
  const std::string group((*this)("locale.group"));
  const std::size_t first = n < 0 ? 1 : 0;
  for (std::size_t at = out.size(); at > first + 3;) out.insert(at -= 3, group);
  return out;
}

void Words::fill_gaps(const Words& whole) {
  for (const auto& [key, text] : whole.texts_) texts_.try_emplace(key, text);
}

bool Words::has(std::string_view key) const { return texts_.find(key) != texts_.end(); }

std::vector<std::string> Words::keys() const {
  std::vector<std::string> out;
  for (const auto& [key, text] : texts_) out.push_back(key);
  return out;
}

std::string fill(std::string_view text, WordPlaces places) {
  std::string out;
  while (!text.empty()) {
    const auto open = text.find('{');
    out += text.substr(0, open);
    if (open == std::string_view::npos) break;
    text.remove_prefix(open);
    const auto close = text.find('}');
    if (close == std::string_view::npos) {
      out += text;
      break;
    }
    const auto name = text.substr(1, close - 1);
    const auto* place = places.begin();
    while (place != places.end() && place->first != name) ++place;
    out += place == places.end() ? text.substr(0, close + 1) : place->second;
    text.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace motcua::text
