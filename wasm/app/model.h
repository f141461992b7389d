#pragma once
// All that the application knows: plain data. Changed only by update(), read by the screens.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/catalogue/index.h"
#include "shared/catalogue/official.h"
#include "shared/catalogue/procedure.h"
#include "shared/deadline/timetable.h"
#include "shared/form/judge.h"
#include "shared/form/rejudge.h"
#include "shared/form/schema.h"
#include "shared/places/places.h"
#include "shared/slip/sheet.h"
#include "wasm/app/address.h"
#include "wasm/app/code_said.h"
#include "wasm/app/directory.h"
#include "wasm/app/draft.h"
#include "wasm/app/route.h"
#include "wasm/app/words.h"

namespace motcua::app {

/// The button that deletes a draft, as a place for the focus: this and the draft's id.
inline constexpr std::string_view delete_anchor = "delete.";
/// The button that asks for a citizen card: this and the field's id.
inline constexpr std::string_view card_anchor = "card.";

/// What a code on a receipt is typed into; card_wanted.field while one is scanned.
inline constexpr std::string_view verify_field = "verify-code";

/// The newest word about a filed dossier, as a place for the focus.
inline constexpr std::string_view said_anchor = "said";

/// The heading over the questions of a procedure's page, as a place for the focus.
inline constexpr std::string_view ahead_anchor = "ahead";

/// Something that was asked for and is not here (yet).
struct Wanted {
  bool failed = false;  // else on its way
  std::string code, message, hint;
};

/// A file on its way into a draft; gone once it is kept or refused.
struct Upload {
  std::string draft, component, key, title;
  std::int64_t done = 0, total = 0;
};

struct RefusedFile {
  std::string draft, component, title, code, message, hint;
};

/// Sealing and sending of one draft, as far as it has come since the page was opened.
struct Job {
  enum class Phase {
    preparing,  // keys and directory
    sealing,
    sending,
    waiting,     // for the network; goes on by itself
    committing,  // the gateway checks and stores
    seal_failed,
    send_failed,
  };
  Phase phase = Phase::preparing;
  std::int64_t done = 0, total = 0, bytes_per_s = 0;
  std::string code, message, hint;

  bool failed() const { return phase == Phase::seal_failed || phase == Phase::send_failed; }
};

/// Whether this tab may change a draft; only one can.
enum class Hold {
  asked,  // the answer is on its way
  here,
  elsewhere,  // another tab has it
  coming,     // and was told to let it go
};

/// What a person does on a procedure's page before a dossier is begun; gone with the page.
struct Ahead {
  std::string procedure;
  form::Values answers;
  bool record_open = false;  // the public record beside ours
};

struct SaveState {
  std::string saved;  // time of the last success
  bool failed = false;
  std::string reason;  // "quota", "blocked", …
};

/// What is wrong on the page, from the moment that the person pressed Continue.
struct Shown {
  std::string draft, place;  // place: a step's id, "components" or "review"
  std::vector<form::Defect> defects;
};

struct Failure {
  std::string code, message, hint;
  bool any() const { return !code.empty(); }
};

/// The keys of a filed dossier, on the screen because the person asked; gone with the page.
struct KeysShown {
  bool busy = false;
  int run = 0;                  // of the work asked for last; answers to others are too late
  std::string sheet, code, qr;  // once made
  std::string passphrase;       // of the file that was just saved
  Failure failed;
};

/// The records of this device on their way to another one; gone with the page.
struct Moving {
  bool busy = false;
  std::string key, code, link, expires;  // once they wait at the gateway
  Failure failed;
};

/// Records on their way to this device: what was typed, and what came of it.
struct Fetching {
  bool busy = false, asked = false;  // asked: for the key in the address
  bool linked = false;               // it came with one
  bool scanned = false;              // or with a sheet
  std::string key, code, sheet, passphrase;
  bool has_file = false;          // one was chosen; the browser keeps it
  bool needs_passphrase = false;  // for it
  std::int64_t memory = 0;        // bytes that opening takes; 0 = not known yet
  Failure move_failed, read_failed;
};

/// What the last records or sheet brought.
struct Fetched {
  bool here = false;  // the page that shows them has not been left since
  std::int64_t new_ones = 0;
  bool without_files = false;  // an unfinished one among them: its attachments stayed behind
};

/// The sheet of a slip on the screen; gone with the page.
struct SheetShown {
  std::string of;                    // what it was asked for by; empty = not yet
  std::optional<slip::Sheet> sheet;  // once it is here
  std::string text;                  // the same as JSON, for a file
  Failure failed;
  bool writing = false;  // a PDF of it
  bool pdf_failed = false;
};

/// The code of a receipt that a person has checked; gone with the page.
struct Checking {
  std::string text;
  std::uint32_t text_rev = 0;
  bool busy = false, missing = false;  // missing: asked to check nothing
  int run = 0;                         // of the question asked last
  std::optional<CodeSaid> said;
  Failure failed;
};

/// The citizen card scanned last; empty when none was.
struct CardTaken {
  std::string draft, field;
  bool letters_damaged = false;  // name and address were not taken
};

/// The dialog that waits for a citizen card; closed while `field` is empty.
struct CardWanted {
  std::string field;
  std::string camera;  // "on", or why it is not (CardCamera); empty = it is being opened
  enum class Wrong { none, not_card, spoiled } wrong = Wrong::none;  // with the code read last
};

/// What a person can choose of the colours; the first follows the browser.
inline constexpr std::string_view themes[] = {"auto", "light", "dark", "contrast"};

/// What was judged last, so that a change is judged by what it reaches: only speed depends on it.
struct Judged {
  const form::Schema* schema = nullptr;
  std::optional<form::Rejudge> answers;
};

struct Model {
  // The frame.
  std::string lang = "vi";
  std::map<std::string, Words, std::less<>> words;
  bool demo = false;
  bool page_mode = false;
  std::string theme = "auto";  // one of `themes`
  std::string now;             // ISO, UTC, of the last report
  std::int64_t ms = 0;
  Route route;
  bool arriving = false;  // a page change whose heading has not had the focus yet
  bool from_top = false;  // and that the person did not make with Back or Forward

