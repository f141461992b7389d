#include <algorithm>

#include "shared/codec/base64.h"
#include "shared/seal/header.h"

namespace motcua::seal {
namespace {

constexpr std::string_view version_line = "age-encryption.org/v1\n";
constexpr std::size_t body_columns = 64;

Error malformed(std::string what) {
  return fail(Code::header, "the age header " + std::move(what),
              "the file is damaged or was not made by age; fetch it again");
}

// The next line without its newline, or nothing when none is left.
std::optional<std::string_view> take_line(std::string_view& text) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const auto line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

bool argument_ok(std::string_view argument) {
  return !argument.empty() &&
         std::all_of(argument.begin(), argument.end(), [](char c) { return c >= 33 && c <= 126; });
}

Result<Stanza> parse_first_line(std::string_view line) {
  Stanza stanza;
  if (line.substr(0, 3) != "-> ") return malformed("has a line that starts no stanza");
  line.remove_prefix(3);
  bool first = true;
  while (true) {
    const auto space = line.find(' ');
    const auto argument = line.substr(0, space);
    if (!argument_ok(argument)) return malformed("has a stanza with a malformed argument");
    if (first) {
      stanza.type = std::string(argument);
    } else {
      stanza.args.emplace_back(argument);
    }
    first = false;
    if (space == std::string_view::npos) return stanza;
    line.remove_prefix(space + 1);
  }
}

// Full lines of 64 columns, then one shorter line, possibly empty.
Status parse_body(std::string_view& text, Bytes& body) {
  while (true) {
    const auto line = take_line(text);
    if (!line || line->size() > body_columns) return malformed("has a stanza without an end");
    const auto bytes = codec::base64_raw_decode(*line);
    if (!bytes) return malformed("has a stanza that is not canonical base64");
    body.insert(body.end(), bytes->begin(), bytes->end());
    if (line->size() < body_columns) return {};
  }
}

Status parse_mac(std::string_view line, ByteArray<32>& mac) {
  if (line.substr(0, 4) != "--- ") return malformed("has a malformed last line");
  const auto bytes = codec::base64_raw_decode(line.substr(4));
  if (!bytes || bytes->size() != mac.size()) return malformed("has a malformed last line");
  std::copy(bytes->begin(), bytes->end(), mac.begin());
  return {};
}

}  // namespace

Result<std::size_t> header_length(ByteView prefix) {
  const auto text = text_of(prefix.first(std::min(prefix.size(), max_header_size)));
  const auto seen = std::min(text.size(), version_line.size());
  if (text.substr(0, seen) != version_line.substr(0, seen)) {
    return malformed("is not there: this is not an age file");
  }
  // A line that starts with "---" is the last: neither stanzas nor their bodies can.
  const auto last = text.find("\n---");
  const auto end = last == std::string_view::npos ? last : text.find('\n', last + 1);
  if (end != std::string_view::npos) return end + 1;
  if (text.size() == max_header_size) return malformed("is longer than 64 KiB");
  return fail(Code::not_found, "the age header is not complete yet");
}

Result<Header> parse_header(ByteView bytes) {
  if (bytes.size() > max_header_size) return malformed("is longer than 64 KiB");
  std::string_view text = text_of(bytes);
  if (text.substr(0, version_line.size()) != version_line) {
    return malformed("is not there: this is not an age file");
  }
  text.remove_prefix(version_line.size());
  Header header;
  while (true) {
    const std::size_t start = bytes.size() - text.size();
    const auto line = take_line(text);
    if (!line) return malformed("is cut short");
    if (line->substr(0, 3) == "---") {
      if (auto status = parse_mac(*line, header.mac); !status) return status.error();
      if (!text.empty()) return malformed("has something after its last line");
      header.maced = start + 3;
      break;
    }
    if (header.stanzas.size() == max_stanzas) return malformed("names too many recipients");
    auto stanza = parse_first_line(*line);
    if (!stanza) return stanza.error();
    if (auto status = parse_body(text, stanza->body); !status) return status.error();
    header.stanzas.push_back(std::move(stanza).value());
  }
  if (header.stanzas.empty()) return malformed("names nobody who can open the file");
  header.raw.assign(bytes.begin(), bytes.end());
  return header;
}

}  // namespace motcua::seal
