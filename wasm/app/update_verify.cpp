#include <utility>

#include "wasm/app/handlers.h"

namespace motcua::app {
namespace {

constexpr std::size_t max_code = 4096;

bool blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

void ask(Model& m, Effects& out) {
  auto& c = m.checking;
  c.said.reset();
  c.failed = {};
  c.missing = blank(c.text);
  if (c.missing) {
    out.push_back(effect::Focus{.target = effect::Focus::Target::errors});
    return;
  }
  c.busy = true;
  c.run = ++m.check_runs;
  out.push_back(effect::CheckCode{c.text, c.run});
}

/// An answer to the question asked last.
bool mine(Model& m, std::int64_t run) {
  return run == m.checking.run && std::exchange(m.checking.busy, false);
}

}  // namespace

void take_code(Model& m, Effects& out, std::string text) {
  m.checking.text = std::move(text);
  ++m.checking.text_rev;
  ask(m, out);
}

void on(Model& m, Effects&, const msg::TypeCode& e) {
  m.checking.text = e.text.substr(0, max_code + 1);
  m.checking.said.reset();  // what stands below would be about another code
  m.checking.failed = {};
}

void on(Model& m, Effects& out, const msg::CheckCode&) { ask(m, out); }

void on(Model& m, Effects& out, const msg::CodeChecked& e) {
  if (!mine(m, e.run)) return;
  m.checking.said = e.said;
  out.push_back(effect::Focus{.node = ui::field_id("verify-result")});
}

void on(Model& m, Effects& out, const msg::CodeRefused& e) {
  if (!mine(m, e.run)) return;
  m.checking.failed = {e.code.empty() ? "other" : e.code, e.message, e.hint};
  out.push_back(effect::Focus{.target = effect::Focus::Target::errors});
}

}  // namespace motcua::app