  // What was loaded, by code or name.
  std::optional<catalogue::Index> index;
  bool search_known = false;  // it has the further words of the search
  std::map<std::string, catalogue::Procedure, std::less<>> procedures;
  std::map<std::string, form::Schema, std::less<>> forms;
  std::set<std::string, std::less<>> official_codes;  // of public records that can be loaded
  std::map<std::string, catalogue::OfficialRecord, std::less<>> officials;
  std::optional<Directory> directory;
  std::optional<places::List> places;
  std::shared_ptr<const deadline::Calendar> calendar;  // the country's days off
  std::shared_ptr<const deadline::Office> office;      // usual hours
  std::map<std::string, Wanted, std::less<>> wanted;

  // Home and the procedures.
  std::string query;
  Ahead ahead;
  std::string asking_delete;  // id of the draft that the person is asked about

  // Drafts and filed dossiers.
  bool drafts_known = false;
  std::size_t drafts_damaged = 0;
  std::string drafts_reason;  // why drafts cannot be read on this device; empty = they can
  std::map<std::string, Draft, std::less<>> drafts;
  std::map<std::string, SaveState, std::less<>> saves;
  std::map<std::string, Hold, std::less<>> holds;
  std::set<std::string, std::less<>> leaving;  // drafts held here that another tab waits for
  std::map<std::string, std::uint32_t, std::less<>> revisions;  // of field values, see value_rev
  std::uint32_t revision_base = 0;
  Shown shown;
  std::shared_ptr<Judged> judged = std::make_shared<Judged>();
  std::string focus_field;  // field to focus once its page is there; empty = none
  std::vector<Upload> uploads;
  std::vector<RefusedFile> refused;
  bool dropped_beside = false;   // a file was dropped where none is taken
  bool confirmed = false;        // the box on the sealing page; never kept
  bool confirm_missing = false;  // pressed without it
  bool starting = false;         // a new draft waits for its random bytes
  bool start_failed = false;
  std::map<std::string, Job, std::less<>> jobs;

  // Following.
  std::vector<std::string> followed;  // numbers on the running stream
  std::string follow_state;           // "live", "waiting", "offline"; empty = not started
  std::string follow_as_of;
  std::string notices;         // as in msg::NoticesAre; empty = not known yet
  bool working_open = false;   // how the deadline was counted is shown
  std::int64_t witnessed = 0;  // entries of the log that enough witnesses have seen

  // What is said about filed dossiers.
  std::map<std::string, Saying, std::less<>> sayings;  // by the id of the dossier's record
  std::set<std::int64_t> workings;                     // feedback whose counting is shown

  // Sheets and their codes.
  std::map<std::string, Words, std::less<>> sheet_words;  // words of sheets, by language
  bool roll = false;  // what is printed on: paper of 80 mm, else A4
  SheetShown sheet;
  Checking checking;
  int check_runs = 0;

  CardTaken card;
  std::string addresses_of;                                   // the draft whose addresses these are
  std::map<std::string, AddressHelp, std::less<>> addresses;  // by field
  CardWanted card_wanted;

  // Keys kept elsewhere, records moved.
  KeysShown keys;
  Moving moving;
  Fetching fetching;
  int key_runs = 0;
  std::vector<Draft> adopted;  // unfinished records that wait for keys of their own
  Fetched fetched;
};

/// What opening a file or records takes of memory and time; empty while that is not known.
std::string opening_cost(const Model& model);

/// The words of the chosen language, else of the other one, else none: every key shows itself.
const Words& words_of(const Model& model);

/// The draft of the current route, or nullptr.
const Draft* current_draft(const Model& model);
Draft* current_draft(Model& model);
/// nullptr while they are not loaded.
const catalogue::Procedure* procedure_of(const Model& model, const Draft& draft);
const form::Schema* schema_of(const Model& model, const Draft& draft);
/// The event of the current route whose message is a slip, or nullptr.
const RecordEvent* slip_here(const Model& model);
/// The filed dossier with this number, or nullptr.
const Draft* find_filed(const Model& model, std::string_view number);
Draft* find_filed(Model& model, std::string_view number);

/// Today in Vietnam.
form::Date today(const Model& model);

/// The title of a procedure, from the catalogue's index; its code while that is not loaded. A
/// dossier that came from a recovery sheet has no code.
std::string procedure_name(const Model& model, std::string_view code);
/// The name of a unit in the chosen language; its code when it is unknown.
std::string unit_name(const Model& model, std::string_view code);

bool holds(const Model& model, std::string_view draft);
/// Whether files of this draft are still on their way in.
bool uploading(const Model& model, std::string_view draft);

}  // namespace motcua::app
