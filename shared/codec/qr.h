#pragma once
// QR codes (ISO/IEC 18004) for what a receipt carries: byte mode, error correction M, versions
// 1 to 20, so at most 666 bytes. The smallest version that fits is taken, with the mask of the
// lowest penalty.

#include <cstdint>
#include <string_view>
#include <vector>

#include "shared/result.h"

namespace motcua::codec {

/// A square of `size` x `size` modules without the quiet zone (a printer must add 4 light modules
/// on every side). `modules` is row by row; 1 is dark.
struct QrCode {
  int size = 0;
  std::vector<std::uint8_t> modules;

  bool dark(int x, int y) const { return modules[static_cast<std::size_t>(y * size + x)] != 0; }
};

/// Code::too_large when `bytes` does not fit version 20.
Result<QrCode> encode_qr(std::string_view bytes);

/// The Reed-Solomon remainder of `data` with `count` check codewords, over GF(2^8) mod 0x11D.
std::vector<std::uint8_t> qr_check_codewords(const std::vector<std::uint8_t>& data, int count);

}  // namespace motcua::codec
