#include "shared/form/rejudge.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "shared/form/judge_field.h"
#include "shared/form/visible.h"

namespace motcua::form {

namespace {

std::vector<std::string> read_by(std::initializer_list<const Condition*> conditions) {
  std::vector<std::string> ids;
  for (const Condition* condition : conditions) add_fields(*condition, ids);
  return ids;
}

std::vector<std::string> read_by_judging(const Field& field) {
  std::vector<std::string> ids;
  add_fields(field.required, ids);
  for (const Check& check : field.checks) {
    add_fields(check.when, ids);
    add_fields(check.must, ids);
  }
  return ids;
}

/// Takes `value` into `values` under this id, or the id out; false when it was so already.
bool put(Values& values, const std::string& id, const Value* value) {
  const auto found = values.find(id);
  if (!value) {
    if (found == values.end()) return false;
    values.erase(found);
    return true;
  }
  if (found != values.end() && found->second == *value) return false;
  values[id] = *value;
  return true;
}

}  // namespace

Rejudge::Rejudge(const Schema& schema) : schema_(schema) {
  for (const Step& step : schema.steps)
    for (const Group& group : step.groups)
      for (const Field& field : group.fields) {
        places_.emplace(field.id, entries_.size());
        entries_.push_back({&step, &group, &field, {}, {}, false, {}});
      }
  for (std::size_t at = 0; at < entries_.size(); ++at) {
    const Entry& entry = entries_[at];
    const auto shown_by =
        read_by({&entry.step->visible_if, &entry.group->visible_if, &entry.field->visible_if});
    for (const std::string& id : std::set(shown_by.begin(), shown_by.end()))
      if (const auto read = places_.find(id); read != places_.end())
        entries_[read->second].shows.push_back(at);
    const auto judged_by = read_by_judging(*entry.field);
    for (const std::string& id : std::set(judged_by.begin(), judged_by.end()))
      if (const auto read = places_.find(id); read != places_.end())
        entries_[read->second].judges.push_back(at);
  }
}

bool Rejudge::is_asked(const Entry& entry, const Date& today) const {
  return holds(entry.step->visible_if, seen_, today) == true &&
         holds(entry.group->visible_if, seen_, today) == true &&
         holds(entry.field->visible_if, seen_, today) == true;
}

void Rejudge::start(const Values& values, const Date& today) {
  const Visible shown = visible(schema_, values, today);
  seen_ = visible_values(shown, values);
  for (Entry& entry : entries_) {
    entry.asked = shown.field(entry.field->id);
    entry.defects.clear();
    if (entry.asked)
      judge_field(*entry.field, entry.step->id, find_value(values, entry.field->id), seen_, today,
                  entry.defects);
  }
  started_ = true;
  today_ = today;
}

std::vector<std::size_t> Rejudge::changed(const Values& values) const {
  std::vector<std::size_t> out;
  const auto add = [&](const std::string& id) {
    if (const auto at = places_.find(id); at != places_.end()) out.push_back(at->second);
  };
  auto was = values_.begin();
  for (const auto& [id, value] : values) {
    for (; was != values_.end() && was->first < id; ++was) add(was->first);
    const bool both = was != values_.end() && was->first == id;
    if (!both || was->second != value) add(id);
    if (both) ++was;
  }
  for (; was != values_.end(); ++was) add(was->first);
  return out;
}

void Rejudge::spread(std::vector<std::size_t> from, const Values& values, const Date& today) {
  // In the form's order: whether a field is asked depends only on those before it.
  std::set<std::size_t> open(from.begin(), from.end());
  std::set<std::size_t> anew = open;
  while (!open.empty()) {
    const std::size_t at = *open.begin();
    open.erase(open.begin());
    Entry& entry = entries_[at];
    const bool asked = is_asked(entry, today);
    if (asked != entry.asked) anew.insert(at);
    entry.asked = asked;
    const Value* value = asked ? find_value(values, entry.field->id) : nullptr;
    if (!put(seen_, entry.field->id, value)) continue;
    open.insert(entry.shows.begin(), entry.shows.end());
    anew.insert(entry.judges.begin(), entry.judges.end());
  }
  for (const std::size_t at : anew) {
    Entry& entry = entries_[at];
    entry.defects.clear();
    if (entry.asked)
      judge_field(*entry.field, entry.step->id, find_value(values, entry.field->id), seen_, today,
                  entry.defects);
  }
}

std::vector<Defect> Rejudge::all(const Values& values) const {
  std::vector<Defect> defects;
  for (const Entry& entry : entries_)
    defects.insert(defects.end(), entry.defects.begin(), entry.defects.end());
  const bool strangers = std::any_of(values.begin(), values.end(), [&](const auto& each) {
    return places_.find(each.first) == places_.end();
  });
  if (strangers) judge_strangers(schema_, values, defects);
  return defects;
}

std::vector<Defect> Rejudge::judge(const Values& values, const Date& today) {
  if (values.size() > max_values) return {too_many_values()};
  if (!started_ || today != today_)
    start(values, today);
  else
    spread(changed(values), values, today);
  values_ = values;
  return all(values);
}

}  // namespace motcua::form
