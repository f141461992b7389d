#include "shared/form/date.h"
#include "wasm/app/deadline.h"
#include "wasm/app/local_time.h"
#include "wasm/app/quantity.h"
#include "wasm/screens/procedure_parts.h"

namespace motcua::screens {

using namespace app;
using catalogue::Case;
using catalogue::Channel;

namespace {

std::string fee_words(Frame& f, const catalogue::Fee& fee) {
  if (fee.vnd == 0) return std::string(f.w("procedure.fee_free"));
  const auto amount = number_text(f.w, fee.vnd);
  const auto& per = fee.per.in(f.m.lang);
  return f.w("procedure.fee_amount", {{"amount", amount}}) + (per.empty() ? "" : " " + per);
}

std::string_view time_key(Channel channel) {
  switch (channel) {
    case Channel::online: return "procedure.time_here";
    case Channel::post: return "procedure.time_post";
    case Channel::counter: break;
  }
  return "procedure.time_counter";
}

class Facts {
 public:
  Facts(Frame& f, const catalogue::Procedure& p, const Case* fits)
      : f_(f), p_(p), fits_(fits), day_(form::to_text(today(f.m))) {}

  std::vector<ui::SummaryRow> rows;

  void add(std::string_view key, const LocalText& text) {
    if (!text.empty()) add(f_.w(key), text.in(f_.m.lang));
  }

  const catalogue::Duration* time(Channel channel, const Case* fits) const {
    return catalogue::rule_for(p_.times, asked(channel, fits));
  }
  const catalogue::Fee* fee(const Case* fits) const {
    return catalogue::rule_for(p_.fees, asked(Channel::online, fits));
  }

  /// One row a way of filing, where it takes another time than online; then the cases.
  void times() {
    const auto* here = time(Channel::online, fits_);
    for (const auto channel : catalogue::every_channel) {
      const auto* rule = time(channel, fits_);
      if (rule && (rule != here || channel == Channel::online))
        add(f_.w(time_key(channel)), deadline_text(f_.w, *rule));
    }
    for (const Case& each : p_.cases) {
      const auto* rule = own(each) ? time(Channel::online, &each) : nullptr;
      if (rule && rule->reach.case_id == each.id)
        add(each.name.in(f_.m.lang), deadline_text(f_.w, *rule));
    }
  }

  void fees() {
    if (const auto* rule = fee(fits_)) {
      add(f_.w("procedure.fee_here"), fee_words(f_, *rule));
      add("procedure.fee_exempt", rule->exempt);
    }
    for (const Case& each : p_.cases) {
      const auto* rule = own(each) ? fee(&each) : nullptr;
      if (rule && rule->reach.case_id == each.id)
        add(each.name.in(f_.m.lang), fee_words(f_, *rule));
    }
  }

 private:
  Frame& f_;
  const catalogue::Procedure& p_;
  const Case* fits_;
  std::string day_;

  void add(std::string_view term, std::string_view value) {
    rows.push_back({std::string(term), std::string(value)});
  }

  /// Whether a case may still be this one: while none fits, and where only the agency can tell.
  bool own(const Case& each) const {
    const bool untold = each.when.op == form::Condition::Op::constant;
    return &each != fits_ && (!fits_ || untold);
  }

  catalogue::Asked asked(Channel channel, const Case* fits) const {
    return {.channel = channel, .case_id = fits ? fits->id : std::string_view(), .day = day_};
  }
};

}  // namespace

void facts(Frame& f, const catalogue::Procedure& p, const catalogue::Outlook& ahead) {
  Facts all(f, p, ahead.fits);
  all.add("procedure.who", p.who);
  all.add("procedure.decider", p.decider);
  all.add("procedure.time", p.time.text);
  all.times();
  all.add("procedure.fee", p.fee.text);
  all.fees();
  all.add("procedure.result", p.result);
  f.b.summary_list("facts", all.rows);
}

Figures figures(Frame& f, const catalogue::Procedure& p, const Case* fits) {
  const Facts all(f, p, fits);
  const auto* time = all.time(Channel::online, fits);
  const auto* fee = all.fee(fits);
  return {.time = time ? deadline_text(f.w, *time) : std::string(),
          .fee = fee ? fee_words(f, *fee) : std::string()};
}

}  // namespace motcua::screens
