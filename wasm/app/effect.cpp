#include "wasm/app/effect.h"

namespace motcua::app {
namespace {

using codec::Json;

/// An effect without members.
Json plain(const char* name) {
  Json json = Json::object();
  json["do"] = name;
  return json;
}

Json json_of(const effect::Load& e) { return {{"do", "load"}, {"path", e.path}, {"as", e.as}}; }
Json json_of(const effect::SaveDraft& e) {
  return {{"do", "save_draft"}, {"id", e.id}, {"json", e.json}};
}
Json json_of(const effect::LoadDrafts&) { return plain("load_drafts"); }
Json json_of(const effect::DeleteDraft& e) { return {{"do", "delete_draft"}, {"id", e.id}}; }
Json json_of(const effect::HoldDraft& e) { return {{"do", "hold_draft"}, {"draft", e.id}}; }
Json json_of(const effect::TakeDraft& e) { return {{"do", "take_draft"}, {"draft", e.id}}; }
Json json_of(const effect::LetGoDraft& e) { return {{"do", "let_go_draft"}, {"draft", e.id}}; }
Json json_of(const effect::KeepFiles& e) {
  return {{"do", "keep_files"}, {"draft", e.draft}, {"component", e.component}, {"node", e.node}};
}
Json json_of(const effect::DropFile& e) {
  return {{"do", "drop_file"}, {"draft", e.draft}, {"key", e.key}};
}
Json json_of(const effect::Seal& e) {
  return {{"do", "seal"}, {"draft", e.draft}, {"plan", e.plan}};
}
Json json_of(const effect::Send& e) {
  return {{"do", "send"},           {"draft", e.draft},
          {"envelope", e.envelope}, {"signature", e.signature},
          {"file", e.file},         {"size", e.size}};
}
Json json_of(const effect::DropSealed& e) { return {{"do", "drop_sealed"}, {"file", e.file}}; }
Json json_of(const effect::Follow& e) {
  Json capabilities = Json::array();
  Json dossiers = Json::array();
  for (const auto& d : e.dossiers) {
    capabilities.push_back(d.capability);
    dossiers.push_back({{"capability", d.capability},
                        {"number", d.number},
                        {"body", d.body},
                        {"root", d.root},
                        {"draft", d.draft},
                        {"envelope", d.envelope},
                        {"signature", d.signature},
                        {"proof", d.proof},
                        {"last", d.last}});
  }
  return {{"do", "follow"}, {"capabilities", capabilities}, {"dossiers", dossiers}};
}
Json json_of(const effect::SendFeedback& e) {
  return {{"do", "send_feedback"}, {"number", e.number}, {"body", e.body},         {"root", e.root},
          {"draft", e.draft},      {"unit", e.unit},     {"feedback", e.feedback}, {"kind", e.kind},
          {"about", e.about},      {"text", e.text},     {"vote", e.vote}};
}
Json json_of(const effect::FindPlaces& e) {
  return {{"do", "find_places"}, {"field", e.field}, {"text", e.text}};
}
Json json_of(const effect::GoTo& e) {
  return {{"do", "route"}, {"path", e.path}, {"replace", e.replace}};
}
Json json_of(const effect::ScrollTop&) { return plain("scroll_top"); }
Json json_of(const effect::Language& e) { return {{"do", "language"}, {"lang", e.lang}}; }
Json json_of(const effect::Print& e) { return {{"do", "print"}, {"roll", e.roll}}; }
Json json_of(const effect::LaySheet& e) {
  return {{"do", "lay_sheet"},      {"of", e.of},     {"slip", e.slip},
          {"language", e.language}, {"code", e.code}, {"number", e.number},
          {"unit", e.unit},         {"body", e.body}, {"state", e.state}};
}
Json json_of(const effect::WritePdf& e) {
  return {{"do", "write_pdf"}, {"sheet", e.sheet}, {"roll", e.roll}};
}
Json json_of(const effect::CheckCode& e) {
  return {{"do", "check_code"}, {"text", e.text}, {"run", e.run}};
}
Json json_of(const effect::Notices& e) { return {{"do", "notices"}, {"wish", e.wish}}; }
Json json_of(const effect::Notify& e) {
  return {{"do", "notify"}, {"title", e.title}, {"text", e.text}};
}
Json json_of(const effect::Announce& e) { return {{"do", "announce"}, {"text", e.text}}; }
Json json_of(const effect::Focus& e) { return {{"do", "focus"}, {"node", e.node}}; }
Json json_of(const effect::Download& e) {
  return {{"do", "download"}, {"name", e.name}, {"text", e.text}};
}
Json json_of(const effect::Keys& e) {
  return {{"do", "keys"}, {"root", e.root}, {"draft", e.draft}};
}
template <class Sheet>
Json sheet_json(const char* name, const Sheet& e) {
  Json json = {{"do", name}, {"root", e.root}, {"draft", e.draft}, {"run", e.run}};
  if (!e.number.empty()) json.update({{"number", e.number}, {"body", e.body}});
  return json;
}
Json json_of(const effect::MakeSheet& e) { return sheet_json("make_sheet", e); }
Json json_of(const effect::SealSheet& e) { return sheet_json("seal_sheet", e); }
Json json_of(const effect::ReadSheet& e) {
  return {{"do", "read_sheet"}, {"text", e.text}, {"passphrase", e.passphrase}, {"node", e.node}};
}
Json json_of(const effect::SendRecords& e) { return {{"do", "send_records"}, {"text", e.text}}; }
Json json_of(const effect::FetchRecords& e) {
  return {{"do", "fetch_records"}, {"key", e.key}, {"code", e.code}};
}
Json json_of(const effect::AskLinkKey&) { return plain("ask_link_key"); }
Json json_of(const effect::ReadCard&) { return plain("read_card"); }
Json json_of(const effect::StopCard&) { return plain("stop_card"); }
Json json_of(const effect::Random& e) { return {{"do", "random"}, {"n", e.n}, {"as", e.as}}; }
Json json_of(const effect::Mode& e) { return {{"do", "mode"}, {"page", e.page}}; }
Json json_of(const effect::Theme& e) { return {{"do", "theme"}, {"choice", e.choice}}; }

}  // namespace

Effect::Effect(const Effect&) = default;
Effect::Effect(Effect&&) noexcept = default;
Effect& Effect::operator=(const Effect&) = default;
Effect& Effect::operator=(Effect&&) noexcept = default;
Effect::~Effect() = default;

std::shared_ptr<const Effect::Any> Effect::held(const Any* one) {
  return std::shared_ptr<const Any>(one);
}

std::string encode(const Effect& effect) {
  const Json json = std::visit([](const auto& e) { return json_of(e); }, effect.any());
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace motcua::app
