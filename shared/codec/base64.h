#pragma once
// Base64 with the standard alphabet (RFC 4648 section 4), canonical in both forms: no white space,
// no line breaks, unused bits zero, padding either complete (padded) or absent (raw).

#include "shared/codec/bytes.h"
#include "shared/result.h"

namespace motcua::codec {

std::string base64_encode(ByteView bytes);
std::string base64_raw_encode(ByteView bytes);

/// Code::invalid for anything but the one text that base64_encode gives for the result.
Result<Bytes> base64_decode(std::string_view text);
/// The same for base64_raw_encode.
Result<Bytes> base64_raw_decode(std::string_view text);

}  // namespace motcua::codec
