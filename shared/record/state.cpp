#include "shared/record/state.h"

#include <algorithm>
#include <array>

namespace motcua::record {
namespace {

struct Row {
  std::string_view name;
  std::array<int, 6> next;  // filled up with 0
};

constexpr std::array<Row, 9> rows = {{
    {"received", {4, 5, 6, 7, 8, 9}},
    {"refused", {}},
    {"in-process", {4, 5, 6, 7, 8, 9}},
    {"supplement-wanted", {2, 4, 7, 8}},
    {"payment-wanted", {2, 4, 7, 8}},
    {"withdrawn", {}},
    {"stopped", {}},
    {"done", {10}},
    {"returned", {}},
}};

const Row* row(int status) {
  const int index = status - received;
  if (index < 0 || index >= static_cast<int>(rows.size())) return nullptr;
  return &rows[static_cast<std::size_t>(index)];
}

}  // namespace

std::string_view state_name(int status) {
  const Row* found = row(status);
  return found == nullptr ? std::string_view{} : found->name;
}

Result<int> state_status(std::string_view name) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].name == name) return received + static_cast<int>(i);
  }
  return fail(Code::invalid, "there is no state \"" + std::string(name.substr(0, 40)) + "\"",
              "use received, refused, in-process, supplement-wanted, payment-wanted, withdrawn, "
              "stopped, done or returned");
}

std::vector<int> next_statuses(int status) {
  if (status == filed) return {received, refused};
  std::vector<int> next;
  if (const Row* found = row(status); found != nullptr) {
    std::copy_if(found->next.begin(), found->next.end(), std::back_inserter(next),
                 [](int value) { return value != 0; });
  }
  return next;
}

bool may_follow(int status, int next) {
  const std::vector<int> allowed = next_statuses(status);
  return std::find(allowed.begin(), allowed.end(), next) != allowed.end();
}

bool ended(int status) {
  return status == refused || status == withdrawn || status == stopped || has_result(status);
}

bool has_result(int status) { return status == done || status == returned; }

}  // namespace motcua::record
