#include "shared/form/messages.h"

#include "shared/text/normal.h"
#include "shared/text/title.h"

namespace motcua::form {

namespace {

struct Sentence {
  std::string_view code, vi, en;
};

constexpr Sentence sentences[] = {
    {"required", "Hãy điền “{label}”", "Fill in “{label}”"},
    {"required-choice", "Hãy chọn “{label}”", "Choose “{label}”"},
    {"required-tick", "Hãy đánh dấu “{label}”", "Tick “{label}”"},
    {"wrong-type", "“{label}” có kiểu dữ liệu không đúng. Hãy điền lại ô này",
     "“{label}” holds the wrong kind of data. Fill it in again"},
    {"hidden-characters", "“{label}” có ký tự ẩn hoặc dấu chưa chuẩn. Hãy xóa và gõ lại",
     "“{label}” has hidden or unusual characters. Clear it and type it again"},
    {"too-long", "“{label}” dài quá. Hãy viết trong {max} ký tự",
     "“{label}” is too long. Use at most {max} characters"},
    {"name-characters", "“{label}” chỉ gồm chữ cái, dấu cách, dấu nháy và gạch nối",
     "“{label}” may have only letters, spaces, apostrophes and hyphens"},
    {"date-incomplete", "“{label}”: hãy điền đủ ngày, tháng và năm (năm có 4 chữ số)",
     "“{label}”: fill in day, month and year (4 digits)"},
    {"date-invalid", "“{label}”: không có ngày này. Hãy xem lại ngày, tháng, năm",
     "“{label}”: there is no such day. Look at day, month and year again"},
    {"option", "“{label}”: câu trả lời không có trong danh sách. Hãy chọn lại",
     "“{label}”: this answer is not in the list. Choose again"},
    {"number", "“{label}” phải là một số", "“{label}” must be a number"},
    {"number-range", "“{label}” phải là số {range}", "“{label}” must be a number {range}"},
    {"phone", "“{label}”: số điện thoại chưa đúng. Số di động có 10 chữ số, ví dụ 0912 345 678",
     "“{label}”: this is not a phone number. A mobile number has 10 digits, such as 0912 345 678"},
    {"phone-old", "“{label}”: số 11 chữ số đầu 01 đã đổi sang 10 chữ số. Hãy điền số mới",
     "“{label}”: numbers of 11 digits beginning with 01 now have 10. Fill in the new one"},
    {"personal-id", "“{label}” gồm đúng 12 chữ số, in trên thẻ căn cước",
     "“{label}” has exactly 12 digits, printed on the identity card"},
    {"card-text",
     "“{label}”: chữ của mã trên thẻ bị hỏng khi quét. Hãy tắt bộ gõ tiếng Việt rồi quét lại, hoặc "
     "gõ 12 số",
     "“{label}”: the card's code was spoiled while it was scanned. Switch Vietnamese typing off "
     "and scan again, or type the 12 digits"},
    {"personal-id-old", "“{label}” có 12 chữ số. Số chứng minh nhân dân 9 số không dùng được ở đây",
     "“{label}” has 12 digits. The old 9-digit number cannot be used here"},
    {"tax-code",
     "“{label}” gồm 10 chữ số, hoặc 13 chữ số với đơn vị phụ thuộc; của cá nhân là 12 chữ số trên "
     "thẻ "
     "căn cước",
     "“{label}” has 10 digits, or 13 for a branch; a person's is the 12 digits on the identity "
     "card"},
    {"tax-code-check", "“{label}”: có chữ số gõ nhầm. Hãy so lại với giấy tờ về thuế",
     "“{label}”: a digit is mistyped. Compare it with a tax document"},
    {"insurance",
     "“{label}” gồm 10 chữ số, in ở cuối dòng mã số trên thẻ bảo hiểm y tế hoặc trên sổ bảo hiểm "
     "xã "
     "hội; cũng có thể là 12 chữ số trên thẻ căn cước",
     "“{label}” has 10 digits, the last ones of the number on a health insurance card; or the 12 "
     "digits on the identity card"},
    {"email", "“{label}”: địa chỉ thư chưa đúng, ví dụ ten@example.vn",
     "“{label}”: this is not an e-mail address, such as name@example.vn"},
    {"unit", "“{label}”: hãy chọn một nơi trong danh sách",
     "“{label}”: choose a place from the list"},
    {"unknown-field", "Tờ khai này không có ô “{label}”", "This form has no field “{label}”"},
    {"hidden-field", "“{label}” không được hỏi trong trường hợp này, hãy bỏ câu trả lời",
     "“{label}” is not asked in this case; leave it out"},
    {"too-many", "Tờ khai có quá nhiều câu trả lời", "The form holds too many answers"},
};

void fill(std::string& text, std::string_view name, std::string_view value) {
  const std::size_t at = text.find(name);
  if (at != std::string::npos) text.replace(at, name.size(), value);
}

LocalText sentence_for(std::string_view code) {
  for (const Sentence& sentence : sentences) {
    if (sentence.code == code) return {std::string(sentence.vi), std::string(sentence.en)};
  }
  return {"“{label}”: hãy xem lại câu trả lời", "“{label}”: look at this answer again"};
}

std::string range(const Field& field, bool english) {
  const std::string least = field.least ? std::to_string(*field.least) : "";
  const std::string most = field.most ? std::to_string(*field.most) : "";
  if (most.empty()) return (english ? "of at least " : "từ ") + least + (english ? "" : " trở lên");
  if (least.empty()) return (english ? "of at most " : "không quá ") + most;
  return (english ? "from " : "từ ") + least + (english ? " to " : " đến ") + most;
}

std::string_view kind_of_required(Kind kind) {
  switch (kind) {
    case Kind::checkbox: return "required-tick";
    case Kind::choice:
    case Kind::select:
    case Kind::country:
    case Kind::ethnicity:
    case Kind::unit: return "required-choice";
    default: return "required";
  }
}

}  // namespace

LocalText message_for(const Field& field, std::string_view code) {
  if (const auto own = field.messages.find(code); own != field.messages.end()) return own->second;
  LocalText text = sentence_for(code == "required" ? kind_of_required(field.kind) : code);
  const std::string most = std::to_string(field.max_length);
  for (std::string* one : {&text.vi, &text.en}) {
    const bool english = one == &text.en;
    fill(*one, "{max}", most);
    fill(*one, "{range}", range(field, english));
    fill(*one, "{label}", field.label.in(english ? "en" : "vi"));
  }
  return text;
}

LocalText message_for_stranger(std::string_view id, std::string_view code) {
  LocalText text = sentence_for(code);
  const std::string name = text::shorten(text::clean_line(id.substr(0, 400)), 60);
  fill(text.vi, "{label}", name);
  fill(text.en, "{label}", name);
  return text;
}

}  // namespace motcua::form
