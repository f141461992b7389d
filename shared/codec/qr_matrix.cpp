#include "shared/codec/qr_matrix.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>

namespace motcua::codec {
namespace {

class Matrix {
 public:
  explicit Matrix(int version) : version_(version), size_(version * 4 + 17) {
    code_.size = size_;
    code_.modules.assign(static_cast<std::size_t>(size_ * size_), 0);
    fixed_ = code_.modules;
    draw_function_patterns();
  }

  void place(const std::vector<std::uint8_t>& codewords) {
    std::size_t bit = 0;
    for (int right = size_ - 1; right >= 1; right -= 2) {
      if (right == 6) right = 5;  // the vertical timing pattern takes a whole column
      const bool upward = ((right + 1) & 2) == 0;
      for (int step = 0; step < size_; ++step) {
        const int y = upward ? size_ - 1 - step : step;
        for (int x = right; x > right - 2; --x) {
          if (fixed(x, y) || bit >= codewords.size() * 8) continue;
          set(x, y, ((codewords[bit / 8] >> (7 - bit % 8)) & 1) != 0);
          ++bit;
        }
      }
    }
  }

  void apply_mask(int mask) {
    for (int y = 0; y < size_; ++y)
      for (int x = 0; x < size_; ++x)
        if (!fixed(x, y) && masked(mask, x, y)) set(x, y, !code_.dark(x, y));
  }

  void draw_format(int mask) {
    const int data = mask;  // level M has the indicator 00
    int rest = data;
    for (int i = 0; i < 10; ++i) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
    const int bits = (data << 10 | rest) ^ 0x5412;
    const auto bit = [bits](int i) { return ((bits >> i) & 1) != 0; };
    for (int i = 0; i <= 5; ++i) fix(8, i, bit(i));
    fix(8, 7, bit(6));
    fix(8, 8, bit(7));
    fix(7, 8, bit(8));
    for (int i = 9; i < 15; ++i) fix(14 - i, 8, bit(i));
    for (int i = 0; i < 8; ++i) fix(size_ - 1 - i, 8, bit(i));
    for (int i = 8; i < 15; ++i) fix(8, size_ - 15 + i, bit(i));
    fix(8, size_ - 8, true);
  }

  /// The four rules of ISO/IEC 18004, 7.8.3.1.
  int penalty() const {
    int sum = 0;
    int dark = 0;
    for (int a = 0; a < size_; ++a) {
      sum += line_penalty([&](int b) { return code_.dark(b, a); });
      sum += line_penalty([&](int b) { return code_.dark(a, b); });
      for (int b = 0; b < size_; ++b) {
        dark += code_.dark(a, b) ? 1 : 0;
        if (a + 1 < size_ && b + 1 < size_ && code_.dark(a, b) == code_.dark(a + 1, b) &&
            code_.dark(a, b) == code_.dark(a, b + 1) &&
            code_.dark(a, b) == code_.dark(a + 1, b + 1))
          sum += 3;
      }
    }
    const int total = size_ * size_;
    return sum + std::abs(dark * 20 - total * 10) / total * 10;
  }

  const QrCode& code() const { return code_; }

 private:
  static bool masked(int mask, int x, int y) {
    switch (mask) {
      case 0: return (x + y) % 2 == 0;
      case 1: return y % 2 == 0;
      case 2: return x % 3 == 0;
      case 3: return (x + y) % 3 == 0;
      case 4: return (x / 3 + y / 2) % 2 == 0;
      case 5: return x * y % 2 + x * y % 3 == 0;
      case 6: return (x * y % 2 + x * y % 3) % 2 == 0;
      default: return ((x + y) % 2 + x * y % 3) % 2 == 0;
    }
  }

