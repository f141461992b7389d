#pragma once
// Payment, delivery and synchronisation of a filed dossier: what its units have said beside its
// processing, verified (docs/formats/mark.md).

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/codec/json.h"
#include "wasm/app/words.h"
#include "wasm/ui/fields.h"

namespace motcua::app {

struct Draft;

/// A verified mark of the record.
struct RecordMark {
  std::string axis;  // "payment", as in the format
  std::int64_t sequence = 0;
  std::string state;
  std::int64_t event = 0;  // what it stands on; 0: the filing
  std::string time, unit, text;
  std::int64_t entry = -1;  // of the log
};

codec::Json json_of(const RecordMark& mark);
RecordMark record_mark(const codec::Json& json);

/// The newest one of this axis; nullptr before the first.
const RecordMark* newest_mark(const Draft& draft, std::string_view axis);

/// "Cần bạn nộp", and of the national portal the step that it knows.
std::string mark_words(const Words& words, const Draft& draft, const RecordMark& mark);
/// "Phí, lệ phí", and where there is no result to hand over, what else goes home.
std::string axis_words(const Words& words, const Draft& draft, std::string_view axis);
/// The words and time of the newest one of its axis, as things stand: who gets no result need not
/// pay.
std::string standing_of(const Words& words, const Draft& draft, const RecordMark& newest);
ui::Kind mark_kind(const RecordMark& mark);

/// Money is asked for and not yet paid, and the dossier has not ended without a result.
bool payment_open(const Draft& draft);
/// The mark by which no money is asked for any more although the dossier's last event asked for it;
/// else nullptr.
const RecordMark* payment_settled(const Draft& draft);
/// Where the result is, of a dossier that has one, if a unit has said so since; else nullptr.
const RecordMark* result_on_its_way(const Draft& draft);

}  // namespace motcua::app
