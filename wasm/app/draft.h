#pragma once
// A dossier on this device, from the first answer to the last event. Saved as one JSON text by the
// effect save_draft (encrypted by the browser); after acceptance it is the record for following,
// without answers and attachments.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/form/value.h"
#include "shared/result.h"
#include "wasm/app/axes.h"
#include "wasm/app/saying.h"

namespace motcua::app {

enum class Stage {
  editing,
  sealed,  // the sealed file lies on the device; nothing can be changed, sending goes on
  sent,    // the gateway has accepted it
};

/// An attachment that was hashed and kept, encrypted under `secret`.
struct KeptFile {
  std::string component, key, title, type, ext, hash, secret;
  std::int64_t size = 0;
};

struct SealedFile {
  std::string envelope, signature, file, body;
  std::int64_t size = 0;
};

struct Receipt {
  std::string number, proof, ack, salt, time;
};

/// A verified event of the record.
struct RecordEvent {
  std::int64_t sequence = 0;
  std::int64_t status = 0;
  std::string state, time, unit, code, text;
  std::int64_t entry = -1;  // of the log; -1 where that was not kept
  std::string proof_code =
      {};                 // the event and its signature, for a QR code; empty in older records
  std::string slip = {};  // the form when `text` is a slip: "01".."05"
};

/// What a unit last said about a dossier as a whole, at that time: which entries of units the log
/// has about it, below a size of the log.
struct Stated {
  std::int64_t size = 0;
  std::vector<std::int64_t> entries;  // their places, rising
  std::string unit, time;
};

struct Draft {
  std::string id;    // local, random; stands in paths
  std::string root;  // hex64: the secret that all keys of this dossier come from
  std::string hex;   // hex32: the dossier's draft id
  std::string from;  // hex32: the unfinished dossier of another device that this one goes on from
  std::string key;   // hex32: idempotency key of the submission
  std::string procedure, version, form;
  std::string older;  // the version it was begun under, where another holds by now
  form::Values values;
  std::map<std::string, std::string, std::less<>> given;  // units that an address chose, by field
  std::vector<KeptFile> files;
  std::string case_id;       // of the procedure, once sealed; empty = none, or not known
  std::string unit;          // the receiving unit's code, once sealed
  std::string step;          // last part of the path where the person was
  bool reviewed = false;     // has been at "check your answers": steps lead back there
  std::string notice_shown;  // when the privacy notice was first on the screen
  std::string changed;       // when something was last changed
  Stage stage = Stage::editing;
  SealedFile sealed;
  std::string capability;  // hex32, for following
  Receipt receipt;
  std::vector<RecordEvent> events;  // by sequence
  std::vector<RecordSaid> said;     // by number
  std::vector<RecordAnswer> answers;
  std::vector<RecordMark> marks;
  std::vector<Stated> stated;  // the last of each unit, the newest last
  std::string alarm;     // code of a refused event, or what is wrong with the log; empty = none
  std::string evidence;  // of a forked log: two notes it signed
};

/// Of a message or a stored record.
Stated stated_of(const codec::Json& json);
/// The places in the log of what units have signed about it, as far as it has come, rising.
std::vector<std::int64_t> entries_of(const Draft& draft);
/// Of these, what one unit has signed.
std::vector<std::int64_t> entries_of(const Draft& draft, std::string_view unit);
/// The newest statement, when it has of the dossier just what is here, and nothing is doubtful;
/// else nullptr.
const Stated* nothing_newer(const Draft& draft);
std::string draft_json(const Draft& draft);
/// Reads what draft_json wrote. Errors: invalid (not ours, or damaged).
Result<Draft> read_draft(std::string_view json);

std::int64_t size_of_files(const Draft& draft);
/// The components that have at least one attachment; a component may stand there twice.
std::vector<std::string> attached_components(const Draft& draft);

}  // namespace motcua::app
