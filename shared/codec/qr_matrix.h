#pragma once
// The picture of a QR code: function patterns, codewords in zigzag order, the best of eight masks.

#include <cstdint>
#include <vector>

#include "shared/codec/qr.h"

namespace motcua::codec {

/// `codewords` must be exactly those of `version` (1..20), data and check interleaved.
QrCode draw_qr(const std::vector<std::uint8_t>& codewords, int version);

}  // namespace motcua::codec
