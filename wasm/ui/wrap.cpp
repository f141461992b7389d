#include "wasm/ui/wrap.h"

#include <cstdint>
#include <utility>

namespace motcua::ui {

namespace {

/// Bytes of the character at the front of `text` (1 for a byte that starts none).
std::size_t character(std::string_view text) {
  std::size_t n = 1;
  while (n < text.size() && (static_cast<unsigned char>(text[n]) & 0xC0) == 0x80) ++n;
  return n;
}

class Wrapper {
 public:
  Wrapper(std::string_view text, float width, const TextMeasure& measure, Face face, float px)
      : text_(text), limit_(width), measure_(measure), face_(face), px_(px) {
    space_ = measure.width(" ", face, px);
  }

  std::vector<TextLine> run() {
    std::size_t at = 0;
    begin(0);
    while (at < text_.size()) {
      if (text_[at] == '\n') {
        end();
        begin(++at);
      } else if (text_[at] == ' ') {
        pending_ += space_;
        ++at;
      } else {
        std::size_t stop = text_.find_first_of(" \n", at);
        if (stop == std::string_view::npos) stop = text_.size();
        word(at, stop);
        at = stop;
      }
    }
    end();
    return std::move(lines_);
  }

 private:
  void begin(std::size_t at) {
    line_ = {std::uint32_t(at), 0, 0};
    pending_ = 0;
  }
  void end() { lines_.push_back(line_); }

  void put(std::size_t start, std::size_t stop, float width) {
    if (line_.size == 0) {
      line_.start = std::uint32_t(start);
      pending_ = 0;
    }
    line_.width += pending_ + width;
    line_.size = std::uint32_t(stop) - line_.start;
    pending_ = 0;
  }

  void word(std::size_t start, std::size_t stop) {
    const float width = measure_.width(text_.substr(start, stop - start), face_, px_);
    if (line_.size != 0 && line_.width + pending_ + width > limit_ + slack) {
      end();
      begin(start);
    }
    if (width <= limit_ + slack) return put(start, stop, width);
    while (start < stop) {
      const std::size_t next = start + character(text_.substr(start, stop - start));
      const float step = measure_.width(text_.substr(start, next - start), face_, px_);
      if (line_.size != 0 && line_.width + pending_ + step > limit_ + slack) {
        end();
        begin(start);
      }
      put(start, next, step);
      start = next;
    }
  }

  // A box as wide as its own words must hold them despite rounding.
  static constexpr float slack = 0.01f;

  std::string_view text_;
  float limit_;
  const TextMeasure& measure_;
  Face face_;
  float px_;
  float space_ = 0;
  float pending_ = 0;  // width of the spaces since the last word of the line
  TextLine line_;
  std::vector<TextLine> lines_;
};

}  // namespace

std::vector<TextLine> wrap(std::string_view text, float width, const TextMeasure& measure,
                           Face face, float px) {
  return Wrapper(text, width, measure, face, px).run();
}

}  // namespace motcua::ui
