#include "shared/catalogue/official_compare.h"

#include <algorithm>

namespace motcua::catalogue {

namespace {

using Record = OfficialRecord;

std::string_view name_of(Channel channel) {
  return channel == Channel::online ? "online"
         : channel == Channel::post ? "by post"
                                    : "at the counter";
}

std::string_view name_of(Record::Unit unit) {
  switch (unit) {
    case Record::Unit::hours: return "hours";
    case Record::Unit::days: return "days";
    case Record::Unit::working_days: return "working days";
    case Record::Unit::other: break;
  }
  return "of a unit it does not explain";
}

Record::Unit unit_of(Duration::Unit unit) {
  switch (unit) {
    case Duration::Unit::hours: return Record::Unit::hours;
    case Duration::Unit::days: return Record::Unit::days;
    case Duration::Unit::working_days: break;
  }
  return Record::Unit::working_days;
}

std::string count(std::int64_t value, Record::Unit unit) {
  return std::to_string(value) + " " + std::string(name_of(unit));
}

bool times_differ(const Duration& ours, const Record::Method& theirs) {
  if (theirs.time == 0) return false;
  if (ours.value != theirs.time) return true;
  return theirs.unit != Record::Unit::other && theirs.unit != unit_of(ours.unit);
}

bool fees_differ(const Fee& ours, const Record::Method& theirs) {
  return !theirs.fees.empty() &&
         std::none_of(theirs.fees.begin(), theirs.fees.end(),
                      [&](const Record::Fee& each) { return each.value == ours.vnd; });
}

void contradictions(const Record& record, std::vector<std::string>& told) {
  const auto real = real_documents(record);
  const auto notes = record.documents.size() - real + static_cast<std::size_t>(record.notes);
  if (notes > 0)
    told.push_back("the record lists " + std::to_string(notes) + " notes as documents");
  const auto required = std::count_if(record.documents.begin(), record.documents.end(),
                                      [](const auto& each) { return each.required; });
  if (real > 0 && required == 0) told.push_back("the record requires none of its documents");
  for (const Record::Document& each : record.documents) {
    if (each.required && each.originals + each.copies == 0)
      told.push_back("the record requires a document of which it wants nothing: " + each.name);
  }
  for (const Record::Case& each : record.cases) {
    const bool said =
        std::any_of(record.methods.begin(), record.methods.end(), [&](const Record::Method& one) {
          return one.time == each.time &&
                 (one.unit == each.unit || one.unit == Record::Unit::other);
        });
    if (!said && !record.methods.empty())
      told.push_back("its case " + each.code + " takes " + count(each.time, each.unit) +
                     ", which none of its ways of filing says");
  }
}

}  // namespace

OfficialDifferences differences(const Procedure& ours, const OfficialRecord& record,
                                std::string_view day) {
  OfficialDifferences found{.our_papers = ours.components.size(),
                            .their_papers = real_documents(record)};
  found.papers = found.our_papers != found.their_papers;
  for (const Record::Method& theirs : record.methods) {
    const Asked asked{.channel = theirs.channel, .day = day};
    const Duration* time = rule_for(ours.times, asked);
    const Fee* fee = rule_for(ours.fees, asked);
    found.time = found.time || (time && times_differ(*time, theirs));
    found.fee = found.fee || (fee && fees_differ(*fee, theirs));
  }
  return found;
}

std::vector<std::string> comparison(const Procedure& ours, const OfficialRecord& record,
                                    std::string_view day) {
  std::vector<std::string> told;
  for (const Record::Method& theirs : record.methods) {
    const Asked asked{.channel = theirs.channel, .day = day};
    const std::string where(name_of(theirs.channel));
    const Duration* time = rule_for(ours.times, asked);
    if (!time) {
      told.push_back("time " + where + ": we have no figure, the record " +
                     count(theirs.time, theirs.unit));
    } else if (times_differ(*time, theirs)) {
      told.push_back("time " + where + ": ours " + count(time->value, unit_of(time->unit)) +
                     ", the record " + count(theirs.time, theirs.unit));
    }
    const Fee* fee = rule_for(ours.fees, asked);
    if (!fee || !fees_differ(*fee, theirs)) continue;
    std::string values;
    for (const Record::Fee& each : theirs.fees)
      values += (values.empty() ? "" : ", ") + std::to_string(each.value);
    told.push_back("fee " + where + ": ours " + std::to_string(fee->vnd) + ", the record " +
                   values);
  }
  const auto found = differences(ours, record, day);
  if (found.papers) {
    told.push_back("papers: ours " + std::to_string(found.our_papers) + ", the record " +
                   std::to_string(found.their_papers));
  }
  contradictions(record, told);
  return told;
}

}  // namespace motcua::catalogue
