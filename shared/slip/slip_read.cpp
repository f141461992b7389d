#include <algorithm>

#include "shared/codec/members.h"
#include "shared/form/date.h"
#include "shared/record/event.h"
#include "shared/record/number.h"
#include "shared/record/state.h"
#include "shared/record/time.h"
#include "shared/slip/slip.h"
#include "shared/slip/text_ok.h"
#include "shared/slip/words_of.h"

namespace motcua::slip {
namespace {

using codec::Json;

constexpr std::size_t short_text = 200;
constexpr std::size_t long_text = 2000;
constexpr codec::JsonLimits limits = {.bytes = max_bytes, .depth = 8, .values = 60'000};

/// One object of a slip: codec::Members with the kinds of values that slips have.
class Part {
 public:
  Part(const Json& json, std::string where) : members_(json, where), where_(std::move(where)) {}

  std::string text(std::string_view name, std::size_t most = short_text) {
    auto text = members_.text(name, most);
    members_.require(text_ok(text), name);
    return text;
  }
  std::string optional(std::string_view name, std::size_t most = short_text) {
    return members_.has(name) ? text(name, most) : std::string();
  }
  std::string time(std::string_view name) {
    auto text = members_.text(name, 20);
    members_.require(record::parse_time(text).ok(), name);
    return text;
  }
  std::string optional_time(std::string_view name) {
    return members_.has(name) ? time(name) : std::string();
  }
  std::string day(std::string_view name) {
    auto text = members_.text(name, 10);
    const auto day = form::parse_date(text);
    members_.require(day && day->whole(), name);
    return text;
  }
  std::int64_t integer(std::string_view name, std::int64_t least, std::int64_t most) {
    return members_.integer(name, least, most);
  }
  /// One of the words of a list, as its enum.
  template <class Enum, std::size_t N>
  Enum word(std::string_view name, const std::array<std::string_view, N>& words) {
    const auto place = place_of(words, members_.text(name, 20));
    members_.require(place.has_value(), name);
    return static_cast<Enum>(place.value_or(0));
  }
  template <class Enum, std::size_t N>
  Enum optional_word(std::string_view name, const std::array<std::string_view, N>& words) {
    return members_.has(name) ? word<Enum>(name, words) : Enum{};
  }
  /// Each object of an array, read by `read(Part&)`.
  template <class T, class Read>
  std::vector<T> each(std::string_view name, std::size_t most, std::size_t least, Read read) {
    std::vector<T> all;
    const Json& array = members_.array(name, most, least);
    for (std::size_t i = 0; i < array.size() && members_.ok(); ++i) {
      Part part(array[i], std::string(name) + "[" + std::to_string(i) + "] of " + where_);
      all.push_back(read(part));
      if (auto status = part.finish(); !status) members_.refuse(status.error());
    }
    return all;
  }
  template <class Read>
  auto inside(std::string_view name, Read read) {
    Part part(members_.object(name), "\"" + std::string(name) + "\" of " + where_);
    auto value = read(part);
    if (auto status = part.finish(); members_.ok() && !status) members_.refuse(status.error());
    return value;
  }

  codec::Members& members() { return members_; }
  Status finish() { return members_.finish(); }

 private:
  codec::Members members_;
  std::string where_;
};

std::string submission_of(Part& part) {
  auto number = part.members().text("submission", 12);
  part.members().require(record::number_ok(number), "submission");
  return number;
}

std::string code_of(Part& part) {
  if (!part.members().has("code")) return {};
  auto code = part.members().text("code", 40, 8);
  const bool ok = std::all_of(code.begin(), code.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
  });
  part.members().require(ok, "code");
  return code;
}

Agency read_agency(Part& part) {
  return {part.text("name"), part.optional("parent"), part.optional("address"),
          part.optional("phone")};
}

Person read_person(Part& part) {
  return {part.text("name"), part.optional("address"), part.optional("phone"),
          part.optional("email")};
}

Paper read_paper(Part& part) {
  return {part.text("name"), part.integer("count", 1, 99),
          part.word<Paper::Kind>("kind", paper_kinds)};
}

Receipt read_receipt(Part& part) {
  Receipt receipt;
  receipt.papers = part.each<Paper>("papers", max_items, 0, read_paper);
  receipt.sets = part.integer("sets", 1, 99);
  if (part.members().has("limit")) {
    receipt.limit = part.inside("limit", [](Part& limit) {
      return Limit{limit.integer("value", 1, 999), limit.word<Limit::Unit>("unit", limit_units)};
    });
  }
  receipt.received = part.time("received");
  receipt.due = part.optional_time("due");
  receipt.way = part.optional_word<Receipt::Way>("way", result_ways);
  receipt.note = part.optional("note", long_text);
  return receipt;
}

Supplement read_supplement(Part& part) {
  Supplement supplement;
  supplement.items = part.each<Supplement::Item>("items", max_items, 1, [](Part& item) {
    return Supplement::Item{item.word<Supplement::Item::Kind>("kind", item_kinds),
                            item.optional("ref", 64), item.text("what"),
                            item.text("why", long_text), item.text("guide", long_text)};
  });
  supplement.until = part.optional_time("until");
  return supplement;
}

Refusal read_refusal(Part& part) {
  Refusal refusal;
  refusal.reasons = part.each<Refusal::Reason>("reasons", max_items, 1, [](Part& reason) {
    return Refusal::Reason{reason.text("why", long_text), reason.optional("basis", long_text)};
  });
  const Json& may = part.members().array("may", max_items, 1);
  for (const Json& item : may) {
    const auto* text = item.get_ptr<const std::string*>();
    const bool ok = text && !text->empty() && text->size() <= long_text && text_ok(*text);
    part.members().require(ok, "may");
    if (ok) refusal.may.push_back(*text);
  }
  return refusal;
}

Extension read_extension(Part& part) {
  return {part.time("due"), part.text("reason", long_text), part.time("new_due")};
}

Stop read_stop(Part& part) {
  return {part.text("stage"), part.text("decision", long_text), part.optional("basis", long_text),
          part.optional("money", long_text)};
}

Control read_control(Part& part) {
  Control control;
  control.received = part.optional_time("received");
  control.due = part.optional_time("due");
  control.hops = part.each<Hop>("hops", max_hops, 1, [](Part& hop) {
    return Hop{hop.text("from"), hop.text("to"), hop.time("time"),
               hop.optional_word<Hop::Result>("result", hop_results),
               hop.optional("note", long_text)};
  });
  return control;
}

Book::Row read_row(Part& part) {
  Book::Row row;
  row.submission = submission_of(part);
  row.code = code_of(part);
  row.received = part.optional_time("received");
  row.due = part.optional_time("due");
  row.done = part.optional_time("done");
  row.returned = part.optional_time("returned");
  row.note = part.optional("note");
  row.state = part.members().text("state", 20);
  part.members().require(row.state == "filed" || record::state_status(row.state).ok(), "state");
  return row;
}

Book read_book(Part& part) {
  Book book;
  book.from = part.day("from");
  book.until = part.day("until");
  part.members().require(book.from <= book.until, "until");
  book.rows = part.each<Book::Row>("rows", max_rows, 0, read_row);
  return book;
}

void read_what(Part& part, std::string_view form, Slip& slip) {
  if (form == "01") slip.what = read_receipt(part);
  if (form == "02") slip.what = read_supplement(part);
  if (form == "03") slip.what = read_refusal(part);
  if (form == "04") slip.what = read_extension(part);
  if (form == "05") slip.what = read_stop(part);
  if (form == "06") slip.what = read_control(part);
  if (form == "07") slip.what = read_book(part);
}

}  // namespace

std::string form_name(Form form) { return "0" + std::to_string(static_cast<int>(form)); }

Result<Slip> read_slip(const Json& json) {
  Part part(json, "the slip");
  codec::Members& members = part.members();
  Slip slip;
  members.require(members.text("format", 40) == format, "format");
  const std::string form = members.text("form", 2);
  members.require(form.size() == 2 && form[0] == '0' && form[1] >= '1' && form[1] <= '7', "form");
  slip.agency = part.inside("agency", read_agency);
  slip.unit = members.text("unit", 32);
  members.require(record::unit_code_ok(slip.unit), "unit");
  slip.time = part.time("time");
  if (members.has("demo")) slip.demo = members.flag("demo");
  slip.place = part.optional("place");
  slip.officer = part.optional("officer");
  if (form != "07") {
    slip.submission = submission_of(part);
    members.hex<32>("body");
    if (members.ok()) slip.body = members.document("body", 64);
    slip.procedure = part.text("procedure");
    slip.code = code_of(part);
  }
  if (form < "06") slip.person = part.inside("person", read_person);
  if (members.ok()) read_what(part, form, slip);
  if (auto status = part.finish(); !status) return status.error();
  return slip;
}

Result<Slip> parse_slip(std::string_view text) {
  auto json = codec::json_parse(text, limits);
  if (!json) return json.error();
  return read_slip(*json);
}

}  // namespace motcua::slip
