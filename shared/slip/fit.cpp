#include "shared/slip/fit.h"

namespace motcua::slip {
namespace {

Error other(std::string_view what) {
  return fail(Code::mismatch, "the slip is for another " + std::string(what),
              "make it from this dossier's own event");
}

}  // namespace

std::string_view state_of(Form form) {
  switch (form) {
    case Form::receipt: return "received";
    case Form::supplement: return "supplement-wanted";
    case Form::refusal: return "refused";
    case Form::extension: return "in-process";
    case Form::stop: return "stopped";
    case Form::control:
    case Form::book: break;
  }
  return {};
}

Status check_fit(const Slip& slip, std::string_view submission, std::string_view unit,
                 std::string_view body, std::string_view state) {
  if (!submission.empty() && slip.submission != submission) return other("submission");
  if (!unit.empty() && slip.unit != unit) return other("unit");
  if (!body.empty() && slip.body != body) return other("dossier: its body differs");
  if (!state.empty() && state_of(slip.form()) != state) {
    return fail(
        Code::mismatch,
        "form " + form_name(slip.form()) + " does not go with \"" + std::string(state) + "\"",
        "01 goes with received, 02 with supplement-wanted, 03 with refused, 04 with "
        "in-process, 05 with stopped");
  }
  return {};
}

}  // namespace motcua::slip
