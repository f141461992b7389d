#pragma once
// Which questions are asked, given the answers so far.

#include <set>
#include <string>
#include <string_view>

#include "shared/form/schema.h"

namespace motcua::form {

/// The ids of fields, groups and steps that are asked now. Computed in the schema's order; the
/// answer of a hidden field counts as not given, so that nothing depends on what nobody sees.
struct Visible {
  std::set<std::string, std::less<>> steps, groups, fields;

  bool step(std::string_view id) const { return steps.find(id) != steps.end(); }
  bool group(std::string_view id) const { return groups.find(id) != groups.end(); }
  bool field(std::string_view id) const { return fields.find(id) != fields.end(); }
};

Visible visible(const Schema& schema, const Values& values, const Date& today);

/// Only the answers to visible fields.
Values visible_values(const Visible& visible, const Values& values);

/// Whether an answer is wanted now; `seen` are the visible values.
bool is_required(const Field& field, const Values& seen, const Date& today);

}  // namespace motcua::form
