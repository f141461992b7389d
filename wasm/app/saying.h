#pragma once
// What a person says about a filed dossier and what its units answer: the verified record, and the
// words that are being written, which stay on this device until they stand in the log.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/codec/json.h"
#include "shared/feedback/course.h"

namespace motcua::app {

struct Draft;

/// A verified feedback of the record.
struct RecordSaid {
  std::int64_t number = 0;
  std::string kind;        // "complaint", as in the format
  std::int64_t about = 0;  // of an addition
  std::string time, text;
  std::int64_t vote = 0;
  std::int64_t entry = -1;  // of the log
};

/// A verified answer of a unit.
struct RecordAnswer {
  std::int64_t feedback = 0, sequence = 0;
  std::string step, time, unit, text;
  std::int64_t entry = -1;
};

codec::Json json_of(const RecordSaid& said);
codec::Json json_of(const RecordAnswer& answer);
RecordSaid record_said(const codec::Json& json);
RecordAnswer record_answer(const codec::Json& json);

/// What the core needs to say what may come next.
struct DossierCourse {
  std::vector<feedback::Said> said;
  std::vector<feedback::Answered> answers;
  int status = 1;

  explicit DossierCourse(const Draft& draft);
  feedback::Course course() const { return {said, answers, status}; }
};

/// What a person may send now. `choice` names it in a list: "complaint", "addition.2".
struct MaySay {
  feedback::Kind kind = feedback::Kind::complaint;
  std::int64_t about = 0;
  std::string choice;
};
/// The one to offer first stands first.
std::vector<MaySay> may_say(const Draft& draft);

/// Words on their way.
struct Saying {
  std::string choice;  // of MaySay; empty = none chosen by the person
  std::string text;
  std::int64_t vote = 0;

  enum class Way { none, sending, waiting, sent } way = Way::none;  // kept: whether it is on one
  std::int64_t number = 0;                                          // under which it goes
  std::string code;  // why it could not be sent; empty: nothing is known against it

  // Of this visit only.
  std::uint32_t text_rev = 0;
  bool here = false;        // written or sent in this tab, not in another one
  bool superseded = false;  // another tab has written since
  bool resumed = false;  // it may have arrived already: sent before the page was left, or elsewhere
  std::string message, hint;
  bool missing = false;  // the person pressed Send with something missing

  /// It must stay as it is. What another tab sends may be sent from here as well: that tab may be
  /// gone.
  bool on_its_way() const { return here && (way == Way::sending || way == Way::waiting); }
  bool empty() const { return choice.empty() && text.empty() && vote == 0; }
};

/// The stored form: a record of its own, so that events that come to another tab do not write over
/// it. Its id is that of the dossier's record with this before it.
inline constexpr std::string_view saying_id = "words-";
std::string saying_json(std::string_view draft, const Saying& saying);
/// False when the text is no such record. `draft` is the id of the dossier's record.
bool read_saying(std::string_view text, std::string& draft, Saying& saying);

/// Words that lie on this device and go nowhere by themselves.
bool is_unsent(const Saying& saying);
/// Whether it can go as it stands.
bool may_send(const Saying& saying, const MaySay& say);
/// The choice that the form shows: the person's, or the first one offered.
const MaySay& shown_choice(const Saying& saying, const std::vector<MaySay>& offered);
/// The dossier's unit that can read the words; empty when this device does not know it.
std::string competent_unit(const Draft& draft);

}  // namespace motcua::app
