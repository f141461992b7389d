#pragma once
// A slip as it is read and printed: a small document of words, made by layout(). It knows nothing
// of HTML, PDF or paper; whoever shows it decides how wide it is.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/codec/json.h"
#include "shared/result.h"

namespace motcua::slip {

struct Block {
  enum class Kind { text, strong, note, heading, rows, list, table };

  /// A numbered item: its title, and lines of "label: value".
  struct Item {
    std::string title;
    std::vector<std::pair<std::string, std::string>> lines;
  };
  struct Column {
    std::string label;
    int weight = 1;  // share of the width
  };

  Kind kind = Kind::text;
  std::string text;  // of text, strong, note, heading; the caption of a table
  std::vector<std::pair<std::string, std::string>> rows;  // label, value
  std::vector<Item> items;
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> cells;  // as many in each row as there are columns
};

/// Where somebody signs by hand.
struct Signature {
  std::string title, note, name;  // the last may be empty
};

/// A code to scan: its text, and its modules as '0' and '1', row by row, without the quiet zone.
struct Picture {
  std::string text, caption, modules;
  int side = 0;
};

struct Sheet {
  std::string language;  // "vi", "en"
  std::string form;      // "01"
  std::string file;      // a name for a file of it, without ending
  std::string trial;     // the words of a sheet that has no value; empty = it has
  std::string agency, parent, contact;
  std::string mark;   // "Mẫu 01"
  std::string title;  // as the form is called
  std::string number;
  std::string date;  // place and day of issue
  std::vector<Block> blocks;
  std::vector<Signature> signatures;
  Picture code;  // no side = none
  std::string footer;
  std::string page;   // "Trang {n}/{all}"
  bool wide = false;  // reads better across
};

codec::Json sheet_json(const Sheet& sheet);
/// Reads what sheet_json() wrote. Code::invalid.
Result<Sheet> read_sheet(const codec::Json& json);

}  // namespace motcua::slip
