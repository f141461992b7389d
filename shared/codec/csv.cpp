#include "shared/codec/csv.h"

#include <algorithm>
#include <set>

#include "shared/codec/utf8.h"

namespace motcua::codec {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

Error wrong(std::size_t line, const std::string& what) {
  return fail(Code::invalid, "line " + std::to_string(line) + ": " + what,
              "correct the file and try again");
}

class Parser {
 public:
  Parser(std::string_view text, CsvLimits limits) : rest_(text), limits_(limits) {}

  bool done() const { return rest_.empty(); }

  Result<CsvRow> row() {
    CsvRow row{line_, {}};
    while (true) {
      if (row.fields.size() == limits_.columns) {
        return fail(Code::too_large, "line " + std::to_string(row.line) + ": too many fields");
      }
      auto field = next_starts('"') ? quoted() : plain();
      if (!field) return field.error();
      row.fields.push_back(std::move(*field));
      if (take(",")) continue;
      if (done() || take("\r\n") || take("\n")) break;
      return wrong(line_, "something follows a closing quote");
    }
    ++line_;
    return row;
  }

 private:
  std::string_view rest_;
  CsvLimits limits_;
  std::size_t line_ = 1;

  bool next_starts(char c) const { return !rest_.empty() && rest_.front() == c; }

  bool take(std::string_view what) {
    if (rest_.substr(0, what.size()) != what) return false;
    rest_.remove_prefix(what.size());
    return true;
  }

  Result<std::string> plain() {
    std::size_t end = std::min(rest_.find_first_of(",\n"), rest_.size());
    if (end > 0 && end < rest_.size() && rest_[end] == '\n' && rest_[end - 1] == '\r') --end;
    std::string field(rest_.substr(0, end));
    if (field.find('"') != std::string::npos) return wrong(line_, "a quote stands inside a field");
    if (field.find('\r') != std::string::npos) {
      return wrong(line_, "a carriage return stands inside a field");
    }
    rest_.remove_prefix(end);
    return field;
  }

  Result<std::string> quoted() {
    const std::size_t started = line_;
    std::string field;
    rest_.remove_prefix(1);
    while (true) {
      const std::size_t end = rest_.find('"');
      if (end == std::string_view::npos) return wrong(started, "a quote is not closed");
      const std::string_view part = rest_.substr(0, end);
      line_ += static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n'));
      field += part;
      rest_.remove_prefix(end + 1);
      if (!take("\"")) return field;
      field += '"';
    }
  }
};

Status check_header(const std::vector<std::string>& names) {
  std::set<std::string_view> seen;
  for (const std::string& name : names) {
    if (!seen.insert(name).second) return wrong(1, "the column " + name + " stands there twice");
  }
  return {};
}

}  // namespace

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
  const auto at = std::find(header.begin(), header.end(), name);
  if (at == header.end()) return std::nullopt;
  return static_cast<std::size_t>(at - header.begin());
}

Result<CsvTable> parse_csv(std::string_view text, CsvLimits limits) {
  if (text.size() > limits.bytes) return fail(Code::too_large, "the table is too long");
  if (!utf8_valid(text)) {
    return fail(Code::invalid, "the table is not UTF-8", "save it again as CSV in UTF-8");
  }
  if (text.substr(0, byte_order_mark.size()) == byte_order_mark) {
    text.remove_prefix(byte_order_mark.size());
  }
  if (text.empty()) return wrong(1, "the table is empty");
  Parser parser(text, limits);
  auto header = parser.row();
  if (!header) return header.error();
  CsvTable table{std::move(header->fields), {}};
  if (auto status = check_header(table.header); !status) return status.error();
  while (!parser.done()) {
    if (table.rows.size() == limits.rows)
      return fail(Code::too_large, "the table has too many rows");
    auto row = parser.row();
    if (!row) return row.error();
    if (row->fields.size() != table.header.size()) {
      return wrong(row->line, std::to_string(row->fields.size()) + " fields where the header has " +
                                  std::to_string(table.header.size()));
    }
    table.rows.push_back(std::move(*row));
  }
  return table;
}

}  // namespace motcua::codec
