#include "shared/codec/json.h"

#include <algorithm>
#include <vector>

#include "shared/codec/utf8.h"

namespace motcua::codec {
namespace {

constexpr int max_written_depth = 128;

Error malformed(std::string what) { return fail(Code::invalid, "the JSON " + std::move(what)); }

// Builds the value from the parser's events; the first refusal stops the parser. The names and
// parameters of the members are nlohmann's SAX interface.
class Builder {
 public:
  explicit Builder(JsonLimits limits) : limits_(limits) {}

  bool null() { return put(nullptr); }
  bool boolean(bool value) { return put(value); }
  bool number_integer(std::int64_t value) {
    if (value < -json_max_integer) return refuse(out_of_range());
    return put(value);
  }
  bool number_unsigned(std::uint64_t value) {
    if (value > static_cast<std::uint64_t>(json_max_integer)) return refuse(out_of_range());
    return put(static_cast<std::int64_t>(value));
  }
  bool number_float(double, const std::string& text) {
    return refuse(malformed("has the number " + text.substr(0, 40) +
                            ", but numbers are integers of at most 2^53-1"));
  }
  bool string(std::string& value) { return put(std::move(value)); }
  bool binary(Json::binary_t&) { return refuse(malformed("has a binary value")); }

  bool start_object(std::size_t) { return start(Json::object()); }
  bool start_array(std::size_t) { return start(Json::array()); }
  bool end_object() { return end(); }
  bool end_array() { return end(); }
  bool key(std::string& name) {
    Json& object = *open_.back();
    if (object.contains(name)) {
      return refuse(malformed("has the key \"" + name.substr(0, 60) + "\" twice in one object"));
    }
    key_ = std::move(name);
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const Json::exception&) {
    return refuse(malformed("is malformed at byte " + std::to_string(position)));
  }

  Result<Json> result() && {
    if (error_) return std::move(*error_);
    return std::move(root_);
  }

 private:
  static Error out_of_range() { return malformed("has an integer larger than 2^53-1"); }

  bool refuse(Error error) {
    if (!error_) error_ = std::move(error);
    return false;
  }

  Json* place(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    Json& parent = *open_.back();
    if (parent.is_array()) {
      parent.push_back(std::move(value));
      return &parent.back();
    }
    Json& slot = parent[key_];
    slot = std::move(value);
    return &slot;
  }

  bool count() {
    if (++values_ <= limits_.values) return true;
    return refuse(fail(Code::too_large,
                       "the JSON has more than " + std::to_string(limits_.values) + " values"));
  }

  bool put(Json value) {
    if (!count()) return false;
    place(std::move(value));
    return true;
  }

  // A pointer to an open container stays good: its parent is not touched until it is closed.
  bool start(Json container) {
    if (!count()) return false;
    if (open_.size() >= static_cast<std::size_t>(limits_.depth)) {
      return refuse(fail(Code::too_large, "the JSON is nested deeper than " +
                                              std::to_string(limits_.depth) + " levels"));
    }
    open_.push_back(place(std::move(container)));
    return true;
  }

  bool end() {
    open_.pop_back();
    return true;
  }

  JsonLimits limits_;
  Json root_;
  std::vector<Json*> open_;
  std::string key_;
  std::size_t values_ = 0;
  std::optional<Error> error_;
};

Status write_string(const std::string& text, std::string& out) {
  if (!utf8_valid(text)) return malformed("would hold a text that is not UTF-8");
  constexpr std::string_view digits = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\b': out += "\\b"; break;
      case '\t': out += "\\t"; break;
      case '\n': out += "\\n"; break;
      case '\f': out += "\\f"; break;
      case '\r': out += "\\r"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += "\\u00";
          out += digits[static_cast<unsigned char>(c) >> 4];
          out += digits[c & 15];
        } else {
          out += c;
        }
    }
  }
  out += '"';
  return {};
}

Status write_integer(std::int64_t value, std::string& out) {
  if (value > json_max_integer || value < -json_max_integer) {
    return malformed("would hold an integer larger than 2^53-1");
  }
  out += std::to_string(value);
  return {};
}

