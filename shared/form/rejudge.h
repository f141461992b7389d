#pragma once
// judge() again and again while a person types: an answer is judged anew only where a condition
// reads what has changed.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/form/judge.h"

namespace motcua::form {

class Rejudge {
 public:
  /// The schema has to outlive this.
  explicit Rejudge(const Schema& schema);

  /// Exactly what judge() gives for these answers, whatever was judged before.
  std::vector<Defect> judge(const Values& values, const Date& today);

 private:
  struct Entry {
    const Step* step;
    const Group* group;
    const Field* field;
    std::vector<std::size_t> shows;   // later fields whose being asked depends on this one
    std::vector<std::size_t> judges;  // fields whose judgement reads this one
    bool asked = false;
    std::vector<Defect> defects;
  };

  void start(const Values& values, const Date& today);
  bool is_asked(const Entry& entry, const Date& today) const;
  std::vector<std::size_t> changed(const Values& values) const;
  void spread(std::vector<std::size_t> from, const Values& values, const Date& today);
  std::vector<Defect> all(const Values& values) const;

  const Schema& schema_;
  std::vector<Entry> entries_;                              // in the form's order
  std::map<std::string, std::size_t, std::less<>> places_;  // of a field, in entries_
  bool started_ = false;
  Date today_;
  Values values_, seen_;
};

}  // namespace motcua::form
