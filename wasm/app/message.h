#pragma once
// Everything that can happen: what a person does (made by the screens) and what the browser reports
// (decoded from JSON, {"on": name, …}).

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "shared/result.h"
#include "wasm/app/address.h"
#include "wasm/app/code_said.h"
#include "wasm/app/draft.h"
#include "wasm/app/one_of.h"
#include "wasm/app/saying.h"
#include "wasm/ui/id.h"

namespace motcua::app {

namespace msg {

// --- by the person
/// follow a link inside the application
struct Visit {
  std::string path;
};
struct ChooseLanguage {
  std::string lang;
};
struct ChooseMode {
  bool page = false;
};
/// "auto", "light", "dark" or "contrast"; anything else is "auto"
struct ChooseTheme {
  std::string choice;
};
struct LoadAgain {
  std::string as;
};
struct TypeQuery {
  std::string text;
};
/// to a question on a procedure's page; a checkbox as "1", "0"
struct AnswerAhead {
  std::string field, text;
};
struct ForgetAhead {};
/// the public record of the procedure of the page
struct OpenOfficial {
  bool open = false;
};
/// How a deadline was counted.
struct OpenWorking {
  bool open = false;
};
struct StartDraft {
  std::string procedure;
};
/// empty = keep it after all
struct AskDelete {
  std::string draft;
};
struct DeleteDraft {
  std::string draft;
};
/// the draft of the page is open in another tab: have it here
struct TakeDraft {};
/// typed, chosen or ticked ("1", "0")
struct Answer {
  std::string field, text;
};
enum class DatePart { day, month, year };
struct AnswerDate {
  std::string field;
  DatePart part = DatePart::day;
  std::string text;
};
struct LeaveField {
  std::string field;
};
/// a key in a field for an address, or "rows N" of its list
struct AddressKey {
  std::string field, key;
};
/// one of the places found for it, by its commune's code
struct ChoosePlace {
  std::string field, code;
};
/// have a citizen card read by camera or scanner; again, where the camera went off
struct WantCard {
  std::string field;
};
struct CloseCard {};
/// Continue
struct FinishStep {};
/// from the list of what is wrong to its place
struct FixAnswer {
  std::string step, field;
};
struct ChooseFiles {
  std::string component;
  ui::Id node = ui::no_id;
};
struct RemoveFile {
  std::string key;
};
struct DismissRefusal {
  std::size_t index = 0;
};
struct FinishPapers {};
struct FinishReview {};
struct Confirm {
  bool yes = false;
};
struct SealAndSend {};
/// a sealed dossier was refused: back to its answers
struct EditAgain {};
struct PrintPage {};
/// "a4" or "roll" (80 mm): what is printed on, and what a PDF is made for
struct ChoosePaper {
  std::string paper;
};
/// the sheet on the screen as a file
struct WritePdf {};
/// the code on a receipt: typed or pasted, then checked
struct TypeCode {
  std::string text;
};
struct CheckCode {};
/// the keys of a filed dossier on the screen, on paper, in a file
struct ShowSheet {
  std::string number;
};
struct HideSheet {};
struct SaveSheet {};
struct SealSheet {
  std::string number;
};
/// what was signed, or the signature, as a file for minisign
struct SaveSigned {
  std::string number;
  bool signature = false;
};
/// the records of this device to another one
struct SendRecords {};
/// and from another one, or from a sheet or a file, to this one
enum class FetchField { key, code, sheet, passphrase };
struct TypeFetch {
  FetchField field = FetchField::key;
  std::string text;
};
struct FetchRecords {};
struct ReadSheet {
  ui::Id node = ui::no_id;  // the file input; no_id = what was typed
};
struct SaveProof {
  std::string number;
};
/// what to say about the filed dossier of the page: one of may_say(); then its words, its vote
struct ChooseFeedback {
  std::string choice;
};
struct TypeFeedback {
  std::string text;
};
struct ChooseVote {
  std::int64_t vote = 0;
};
struct SendFeedback {};
/// how the times of this feedback were counted; pressed again: no more
struct ShowWorking {
  std::int64_t feedback = 0;
};

// --- by the browser
/// Back, Forward
struct Navigated {
  std::string path;
};
struct Loaded {
  std::string as, text;
};
struct LoadFailed {
  std::string as;
  std::int64_t status = 0;
  std::string code, message, hint;
};
struct Drafts {
  std::vector<std::string> texts;
  std::size_t damaged = 0;
  std::string reason;
};
struct Saved {
  std::string id;
};
/// This tab alone may change the draft; json: what the device has of it, empty = nothing yet.
struct Held {
  std::string draft, json;
};
struct HeldElsewhere {
  std::string draft;
};
/// Another tab wants a draft that this one holds. force: the person there said so.
struct AskedFor {
  std::string draft;
  bool force = false;
};
/// Another tab saved it; json empty = deleted it.
struct DraftChanged {
  std::string draft, json;
};
/// a file was dropped where none is taken
struct DroppedBeside {};
/// what `text`, which stood in the field, can mean
struct PlacesFound {
  std::string field, text;
  std::vector<PlaceFound> found;
  std::optional<PlaceFound> certain;
  bool old = false;
};
struct PlacesFailed {
  std::string field;
};
struct SaveFailed {
  std::string id, reason;
};
struct RandomBytes {
  std::string as, hex;
};
struct RandomFailed {
  std::string as;
};
struct FileProgress {
  std::string draft, component, key, title;
  std::int64_t done = 0, total = 0;
};
struct FileKept {
  std::string draft;
  KeptFile file;
};
struct FileRefused {
  std::string draft, component, key, title, code, message, hint;
};
/// draft: hex32
struct DossierKeys {
  std::string draft, follow;
};
struct KeysFailed {
  std::string draft, code, message, hint;
};
struct SealProgress {
  std::string draft;
  std::int64_t done = 0, total = 0, bytes_per_s = 0;
};
struct Sealed {
  std::string draft;
  SealedFile file;
};
struct SealFailed {
  std::string draft, code, message, hint;
};
struct SendProgress {
  std::string draft, state;
  std::int64_t done = 0, total = 0;
};
struct Accepted {
  std::string draft;
  Receipt receipt;
};
struct SendFailed {
  std::string draft, code, message, hint;
};
struct SheetMade {
  std::string sheet, code, qr;
  std::int64_t run = 0;
};
struct SheetSealed {
  std::string passphrase, age;
  std::int64_t run = 0;
};
/// as: "sheet", "move", "fetch" or "read"
struct KeyWorkFailed {
  std::string as, code, message, hint;
  std::int64_t run = 0;
};
/// what opening takes that begins now, or once there is a passphrase; memory: bytes
struct Opening {
  std::int64_t memory = 0;
};
struct RecordsWaiting {
  std::string key, code, link, expires;
};
/// a key or the text of a recovery sheet that came with the address
struct LinkKey {
  std::string key, sheet;
};
struct RecordsFetched {
  std::string text;
};
/// number and body are empty when the sheet has none
struct SheetRead {
  std::string root, draft, follow, number, body;
};
/// the camera for cards: "on", or why it is not: "none", "refused", "busy", "insecure", "tired"
/// (long without a find), "hidden" (the page was), "broken" (what reads codes did not come)
struct CardCamera {
  std::string state;
};
/// a code that the camera saw or a scanner typed
struct CardText {
  std::string text;
};
/// `of` is what it was asked for by; `sheet` a JSON text
struct SheetLaid {
  std::string of, sheet;
};
struct SheetRefused {
  std::string of, code, message, hint;
};
struct PdfWritten {
  bool failed = false;
};
struct CodeChecked {
  std::int64_t run = 0;
  CodeSaid said;
};
struct CodeRefused {
  std::int64_t run = 0;
  std::string code, message, hint;
};
/// "on", "off", "denied", or "absent" where the browser has none.
struct NoticesAre {
  std::string state;
};
struct WantNotices {
  bool on = false;
};
struct EventSeen {
  std::string number;
  RecordEvent event;
};
struct EventRefused {
  std::string number, code, message;
};
struct FollowState {
  std::string state, as_of;
};
/// the log contradicts what this device has seen of it
struct LogAlarm {
  std::string code, evidence;
};
/// what a dossier was filed with, verified under the keys that a sheet had; time: of the ack
struct Filed {
  std::string number, envelope, signature, proof, ack, time;
};
/// enough witnesses saw the same log up to this size
struct Witnessed {
  std::int64_t size = 0;
  std::string at;
};
/// a unit said how many events a dossier has
struct StatedNow {
  std::string number;
  Stated stated;
};
struct SaveEvidence {
  std::string number;
};
/// verified feedback and answers, as the log has them
struct SaidSeen {
  std::string number;
  RecordSaid said;
};
struct AnswerSeen {
  std::string number;
  RecordAnswer answer;
};
/// a verified word of a unit on payment, delivery or synchronisation
struct MarkSeen {
  std::string number;
  RecordMark mark;
};
/// how far the words of SendFeedback are: "sent", "waiting" for the network, "failed"
struct FeedbackWay {
  std::string number, way, code, message, hint;
};

}  // namespace msg

/// One of the messages above.
class Message {
 public:
  using Any = std::variant<
      msg::Visit, msg::ChooseLanguage, msg::ChooseMode, msg::ChooseTheme, msg::LoadAgain,
      msg::TypeQuery, msg::AnswerAhead, msg::ForgetAhead, msg::OpenOfficial, msg::OpenWorking,
      msg::StartDraft, msg::AskDelete, msg::DeleteDraft, msg::TakeDraft, msg::Answer,
      msg::AnswerDate, msg::LeaveField, msg::WantCard, msg::CloseCard, msg::AddressKey,
      msg::ChoosePlace, msg::PlacesFound, msg::PlacesFailed, msg::FinishStep, msg::FixAnswer,
      msg::ChooseFiles, msg::RemoveFile, msg::DismissRefusal, msg::FinishPapers, msg::FinishReview,
      msg::Confirm, msg::SealAndSend, msg::EditAgain, msg::PrintPage, msg::ShowSheet,
      msg::HideSheet, msg::SaveSheet, msg::SealSheet, msg::SaveSigned, msg::SendRecords,
      msg::TypeFetch, msg::FetchRecords, msg::ReadSheet, msg::SaveProof, msg::Navigated,
      msg::Loaded, msg::LoadFailed, msg::Drafts, msg::Saved, msg::SaveFailed, msg::Held,
      msg::HeldElsewhere, msg::AskedFor, msg::DraftChanged, msg::DroppedBeside, msg::RandomBytes,
      msg::RandomFailed, msg::FileProgress, msg::FileKept, msg::FileRefused, msg::DossierKeys,
      msg::KeysFailed, msg::SealProgress, msg::Sealed, msg::SealFailed, msg::SendProgress,
      msg::Accepted, msg::SendFailed, msg::SheetMade, msg::SheetSealed, msg::KeyWorkFailed,
      msg::Opening, msg::RecordsWaiting, msg::LinkKey, msg::RecordsFetched, msg::SheetRead,
      msg::CardCamera, msg::CardText, msg::ChoosePaper, msg::WritePdf, msg::TypeCode,
      msg::NoticesAre, msg::WantNotices, msg::CheckCode, msg::SheetLaid, msg::SheetRefused,
      msg::PdfWritten, msg::CodeChecked, msg::CodeRefused, msg::EventSeen, msg::EventRefused,
      msg::FollowState, msg::LogAlarm, msg::Filed, msg::Witnessed, msg::StatedNow,
      msg::SaveEvidence, msg::ChooseFeedback, msg::TypeFeedback, msg::ChooseVote, msg::SendFeedback,
      msg::ShowWorking, msg::SaidSeen, msg::AnswerSeen, msg::FeedbackWay, msg::MarkSeen>;

  template <class T, class = std::enable_if_t<is_one_of<std::decay_t<T>, Any>>>
  Message(T&& one)
      : any_(held(new Any(std::in_place_type<std::decay_t<T>>, std::forward<T>(one)))) {}
  Message(const Message&);
  Message(Message&&) noexcept;
  Message& operator=(const Message&);
  Message& operator=(Message&&) noexcept;
  ~Message();

  const Any& any() const { return *any_; }

 private:
  static std::shared_ptr<const Any> held(const Any* one);

  std::shared_ptr<const Any> any_;  // never changed: a copy is the same one
};

/// A report of the browser with the time it carries.
struct Report {
  std::string now;  // ISO, UTC; empty when it was not told
  std::int64_t ms = 0;
  std::optional<Message> message;  // nothing for {"on":"now"} and unknown names
};

/// Errors: invalid (not a JSON object), too_large (16 MiB).
Result<Report> decode(std::string_view json);

}  // namespace motcua::app