Status write(const Json& value, int depth, std::string& out);

Status write_array(const Json& value, int depth, std::string& out) {
  out += '[';
  bool first = true;
  for (const Json& item : value) {
    if (!first) out += ',';
    first = false;
    if (auto status = write(item, depth, out); !status) return status;
  }
  out += ']';
  return {};
}

Status write_object(const Json& value, int depth, std::string& out) {
  const auto& object = value.get_ref<const Json::object_t&>();
  std::vector<const Json::object_t::value_type*> members;
  members.reserve(object.size());
  for (const auto& member : object) members.push_back(&member);
  std::sort(members.begin(), members.end(),
            [](const auto* a, const auto* b) { return utf16_less(a->first, b->first); });
  out += '{';
  bool first = true;
  for (const auto* member : members) {
    if (!first) out += ',';
    first = false;
    if (auto status = write_string(member->first, out); !status) return status;
    out += ':';
    if (auto status = write(member->second, depth, out); !status) return status;
  }
  out += '}';
  return {};
}

Status write(const Json& value, int depth, std::string& out) {
  if (depth <= 0) return fail(Code::too_large, "the JSON is nested too deeply to be written");
  switch (value.type()) {
    case Json::value_t::null: out += "null"; return {};
    case Json::value_t::boolean: out += value.get<bool>() ? "true" : "false"; return {};
    case Json::value_t::string: return write_string(value.get_ref<const std::string&>(), out);
    case Json::value_t::number_integer: return write_integer(value.get<std::int64_t>(), out);
    case Json::value_t::number_unsigned:
      return write_integer(
          static_cast<std::int64_t>(std::min(value.get<std::uint64_t>(),
                                             static_cast<std::uint64_t>(json_max_integer) + 1)),
          out);
    case Json::value_t::array: return write_array(value, depth - 1, out);
    case Json::value_t::object: return write_object(value, depth - 1, out);
    default: return malformed("would hold a value that is not text, integer, truth, list or map");
  }
}

}  // namespace

bool utf16_less(std::string_view a, std::string_view b) {
  const auto [at_a, at_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (at_a == a.end() || at_b == b.end()) return at_a == a.end() && at_b != b.end();
  const auto x = static_cast<unsigned char>(*at_a);
  const auto y = static_cast<unsigned char>(*at_b);
  // In UTF-16, what UTF-8 leads with F0..F4 becomes surrogates D800..DFFF, which sort before
  // U+E000..U+FFFF (leads EE and EF). Everywhere else byte order and UTF-16 order agree.
  const bool high_x = x >= 0xF0;
  const bool high_y = y >= 0xF0;
  if (high_x != high_y) {
    if (high_x && (y == 0xEE || y == 0xEF)) return true;
    if (high_y && (x == 0xEE || x == 0xEF)) return false;
  }
  return x < y;
}

Result<Json> json_parse(std::string_view text, JsonLimits limits) {
  if (text.size() > limits.bytes) {
    return fail(Code::too_large,
                "the JSON is longer than " + std::to_string(limits.bytes) + " bytes");
  }
  // The parser would skip the one and take the other for the end of the text.
  if (text.substr(0, 3) == "\xEF\xBB\xBF") return malformed("begins with a byte order mark");
  if (text.find('\0') != std::string_view::npos) return malformed("has a zero byte");
  Builder builder(limits);
  Json::sax_parse(text.begin(), text.end(), &builder);
  return std::move(builder).result();
}

Result<std::string> json_canonical(const Json& value) {
  std::string out;
  if (auto status = write(value, max_written_depth, out); !status) return status.error();
  return out;
}

Result<Json> json_parse_canonical(std::string_view text, JsonLimits limits) {
  auto value = json_parse(text, limits);
  if (!value) return value;
  const auto canonical = json_canonical(*value);
  if (!canonical) return canonical.error();
  if (canonical.value() != text) {
    return fail(Code::invalid, "the JSON is not in its canonical form (RFC 8785)",
                "write it with motcua canon");
  }
  return value;
}

}  // namespace motcua::codec
