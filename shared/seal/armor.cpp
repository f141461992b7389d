#include "shared/seal/armor.h"

#include <algorithm>

#include "shared/codec/base64.h"

namespace motcua::seal {
namespace {

constexpr std::string_view begin_line = "-----BEGIN AGE ENCRYPTED FILE-----";
constexpr std::string_view end_line = "-----END AGE ENCRYPTED FILE-----";
constexpr std::size_t columns = 64;
constexpr std::size_t max_outer_space = 1024;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool all_space(std::string_view text) { return std::all_of(text.begin(), text.end(), is_space); }

Error malformed(const char* what) {
  return fail(Code::armor, std::string("the text form of the sealed file ") + what,
              "copy it whole, from BEGIN to END, without changing a line");
}

}  // namespace

void ArmorWriter::update(ByteView in, std::string& out) {
  if (!started_) out.append(begin_line) += '\n';
  started_ = true;
  while (!in.empty()) {
    const auto part = in.first(std::min(in.size(), line_.size() - filled_));
    std::copy(part.begin(), part.end(), line_.begin() + static_cast<std::ptrdiff_t>(filled_));
    filled_ += part.size();
    in = in.subspan(part.size());
    if (filled_ < line_.size()) return;
    out.append(codec::base64_encode(line_)) += '\n';
    filled_ = 0;
  }
}

void ArmorWriter::finish(std::string& out) {
  update({}, out);
  if (filled_ > 0) out.append(codec::base64_encode(ByteView(line_).first(filled_))) += '\n';
  out.append(end_line) += '\n';
}

// One line without its newline.
Status ArmorReader::take_line(Bytes& out) {
  std::string_view line = line_;
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  switch (state_) {
    case State::before:
      if (all_space(line)) return count_outer_space(line_.size() + 1);
      if (line != begin_line) return malformed("does not begin as it must");
      state_ = State::body;
      return {};
    case State::body: {
      if (line == end_line) {
        state_ = State::after;
        return {};
      }
      const auto bytes = codec::base64_decode(line);
      if (line.empty() || line.size() > columns || !bytes) return malformed("has a damaged line");
      out.insert(out.end(), bytes->begin(), bytes->end());
      if (bytes->size() < line_bytes) state_ = State::short_line_seen;
      return {};
    }
    case State::short_line_seen:
      if (line != end_line) return malformed("goes on after its last line");
      state_ = State::after;
      return {};
    case State::after:
      if (!all_space(line)) return malformed("has something after its end");
      return count_outer_space(line_.size() + 1);
  }
  return {};
}

Status ArmorReader::count_outer_space(std::size_t size) {
  outer_space_ += size;
  if (outer_space_ <= max_outer_space) return {};
  return malformed("has too much white space around it");
}

Status ArmorReader::update(ByteView in, Bytes& out) {
  if (failed_) return *failed_;
  auto text = text_of(in);
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto part = text.substr(0, end);
    if (line_.size() + part.size() > max_outer_space) {
      failed_ = malformed("has a line that is too long");
      return *failed_;
    }
    line_.append(part);
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
    auto status = take_line(out);
    line_.clear();
    if (!status) {
      failed_ = status.error();
      return *failed_;
    }
  }
  return {};
}

Status ArmorReader::finish() {
  if (failed_) return *failed_;
  // The line that ends the armor may lack its newline; it decodes to nothing.
  Bytes none;
  if (!line_.empty()) {
    auto status = take_line(none);
    if (!status) return status;
    line_.clear();
  }
  return state_ == State::after ? Status{} : Status(malformed("is cut short"));
}

std::optional<Form> detect_form(ByteView prefix, bool ended) {
  constexpr std::string_view binary = "age-encryption.org/";
  constexpr std::string_view armored = "-----";
  constexpr std::size_t enough = 2048;
  const auto text = text_of(prefix.first(std::min(prefix.size(), enough)));
  const auto seen = std::min(text.size(), binary.size());
  if (text.substr(0, seen) == binary.substr(0, seen)) {
    if (seen == binary.size()) return Form::binary;
  } else if (text.find(armored) != std::string_view::npos) {
    return Form::armored;
  }
  if (!ended && text.size() < enough) return std::nullopt;
  return Form::unknown;
}

}  // namespace motcua::seal
