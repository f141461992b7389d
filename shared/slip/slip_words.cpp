#include "shared/slip/slip_words.h"

namespace motcua::slip {
namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

bool gather(const codec::Json& from, const std::string& before, int levels, Texts& texts) {
  for (const auto& [name, value] : from.items()) {
    if (const auto* text = value.get_ptr<const std::string*>()) {
      texts[before + name] = *text;
    } else if (!value.is_object() || levels == 0 ||
               !gather(value, before + name + ".", levels - 1, texts)) {
      return false;
    }
  }
  return true;
}

std::string filled(std::string_view text, Words::Places places) {
  std::string out;
  while (!text.empty()) {
    const auto open = text.find('{');
    const auto close = open == std::string_view::npos ? open : text.find('}', open);
    out += text.substr(0, close == std::string_view::npos ? close : open);
    if (close == std::string_view::npos) break;
    const auto name = text.substr(open + 1, close - open - 1);
    const auto* place = places.begin();
    while (place != places.end() && place->first != name) ++place;
    out += place == places.end() ? text.substr(open, close - open + 1) : place->second;
    text.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace

Result<Words> Words::read(const codec::Json& json) {
  const auto sheet = json.is_object() ? json.find("sheet") : json.end();
  Words words;
  if (!json.is_object() || sheet == json.end() || !sheet->is_object() ||
      !gather(*sheet, "", 1, words.texts_)) {
    return fail(Code::invalid, "these are not the words of sheets", "check assets/slips");
  }
  return words;
}

std::string Words::operator()(std::string_view key, Places places) const {
  const auto found = texts_.find(key);
  return found == texts_.end() ? std::string(key) : filled(found->second, places);
}

}  // namespace motcua::slip
