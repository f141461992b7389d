#include "shared/form/reader.h"

#include "shared/form/date.h"

namespace motcua::form {

namespace {

using Json = nlohmann::json;

constexpr std::size_t max_text = 4000;  // bytes

const std::string* text_in(const Json& data) { return data.get_ptr<const Json::string_t*>(); }

}  // namespace

Reader::Reader(const Json& data, std::string place, std::optional<Error>& error)
    : data_(data.is_object() ? &data : nullptr), place_(std::move(place)), error_(&error) {
  if (!data_) fail("", "must be an object");
}

void Reader::fail(std::string_view key, std::string_view what, Code code) {
  if (*error_) return;
  std::string where = place_;
  if (!key.empty()) {
    if (!where.empty()) where += '.';
    where += key;
  }
  if (where.empty()) where = "the document";
  *error_ = motcua::fail(code, where + " " + std::string(what), "correct the file and try again");
}

const Json* Reader::member(std::string_view key) {
  if (!data_) return nullptr;
  const auto found = data_->find(std::string(key));
  if (found == data_->end()) return nullptr;
  known_.emplace(key);
  return &*found;
}

std::string Reader::text(std::string_view key, Presence presence) {
  const Json* data = member(key);
  if (!data) {
    if (presence == Presence::needed) fail(key, "is missing");
    return {};
  }
  const std::string* text = text_in(*data);
  if (!text || text->empty()) {
    fail(key, "must be text that is not empty");
    return {};
  }
  if (text->size() > max_text) {
    fail(key, "is too long", Code::too_large);
    return {};
  }
  return *text;
}

LocalText Reader::words(std::string_view key, Presence presence) {
  const Json* data = member(key);
  LocalText words;
  if (!data) {
    if (presence == Presence::needed) fail(key, "is missing");
    return words;
  }
  Reader reader(*data, place_.empty() ? std::string(key) : place_ + "." + std::string(key),
                *error_);
  words.vi = reader.text("vi");
  words.en = reader.text("en", Presence::optional);
  reader.done();
  return words;
}

std::int64_t Reader::integer(std::string_view key, std::int64_t otherwise, std::int64_t least,
                             std::int64_t most) {
  const Json* data = member(key);
  if (!data) return otherwise;
  const auto* number = data->get_ptr<const Json::number_integer_t*>();
  if (!number || *number < least || *number > most) {
    fail(key, "must be an integer from " + std::to_string(least) + " to " + std::to_string(most));
    return otherwise;
  }
  return *number;
}

bool Reader::flag(std::string_view key, bool otherwise) {
  const Json* data = member(key);
  if (!data) return otherwise;
  const auto* flag = data->get_ptr<const Json::boolean_t*>();
  if (!flag) {
    fail(key, "must be true or false");
    return otherwise;
  }
  return *flag;
}

Condition Reader::condition(std::string_view key, bool otherwise) {
  Condition condition;
  condition.truth = otherwise;
  const Json* data = member(key);
  if (!data) return condition;
  Result<Condition> parsed = parse_condition(*data);
  if (!parsed) {
    fail(key, "is not a condition: " + parsed.error().message, parsed.error().code);
    return condition;
  }
  return std::move(parsed).value();
}

Source Reader::source(std::string_view key, Presence presence) {
  Source source;
  const Json* data = member(key);
  if (!data) {
    if (presence == Presence::needed) fail(key, "is missing");
    return source;
  }
  Reader reader(*data, place_.empty() ? std::string(key) : place_ + "." + std::string(key),
                *error_);
  source.text = reader.text("text");
  source.date = reader.text("date");
  source.verified = reader.flag("verified");
  if (const std::optional<Date> date = parse_date(source.date); !date || !date->whole()) {
    reader.fail("date", "must be a day such as 2026-11-22");
  }
  reader.done();
  return source;
}

std::vector<std::string> Reader::texts(std::string_view key, std::size_t most) {
  std::vector<std::string> list;
  const Json* data = member(key);
  if (!data) return list;
  if (!data->is_array()) {
    fail(key, "must be a list of texts");
    return list;
  }
  if (data->size() > most) {
    fail(key, "has too many members", Code::too_large);
    return list;
  }
  for (const Json& item : *data) {
    const std::string* text = text_in(item);
    if (!text || text->empty() || text->size() > max_text) {
      fail(key, "must be a list of texts");
      return list;
    }
    list.push_back(*text);
  }
  return list;
}

std::vector<Reader> Reader::objects(std::string_view key, std::size_t most, Presence presence) {
  std::vector<Reader> readers;
  const Json* data = member(key);
  if (!data) {
    if (presence == Presence::needed) fail(key, "is missing");
    return readers;
  }
  if (!data->is_array() || (presence == Presence::needed && data->empty())) {
    fail(key, "must be a list that is not empty");
    return readers;
  }
  if (data->size() > most) {
    fail(key, "has too many members", Code::too_large);
    return readers;
  }
  std::size_t number = 0;
  for (const Json& item : *data) {
    std::string place = place_.empty() ? std::string(key) : place_ + "." + std::string(key);
    place += "[" + std::to_string(number++) + "]";
    readers.emplace_back(item, std::move(place), *error_);
  }
  return readers;
}

void Reader::done() {
  if (!data_ || failed()) return;
  for (auto item = data_->begin(); item != data_->end(); ++item) {
    if (known_.find(item.key()) == known_.end()) {
      fail(item.key(), "is not a member known here");
      return;
    }
  }
}

bool is_id(std::string_view text) {
  if (text.empty() || text.size() > 64) return false;
  char last = '.';
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool joint = c == '.' || c == '-';
    if (!letter && !joint) return false;
    if (joint && (last == '.' || last == '-')) return false;
    last = c;
  }
  return last != '.' && last != '-';
}

}  // namespace motcua::form
