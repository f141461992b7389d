#include "shared/slip/slip.h"
#include "shared/slip/words_of.h"

namespace motcua::slip {
namespace {

using codec::Json;

/// What is optional and not there is left out.
void put(Json& json, const char* name, const std::string& text) {
  if (!text.empty()) json[name] = text;
}

template <class Enum, std::size_t N>
void put_word(Json& json, const char* name, Enum value,
              const std::array<std::string_view, N>& words) {
  const auto word = words[static_cast<std::size_t>(value)];
  if (!word.empty()) json[name] = std::string(word);
}

void write(Json& json, const Receipt& receipt) {
  Json papers = Json::array();
  for (const Paper& paper : receipt.papers) {
    Json one = {{"name", paper.name}, {"count", paper.count}};
    put_word(one, "kind", paper.kind, paper_kinds);
    papers.push_back(std::move(one));
  }
  json["papers"] = std::move(papers);
  json["sets"] = receipt.sets;
  if (receipt.limit.value != 0) {
    Json limit = {{"value", receipt.limit.value}};
    put_word(limit, "unit", receipt.limit.unit, limit_units);
    json["limit"] = std::move(limit);
  }
  json["received"] = receipt.received;
  put(json, "due", receipt.due);
  put_word(json, "way", receipt.way, result_ways);
  put(json, "note", receipt.note);
}

void write(Json& json, const Supplement& supplement) {
  Json items = Json::array();
  for (const Supplement::Item& item : supplement.items) {
    Json one = {{"what", item.what}, {"why", item.why}, {"guide", item.guide}};
    put_word(one, "kind", item.kind, item_kinds);
    put(one, "ref", item.ref);
    items.push_back(std::move(one));
  }
  json["items"] = std::move(items);
  put(json, "until", supplement.until);
}

void write(Json& json, const Refusal& refusal) {
  Json reasons = Json::array();
  for (const Refusal::Reason& reason : refusal.reasons) {
    Json one = {{"why", reason.why}};
    put(one, "basis", reason.basis);
    reasons.push_back(std::move(one));
  }
  json["reasons"] = std::move(reasons);
  json["may"] = refusal.may;
}

void write(Json& json, const Extension& extension) {
  json["due"] = extension.due;
  json["reason"] = extension.reason;
  json["new_due"] = extension.new_due;
}

void write(Json& json, const Stop& stop) {
  json["stage"] = stop.stage;
  json["decision"] = stop.decision;
  put(json, "basis", stop.basis);
  put(json, "money", stop.money);
}

void write(Json& json, const Control& control) {
  put(json, "received", control.received);
  put(json, "due", control.due);
  Json hops = Json::array();
  for (const Hop& hop : control.hops) {
    Json one = {{"from", hop.from}, {"to", hop.to}, {"time", hop.time}};
    put_word(one, "result", hop.result, hop_results);
    put(one, "note", hop.note);
    hops.push_back(std::move(one));
  }
  json["hops"] = std::move(hops);
}

void write(Json& json, const Book& book) {
  json["from"] = book.from;
  json["until"] = book.until;
  Json rows = Json::array();
  for (const Book::Row& row : book.rows) {
    Json one = {{"submission", row.submission}, {"state", row.state}};
    put(one, "code", row.code);
    put(one, "received", row.received);
    put(one, "due", row.due);
    put(one, "done", row.done);
    put(one, "returned", row.returned);
    put(one, "note", row.note);
    rows.push_back(std::move(one));
  }
  json["rows"] = std::move(rows);
}

}  // namespace

Result<std::string> slip_text(const Slip& slip) {
  Json agency = {{"name", slip.agency.name}};
  put(agency, "parent", slip.agency.parent);
  put(agency, "address", slip.agency.address);
  put(agency, "phone", slip.agency.phone);
  Json json = {{"format", format},
               {"form", form_name(slip.form())},
               {"agency", std::move(agency)},
               {"unit", slip.unit},
               {"time", slip.time}};
  if (slip.demo) json["demo"] = true;
  put(json, "place", slip.place);
  put(json, "officer", slip.officer);
  put(json, "submission", slip.submission);
  put(json, "body", slip.body);
  put(json, "procedure", slip.procedure);
  put(json, "code", slip.code);
  if (slip.form() < Form::control) {
    Json person = {{"name", slip.person.name}};
    put(person, "address", slip.person.address);
    put(person, "phone", slip.person.phone);
    put(person, "email", slip.person.email);
    json["person"] = std::move(person);
  }
  std::visit([&](const auto& what) { write(json, what); }, slip.what);
  auto text = codec::json_canonical(json);
  if (!text) return text.error();
  if (auto again = parse_slip(*text); !again) return again.error();
  return text;
}

}  // namespace motcua::slip
