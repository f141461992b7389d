#include "shared/slip/layout.h"

#include "shared/codec/qr.h"
#include "shared/record/number.h"
#include "shared/slip/day_words.h"
#include "shared/slip/layout_forms.h"

namespace motcua::slip {
namespace {

void head(const Slip& slip, const Words& words, Sheet& sheet) {
  const auto form = form_name(slip.form());
  sheet.form = form;
  sheet.agency = slip.agency.name;
  sheet.parent = slip.agency.parent;
  sheet.contact = slip.agency.address;
  if (!slip.agency.phone.empty()) {
    if (!sheet.contact.empty()) sheet.contact += " · ";
    sheet.contact += words("agency_phone", {{"phone", slip.agency.phone}});
  }
  sheet.mark = words("mark", {{"form", form}});
  sheet.title = words("title." + form);
  sheet.date = date_line(words, slip.place, slip.time);
  sheet.page = words("page");
  if (slip.demo) sheet.trial = words("trial");
  sheet.file = words("file." + form);
  if (slip.submission.empty()) return;
  sheet.number = words("number", {{"number", record::grouped_number(slip.submission)}});
  sheet.file += "-" + slip.submission;
}

void code_picture(std::string_view code, const Words& words, Sheet& sheet) {
  const auto qr = code.empty() ? Result<codec::QrCode>(codec::QrCode{}) : codec::encode_qr(code);
  if (!qr || qr->size == 0) return;
  sheet.code = {
      .text = std::string(code), .caption = words("code"), .modules = {}, .side = qr->size};
  for (const auto module : qr->modules) sheet.code.modules += module ? '1' : '0';
}

}  // namespace

Sheet layout(const Slip& slip, std::string_view language, const Words& words,
             std::string_view code) {
  Sheet sheet;
  sheet.language = language;
  head(slip, words, sheet);
  Page page{slip, words, sheet};
  std::visit([&](const auto& what) { lay(page, what); }, slip.what);
  code_picture(code, words, sheet);
  sheet.footer = words("footer." + sheet.form);
  return sheet;
}

}  // namespace motcua::slip
