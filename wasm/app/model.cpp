#include "wasm/app/model.h"

#include <algorithm>

#include "wasm/app/local_time.h"
#include "wasm/app/quantity.h"

namespace motcua::app {
namespace {

/// What a passphrase made here takes, and how long an old telephone may need for it.
constexpr std::int64_t cheap_passphrase = 64 << 20;
constexpr std::int64_t slow_seconds = 4;

template <class Map>
auto* find_in(Map& map, std::string_view key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

template <class M>
auto* filed(M& model, std::string_view number) {
  for (auto& [id, draft] : model.drafts)
    if (draft.stage == Stage::sent && draft.receipt.number == number) return &draft;
  return static_cast<decltype(&model.drafts.begin()->second)>(nullptr);
}

}  // namespace

const Words& words_of(const Model& model) {
  static const Words none;
  if (const auto* words = find_in(model.words, model.lang)) return *words;
  return model.words.empty() ? none : model.words.begin()->second;
}

const Draft* current_draft(const Model& model) { return find_in(model.drafts, model.route.draft); }
Draft* current_draft(Model& model) { return find_in(model.drafts, model.route.draft); }

const catalogue::Procedure* procedure_of(const Model& model, const Draft& draft) {
  return find_in(model.procedures, draft.procedure);
}

const form::Schema* schema_of(const Model& model, const Draft& draft) {
  return find_in(model.forms, draft.form);
}

const Draft* find_filed(const Model& model, std::string_view number) {
  return filed(model, number);
}
Draft* find_filed(Model& model, std::string_view number) { return filed(model, number); }

const RecordEvent* slip_here(const Model& model) {
  const auto* draft =
      model.route.page == Page::slip ? find_filed(model, model.route.number) : nullptr;
  if (!draft) return nullptr;
  for (const auto& event : draft->events)
    if (!event.slip.empty() && std::to_string(event.sequence) == model.route.sequence)
      return &event;
  return nullptr;
}

form::Date today(const Model& model) { return vietnam_day(model.now); }

std::string opening_cost(const Model& model) {
  const auto memory = model.fetching.memory;
  if (memory <= 0) return {};
  const auto parts = (memory + cheap_passphrase - 1) / cheap_passphrase;
  return words_of(model)("fetch.cost", {{"size", size_text(words_of(model), memory)},
                                        {"seconds", std::to_string(parts * slow_seconds)}});
}

std::string procedure_name(const Model& model, std::string_view code) {
  if (code.empty()) return std::string(words_of(model)("fetch.unnamed"));
  const auto* entry = model.index ? catalogue::find_entry(*model.index, code) : nullptr;
  return entry ? entry->name.in(model.lang) : std::string(code);
}

std::string unit_name(const Model& model, std::string_view code) {
  const auto* unit = model.directory ? find_unit(*model.directory, code) : nullptr;
  return unit ? unit->name.in(model.lang) : std::string(code);
}

bool holds(const Model& model, std::string_view draft) {
  const auto* hold = find_in(model.holds, draft);
  return hold && *hold == Hold::here;
}

bool uploading(const Model& model, std::string_view draft) {
  return std::any_of(model.uploads.begin(), model.uploads.end(),
                     [&](const Upload& upload) { return upload.draft == draft; });
}

}  // namespace motcua::app