  template <class At>
  int line_penalty(At at) const {
    int sum = 0;
    int run = 0;
    unsigned window = 0;
    for (int i = 0; i < size_; ++i) {
      run = i > 0 && at(i) == at(i - 1) ? run + 1 : 1;
      if (run == 5) sum += 3;
      if (run > 5) sum += 1;
      window = (window << 1 | (at(i) ? 1U : 0U)) & 0x7FFU;
      // A finder look-alike: 1011101 with four light modules before or after it.
      if (i >= 10 && (window == 0x5D0 || window == 0x05D)) sum += 40;
    }
    return sum;
  }

  std::size_t index(int x, int y) const { return static_cast<std::size_t>(y * size_ + x); }
  bool fixed(int x, int y) const { return fixed_[index(x, y)] != 0; }
  void set(int x, int y, bool dark) { code_.modules[index(x, y)] = dark ? 1 : 0; }
  void fix(int x, int y, bool dark) {
    set(x, y, dark);
    fixed_[index(x, y)] = 1;
  }

  void draw_finder(int cx, int cy) {
    for (int dy = -4; dy <= 4; ++dy)
      for (int dx = -4; dx <= 4; ++dx) {
        const int x = cx + dx;
        const int y = cy + dy;
        if (x < 0 || y < 0 || x >= size_ || y >= size_) continue;
        const int ring = std::max(std::abs(dx), std::abs(dy));
        fix(x, y, ring != 2 && ring != 4);
      }
  }

  std::vector<int> alignment_positions() const {
    if (version_ == 1) return {};
    const int count = version_ / 7 + 2;
    const int step = (version_ * 4 + count * 2 + 1) / (count * 2 - 2) * 2;
    std::vector<int> positions(static_cast<std::size_t>(count), 6);
    for (int i = count - 1, at = size_ - 7; i >= 1; --i, at -= step)
      positions[static_cast<std::size_t>(i)] = at;
    return positions;
  }

  void draw_alignments() {
    const auto positions = alignment_positions();
    for (std::size_t i = 0; i < positions.size(); ++i)
      for (std::size_t j = 0; j < positions.size(); ++j) {
        const std::size_t last = positions.size() - 1;
        if ((i == 0 && (j == 0 || j == last)) || (i == last && j == 0)) continue;
        for (int dy = -2; dy <= 2; ++dy)
          for (int dx = -2; dx <= 2; ++dx)
            fix(positions[i] + dx, positions[j] + dy, std::max(std::abs(dx), std::abs(dy)) != 1);
      }
  }

  void draw_version() {
    if (version_ < 7) return;
    int rest = version_;
    for (int i = 0; i < 12; ++i) rest = (rest << 1) ^ ((rest >> 11) * 0x1F25);
    const int bits = version_ << 12 | rest;
    for (int i = 0; i < 18; ++i) {
      const bool dark = ((bits >> i) & 1) != 0;
      fix(size_ - 11 + i % 3, i / 3, dark);
      fix(i / 3, size_ - 11 + i % 3, dark);
    }
  }

  void draw_function_patterns() {
    for (int i = 0; i < size_; ++i) {
      fix(6, i, i % 2 == 0);
      fix(i, 6, i % 2 == 0);
    }
    draw_finder(3, 3);
    draw_finder(size_ - 4, 3);
    draw_finder(3, size_ - 4);
    draw_alignments();
    draw_format(0);  // reserves the places before the codewords are laid
    draw_version();
  }

  int version_;
  int size_;
  QrCode code_;
  std::vector<std::uint8_t> fixed_;
};

}  // namespace

QrCode draw_qr(const std::vector<std::uint8_t>& codewords, int version) {
  Matrix plain(version);
  plain.place(codewords);
  QrCode best;
  int lowest = std::numeric_limits<int>::max();
  for (int mask = 0; mask < 8; ++mask) {
    Matrix candidate = plain;
    candidate.apply_mask(mask);
    candidate.draw_format(mask);
    const int penalty = candidate.penalty();
    if (penalty < lowest) {
      lowest = penalty;
      best = candidate.code();
    }
  }
  return best;
}

}  // namespace motcua::codec
