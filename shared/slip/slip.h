#pragma once
// A slip: one of the sheets 01..07 that an agency gives about a dossier, as data
// (docs/formats/slip.md). What it says in the agency's own words is text; all else is typed. Texts
// are 1..200 bytes, long ones up to 2,000, without control and direction characters; an optional
// text that is not there is empty. Times are "2026-11-22T05:00:00Z".

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "shared/codec/json.h"
#include "shared/result.h"

namespace motcua::slip {

constexpr std::string_view format = "motcua.slip/1";
constexpr std::size_t max_bytes = 1u << 20;
constexpr std::size_t max_items = 50;  // papers, items, reasons
constexpr std::size_t max_hops = 200;
constexpr std::size_t max_rows = 2000;

/// The number of the national form.
enum class Form { receipt = 1, supplement, refusal, extension, stop, control, book };

struct Agency {
  std::string name;
  std::string parent, address, phone;  // optional
};

struct Person {
  std::string name;
  std::string address, phone, email;  // optional
};

struct Limit {
  enum class Unit { hours, working_days, days, months, years };
  std::int64_t value = 0;  // 1..999; 0 = not told
  Unit unit = Unit::working_days;
};

struct Paper {
  enum class Kind { original, copy, electronic };
  std::string name;
  std::int64_t count = 1;  // 1..99
  Kind kind = Kind::electronic;
};

/// 01
struct Receipt {
  enum class Way { none, counter, post, online };
  std::vector<Paper> papers;
  std::int64_t sets = 1;
  Limit limit;
  std::string received;
  std::string due;  // optional
  Way way = Way::none;
  std::string note;  // optional, long
};

/// 02
struct Supplement {
  struct Item {
    enum class Kind { field, paper, other };
    Kind kind = Kind::other;
    std::string ref;  // id of the field or paper in the form; optional
    std::string what, why, guide;
  };
  std::vector<Item> items;
  std::string until;  // optional
};

/// 03
struct Refusal {
  struct Reason {
    std::string why;
    std::string basis;  // the rule it rests on; optional
  };
  std::vector<Reason> reasons;
  std::vector<std::string> may;  // what the applicant may do now
};

/// 04
struct Extension {
  std::string due, reason, new_due;
};

/// 05
struct Stop {
  std::string stage, decision;
  std::string basis, money;  // optional
};

struct Hop {
  enum class Result { none, early, on_time, late };
  std::string from, to, time;
  Result result = Result::none;
  std::string note;  // optional, long
};

/// 06
struct Control {
  std::string received, due;  // optional
  std::vector<Hop> hops;
};

/// 07
struct Book {
  struct Row {
    std::string submission;
    std::string code, received, due, done, returned, note;  // optional
    std::string state;  // a word of docs/formats/event.md, or "filed"
  };
  std::string from, until;  // days: "2026-11-22"
  std::vector<Row> rows;
};

struct Slip {
  Agency agency;
  std::string unit;  // code of the agency: whose key signs the event
  std::string time;  // of issue
  bool demo = false;
  std::string place, officer;  // optional
  // Of a dossier; empty in 07.
  std::string submission;  // 12 digits
  std::string body;        // hex64, as in the event
  std::string procedure;
  std::string code;  // official dossier code; optional
  Person person;     // 01..05
  std::variant<Receipt, Supplement, Refusal, Extension, Stop, Control, Book> what;

  Form form() const { return static_cast<Form>(what.index() + 1); }
};

/// "01".."07"
std::string form_name(Form form);

/// Code::invalid names the member and where it stands; Code::too_large past the bounds.
Result<Slip> parse_slip(std::string_view text);
Result<Slip> read_slip(const codec::Json& json);
/// Canonical JSON (RFC 8785), what is optional and not there left out. Code::invalid when a member
/// is not as it must be: whatever is written can be read.
Result<std::string> slip_text(const Slip& slip);

}  // namespace motcua::slip
