#include "shared/codec/members.h"

#include <algorithm>

#include "shared/codec/base64.h"

namespace motcua::codec {
namespace {

const Json& nothing() {
  static const Json value;
  return value;
}

const std::string& no_text() {
  static const std::string value;
  return value;
}

}  // namespace

Members::Members(const Json& object, std::string where)
    : object_(object), where_(std::move(where)) {
  if (!object.is_object()) refuse(fail(Code::invalid, where_ + " is not a JSON object"));
}

const Json* Members::find(std::string_view name) {
  if (!object_.is_object()) return nullptr;
  seen_.emplace(name);
  const auto found = object_.find(std::string(name));
  if (found != object_.end()) return &*found;
  refuse(fail(Code::invalid, where_ + " has no \"" + std::string(name) + "\""));
  return nullptr;
}

bool Members::has(std::string_view name) const {
  return object_.is_object() && object_.contains(std::string(name));
}

const std::string& Members::document(std::string_view name, std::size_t most, std::size_t least) {
  const Json* value = find(name);
  if (value == nullptr) return no_text();
  const std::string* text = value->get_ptr<const std::string*>();
  if (text == nullptr || text->size() < least || text->size() > most) {
    refuse(name);
    return no_text();
  }
  return *text;
}

std::string Members::text(std::string_view name, std::size_t most, std::size_t least) {
  const std::string& value = document(name, most, least);
  const bool control = std::any_of(value.begin(), value.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
  });
  if (!control) return value;
  refuse(name);
  return {};
}

std::int64_t Members::integer(std::string_view name, std::int64_t least, std::int64_t most) {
  const Json* value = find(name);
  if (value == nullptr) return least;
  if (value->is_number_integer()) {
    const auto number = value->get<std::int64_t>();
    if (number >= least && number <= most) return number;
  }
  refuse(name);
  return least;
}

bool Members::flag(std::string_view name) {
  const Json* value = find(name);
  if (value == nullptr) return false;
  if (value->is_boolean()) return value->get<bool>();
  refuse(name);
  return false;
}

const Json& Members::array(std::string_view name, std::size_t most, std::size_t least) {
  const Json* value = find(name);
  if (value == nullptr) return nothing();
  if (value->is_array() && value->size() >= least && value->size() <= most) return *value;
  refuse(name);
  return nothing();
}

const Json& Members::object(std::string_view name) {
  const Json* value = find(name);
  if (value == nullptr) return nothing();
  if (value->is_object()) return *value;
  refuse(name);
  return nothing();
}

const Json& Members::any(std::string_view name) {
  const Json* value = find(name);
  return value == nullptr ? nothing() : *value;
}

Bytes Members::hex_bytes(std::string_view name, std::size_t least, std::size_t most) {
  auto bytes = hex_decode(document(name, 2 * most, 2 * least));
  if (bytes) return std::move(*bytes);
  refuse(name);
  return {};
}

Bytes Members::base64(std::string_view name, std::size_t most) {
  const std::string& text = document(name, most / 3 * 4 + 4, 0);
  auto bytes = base64_decode(text);
  if (bytes && bytes->size() <= most) return std::move(*bytes);
  refuse(name);
  return {};
}

void Members::refuse(std::string_view name) {
  refuse(
      fail(Code::invalid, "\"" + std::string(name) + "\" in " + where_ + " is not as it must be"));
}

void Members::refuse(Error error) {
  if (!error_) error_ = std::move(error);
}

Status Members::finish(bool allow_unknown) {
  if (!error_ && !allow_unknown) {
    for (const auto& item : object_.items()) {
      if (!seen_.contains(item.key())) {
        refuse(fail(Code::invalid, where_ + " has an unknown member \"" + item.key() + "\""));
        break;
      }
    }
  }
  if (error_) return *error_;
  return {};
}

}  // namespace motcua::codec
