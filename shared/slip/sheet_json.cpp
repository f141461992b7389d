#include <array>

#include "shared/codec/members.h"
#include "shared/slip/sheet.h"

namespace motcua::slip {
namespace {

using codec::Json;

constexpr std::array<std::string_view, 7> kinds = {"text", "strong", "note", "heading",
                                                   "rows", "list",   "table"};
constexpr std::size_t most_text = 16 << 10;
constexpr std::size_t most_items = 4096;

Json pairs(const std::vector<std::pair<std::string, std::string>>& all) {
  Json json = Json::array();
  for (const auto& [label, value] : all) json.push_back(Json::array({label, value}));
  return json;
}

Json json_of(const Block& block) {
  Json json = {{"kind", kinds[static_cast<std::size_t>(block.kind)]}, {"text", block.text}};
  if (block.kind == Block::Kind::rows) json["rows"] = pairs(block.rows);
  if (block.kind == Block::Kind::list) {
    json["items"] = Json::array();
    for (const auto& item : block.items)
      json["items"].push_back({{"title", item.title}, {"lines", pairs(item.lines)}});
  }
  if (block.kind == Block::Kind::table) {
    json["columns"] = Json::array();
    for (const auto& column : block.columns)
      json["columns"].push_back({{"label", column.label}, {"weight", column.weight}});
    json["cells"] = block.cells;
  }
  return json;
}

std::string text_of(const Json& json) {
  const auto* text = json.get_ptr<const std::string*>();
  return text ? *text : std::string();
}

/// Texts that may be empty and long; what is not there is empty.
std::string text_in(codec::Members& members, std::string_view name) {
  return members.document(name, most_text, 0);
}

std::vector<std::pair<std::string, std::string>> read_pairs(codec::Members& members,
                                                            std::string_view name) {
  std::vector<std::pair<std::string, std::string>> all;
  for (const Json& pair : members.array(name, most_items)) {
    members.require(pair.is_array() && pair.size() == 2, name);
    if (members.ok()) all.emplace_back(text_of(pair[0]), text_of(pair[1]));
  }
  return all;
}

void read_items(codec::Members& members, Block& block) {
  for (const Json& one : members.array("items", most_items)) {
    codec::Members item(one, "an item");
    block.items.push_back({text_in(item, "title"), read_pairs(item, "lines")});
    if (auto status = item.finish(); !status) members.refuse(status.error());
  }
}

void read_table(codec::Members& members, Block& block) {
  for (const Json& one : members.array("columns", 16, 1)) {
    codec::Members column(one, "a column");
    block.columns.push_back(
        {text_in(column, "label"), static_cast<int>(column.integer("weight", 1, 100))});
    if (auto status = column.finish(); !status) members.refuse(status.error());
  }
  for (const Json& row : members.array("cells", most_items)) {
    members.require(row.is_array() && row.size() == block.columns.size(), "cells");
    if (!members.ok()) return;
    auto& cells = block.cells.emplace_back();
    for (const Json& cell : row) cells.push_back(text_of(cell));
  }
}

Block read_block(const Json& json, codec::Members& sheet) {
  codec::Members members(json, "a block");
  Block block;
  const auto kind = members.text("kind", 10);
  std::size_t at = 0;
  while (at < kinds.size() && kinds[at] != kind) ++at;
  members.require(at < kinds.size(), "kind");
  block.kind = static_cast<Block::Kind>(at < kinds.size() ? at : 0);
  block.text = text_in(members, "text");
  if (block.kind == Block::Kind::rows) block.rows = read_pairs(members, "rows");
  if (block.kind == Block::Kind::list) read_items(members, block);
  if (block.kind == Block::Kind::table) read_table(members, block);
  if (auto status = members.finish(); !status) sheet.refuse(status.error());
  return block;
}

/// The texts of a sheet by their names.
struct Place {
  const char* name;
  std::string Sheet::*text;
};

constexpr Place places[] = {
    {"language", &Sheet::language}, {"form", &Sheet::form},     {"file", &Sheet::file},
    {"trial", &Sheet::trial},       {"agency", &Sheet::agency}, {"parent", &Sheet::parent},
    {"contact", &Sheet::contact},   {"mark", &Sheet::mark},     {"title", &Sheet::title},
    {"number", &Sheet::number},     {"date", &Sheet::date},     {"footer", &Sheet::footer},
    {"page", &Sheet::page}};

}  // namespace

Json sheet_json(const Sheet& sheet) {
  Json json = Json::object();
  for (const Place& place : places) json[place.name] = sheet.*place.text;
  json["wide"] = sheet.wide;
  json["blocks"] = Json::array();
  for (const Block& block : sheet.blocks) json["blocks"].push_back(json_of(block));
  json["signatures"] = Json::array();
  for (const Signature& of : sheet.signatures)
    json["signatures"].push_back({{"title", of.title}, {"note", of.note}, {"name", of.name}});
  if (sheet.code.side > 0) {
    json["code"] = {{"text", sheet.code.text},
                    {"caption", sheet.code.caption},
                    {"modules", sheet.code.modules},
                    {"side", sheet.code.side}};
  }
  return json;
}

Result<Sheet> read_sheet(const Json& json) {
  codec::Members members(json, "the sheet");
  Sheet sheet;
  for (const Place& place : places) sheet.*place.text = text_in(members, place.name);
  sheet.wide = members.flag("wide");
  for (const Json& block : members.array("blocks", 64))
    sheet.blocks.push_back(read_block(block, members));
  for (const Json& one : members.array("signatures", 3)) {
    codec::Members signature(one, "a signature");
    sheet.signatures.push_back(
        {text_in(signature, "title"), text_in(signature, "note"), text_in(signature, "name")});
    if (auto status = signature.finish(); !status) members.refuse(status.error());
  }
  if (members.has("code")) {
    codec::Members code(members.object("code"), "the code");
    sheet.code = {text_in(code, "text"), text_in(code, "caption"), text_in(code, "modules"),
                  static_cast<int>(code.integer("side", 1, 97))};
    const auto side = static_cast<std::size_t>(sheet.code.side);
    code.require(sheet.code.modules.size() == side * side, "modules");
    if (auto status = code.finish(); !status) members.refuse(status.error());
  }
  if (auto status = members.finish(); !status) return status.error();
  return sheet;
}

}  // namespace motcua::slip
