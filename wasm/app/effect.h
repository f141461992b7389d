#pragma once
// What the application wants done by the browser, as values. One JSON text each:
// {"do": name, …} (docs/ARCHITECTURE.md lists them with their answers).

#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "shared/codec/json.h"
#include "wasm/app/one_of.h"
#include "wasm/ui/id.h"

namespace motcua::app {

namespace effect {

/// -> loaded, load_failed
struct Load {
  std::string path, as;
};
/// -> saved, save_failed
struct SaveDraft {
  std::string id, json;
};
/// -> drafts
struct LoadDrafts {};
/// with its kept and sealed files
struct DeleteDraft {
  std::string id;
};
/// This tab wants to change a draft. -> held, held_elsewhere, asked_for
struct HoldDraft {
  std::string id;
};
/// Although another tab has it. -> held
struct TakeDraft {
  std::string id;
};
/// Another tab may have it.
struct LetGoDraft {
  std::string id;
};
/// -> file_*
struct KeepFiles {
  std::string draft, component;
  ui::Id node = ui::no_id;
};
struct DropFile {
  std::string draft, key;
};
/// -> seal_progress, sealed, seal_failed
struct Seal {
  std::string draft;
  codec::Json plan;
};
/// -> send_progress, accepted, send_failed
struct Send {
  std::string draft, envelope, signature, file;
  std::int64_t size = 0;
};
struct DropSealed {
  std::string file;
};
struct Followed {
  std::string capability, number, body, root, draft;  // draft: of the dossier, hex32
  std::string envelope, signature, proof;  // of its first entry; empty where a sheet brought it
  std::int64_t last = 0;                   // highest sequence already known
};
/// -> event, said, answered, follow_state, event_refused, log_alarm, witnessed, stated, filed
struct Follow {
  std::vector<Followed> dossiers;
};
/// Signs, seals and sends what a person says about a filed dossier. -> feedback_way; said, once the
/// log has it
struct SendFeedback {
  std::string number, body, root, draft;
  std::string unit;  // that can read it
  std::int64_t feedback = 0;
  std::string kind;
  std::int64_t about = 0;
  std::string text;
  std::int64_t vote = 0;  // 0 = none
};
/// -> places_found, places_failed
struct FindPlaces {
  std::string field, text;
};
struct GoTo {
  std::string path;
  bool replace = false;
};
struct ScrollTop {};
struct Language {
  std::string lang;
};
struct Print {
  bool roll = false;  // paper of 80 mm from a roll, as long as the page
};
/// Makes the sheet of a slip, once that fits its event. -> sheet_laid, sheet_refused
struct LaySheet {
  std::string of;  // comes back
  std::string slip, language, code;
  std::string number, unit, body, state;  // of the event
};
/// `sheet` is a JSON text. -> pdf_written
struct WritePdf {
  std::string sheet;
  bool roll = false;
};
/// -> code_checked, code_refused
struct CheckCode {
  std::string text;
  int run = 0;
};
struct Announce {
  std::string text;
};
/// Where the keyboard focus goes. Title (the page's first heading) and errors (its error summary)
/// are found in the next tree, by App.
struct Focus {
  enum class Target { node, title, errors } target = Target::node;
  ui::Id node = ui::no_id;
};
struct Download {
  std::string name, text;
};
/// -> keys, keys_failed
struct Keys {
  std::string root, draft;
};
/// A recovery sheet; number and body of a filed dossier. -> sheet, key_work_failed
struct MakeSheet {
  std::string root, draft, number, body;
  int run = 0;
};
/// The same as a file under a new passphrase. -> sheet_sealed, key_work_failed
struct SealSheet {
  std::string root, draft, number, body;
  int run = 0;
};
/// Reads a sheet, its code, or a file of either: chosen in the input `node`, else typed, else the
/// file chosen last. `passphrase` is for a sealed one. -> sheet_read, key_work_failed
struct ReadSheet {
  std::string text, passphrase;
  ui::Id node = ui::no_id;
};
/// Seals `text` and leaves it with the gateway for ten minutes. -> records_waiting, key_work_failed
struct SendRecords {
  std::string text;
};
/// -> records_fetched, key_work_failed
struct FetchRecords {
  std::string key, code;
};
/// What stands in the address behind #, which it then leaves. -> link_key
struct AskLinkKey {};
/// Looks for the code of a citizen card with the camera and listens to a scanner, until it is told
/// to stop. -> card_camera, card_text
struct ReadCard {};
struct StopCard {};
/// -> random, random_failed
struct Random {
  int n = 0;
  std::string as;
};
/// The browser's notifications: "on", "off", or "" to be told how it stands. -> notices
struct Notices {
  std::string wish;
};
/// Shown while the person looks at something else.
struct Notify {
  std::string title, text;
};
struct Mode {
  bool page = false;
};
/// "auto" follows the browser; "light", "dark", "contrast" are the person's own choice.
struct Theme {
  std::string choice = "auto";
};

}  // namespace effect

/// One of the effects above.
class Effect {
 public:
  using Any = std::variant<
      effect::Load, effect::SaveDraft, effect::LoadDrafts, effect::DeleteDraft, effect::HoldDraft,
      effect::TakeDraft, effect::LetGoDraft, effect::KeepFiles, effect::DropFile, effect::Seal,
      effect::Send, effect::DropSealed, effect::Follow, effect::FindPlaces, effect::GoTo,
      effect::ScrollTop, effect::Language, effect::Print, effect::Announce, effect::Focus,
      effect::Download, effect::Keys, effect::MakeSheet, effect::SealSheet, effect::ReadSheet,
      effect::SendRecords, effect::FetchRecords, effect::AskLinkKey, effect::ReadCard,
      effect::StopCard, effect::LaySheet, effect::WritePdf, effect::CheckCode, effect::Notices,
      effect::Notify, effect::Random, effect::Mode, effect::Theme, effect::SendFeedback>;

  template <class T, class = std::enable_if_t<is_one_of<std::decay_t<T>, Any>>>
  Effect(T&& one)
      : any_(held(new Any(std::in_place_type<std::decay_t<T>>, std::forward<T>(one)))) {}
  Effect(const Effect&);
  Effect(Effect&&) noexcept;
  Effect& operator=(const Effect&);
  Effect& operator=(Effect&&) noexcept;
  ~Effect();

  const Any& any() const { return *any_; }

 private:
  static std::shared_ptr<const Any> held(const Any* one);

  std::shared_ptr<const Any> any_;  // never changed: a copy is the same one
};
using Effects = std::vector<Effect>;

/// The JSON text that crosses to JavaScript.
std::string encode(const Effect& effect);

}  // namespace motcua::app
