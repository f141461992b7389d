#pragma once
// Comma-separated values (RFC 4180): a header line, then rows of as many fields. Fields may stand
// in double quotes, where "" is a quote and lines may end. Lines end with LF or CRLF; a byte order
// mark at the start is passed over.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/result.h"

namespace motcua::codec {

struct CsvRow {
  std::size_t line = 0;  // where it starts, from 1
  std::vector<std::string> fields;
};

struct CsvTable {
  std::vector<std::string> header;
  std::vector<CsvRow> rows;

  std::optional<std::size_t> column(std::string_view name) const;
};

struct CsvLimits {
  std::size_t bytes = 16u << 20;  // of the whole text
  std::size_t columns = 100, rows = 200'000;
};

/// Code::invalid, with the line: no header, a column twice, a row with more or fewer fields than
/// the header, a quote out of place or not closed, text that is not UTF-8. Code::too_large past the
/// limits.
Result<CsvTable> parse_csv(std::string_view text, CsvLimits limits = {});

}  // namespace motcua::codec
