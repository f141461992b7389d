#include "shared/dossier/parts.h"

#include <algorithm>

#include "shared/dossier/limits.h"
#include "shared/dossier/words.h"
#include "shared/record/event.h"
#include "shared/record/time.h"

namespace motcua::dossier {
namespace {

void close(codec::Members& from, codec::Members& part) {
  if (auto status = part.finish(); !status) from.refuse(status.error());
}

}  // namespace

Party read_party(codec::Members& from, std::string_view name) {
  codec::Members part(from.object(name), "\"" + std::string(name) + "\"");
  Party party;
  party.name = part.text("name", 300);
  party.id = part.text("id", 32, 0);
  close(from, part);
  return party;
}

Units read_units(codec::Members& from) {
  codec::Members part(from.object("units"), "\"units\"");
  Units units;
  units.list = part.text("list", 32);
  part.require(version_ok(units.list), "list");
  units.receiving = part.text("receiving", 32);
  part.require(record::unit_code_ok(units.receiving), "receiving");
  units.competent = part.text("competent", 32);
  part.require(record::unit_code_ok(units.competent), "competent");
  close(from, part);
  return units;
}

void read_procedure(codec::Members& from, Manifest& into) {
  codec::Members part(from.object("procedure"), "\"procedure\"");
  into.procedure = part.text("code", 32);
  part.require(procedure_ok(into.procedure), "code");
  into.procedure_version = part.text("version", 32);
  part.require(version_ok(into.procedure_version), "version");
  close(from, part);
}

std::vector<Statement> read_statements(codec::Members& from, std::string_view name,
                                       std::string_view time_name) {
  std::vector<Statement> list;
  for (const codec::Json& item : from.array(name, max_notices)) {
    codec::Members part(item, "an item of \"" + std::string(name) + "\"");
    Statement statement;
    statement.id = part.text("id", 64);
    part.require(component_ok(statement.id), "id");
    statement.version = part.integer("version", 1, 1'000'000);
    statement.time = read_time(part, time_name);
    close(from, part);
    list.push_back(std::move(statement));
  }
  return list;
}

std::vector<seal::Recipient> read_recipients(codec::Members& from, std::size_t least) {
  std::vector<seal::Recipient> list;
  for (const codec::Json& item : from.array("recipients", max_recipients, least)) {
    const std::string* text = item.get_ptr<const std::string*>();
    if (text == nullptr) {
      from.refuse("recipients");
      continue;
    }
    auto recipient = seal::parse_recipient(*text);
    if (!recipient) {
      from.refuse(recipient.error());
    } else if (recipient->kind() != seal::Kind::hybrid) {
      from.refuse(fail(Code::refused, "a recipient's key is not safe against quantum computers",
                       "use the unit's key that begins with age1pq1"));
    } else {
      list.push_back(std::move(*recipient));
    }
  }
  return list;
}

std::string read_time(codec::Members& from, std::string_view name) {
  std::string text = from.text(name, 20);
  if (auto time = record::parse_time(text); !time) from.refuse(time.error());
  return text;
}

}  // namespace motcua::dossier
