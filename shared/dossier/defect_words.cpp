#include "shared/dossier/defect_words.h"

namespace motcua::dossier {
namespace {

struct Words {
  const char* code;
  const char* vi;
  const char* en;
};

Words words(Fault fault) {
  switch (fault) {
    case Fault::mixed_kinds:
      return {"mixed-kinds",
              "Tệp này cho mở bằng nhiều loại khóa khác nhau; hồ sơ không được như vậy.",
              "This file opens with different kinds of keys; a dossier must not."};
    case Fault::order:
      return {"order", "Các phần trong hồ sơ không đủ hoặc không đúng thứ tự.",
              "The parts of the dossier are not complete or not in their order."};
    case Fault::archive_size:
      return {"archive-size", "Độ dài phần đệm của hồ sơ không đúng.",
              "The padding of the dossier does not have the right length."};
    case Fault::manifest_missing:
      return {"manifest-missing", "Hồ sơ không có bản kê.", "The dossier has no manifest."};
    case Fault::manifest_invalid:
      return {"manifest-invalid", "Bản kê không đúng khuôn mẫu.", "The manifest is malformed."};
    case Fault::manifest_signature:
      return {"manifest-signature",
              "Xác nhận của người nộp trên bản kê không đúng: hồ sơ đã bị sửa sau khi niêm phong.",
              "The applicant's signature does not hold: the dossier was changed after sealing."};
    case Fault::time:
      return {"time", "Thời điểm ghi trên tệp không khớp với bản kê.",
              "The file's time is not the manifest's."};
    case Fault::form_missing:
      return {"form-missing", "Hồ sơ không có tờ khai.", "The dossier has no form."};
    case Fault::form_changed:
      return {"form-changed", "Tờ khai không khớp với bản kê.",
              "The form is not the one that the manifest lists."};
    case Fault::form_invalid:
      return {"form-invalid", "Tờ khai không đúng khuôn mẫu.", "The form is malformed."};
    case Fault::attachment_missing:
      return {"attachment-missing", "Thiếu giấy tờ này dù bản kê có ghi.",
              "This paper is listed in the manifest but is not there."};
    case Fault::attachment_changed:
      return {"attachment-changed", "Giấy tờ này không khớp với bản kê.",
              "This paper is not the one that the manifest lists."};
    case Fault::attachment_type:
      return {"attachment-type", "Nội dung tệp không đúng loại đã ghi.",
              "The file's content is not of the type listed."};
    case Fault::unlisted_file:
      return {"unlisted-file", "Có tệp không được ghi trong bản kê.",
              "There is a file that the manifest does not list."};
    case Fault::reader_unlisted:
      return {
          "reader-unlisted",
          "Khóa vừa dùng để mở không có trong danh sách người được đọc: hồ sơ có thể đã bị niêm "
          "phong lại.",
          "The key that opened it is not among the readers listed: it may have been sealed again."};
    case Fault::envelope_signature:
      return {"envelope-signature", "Xác nhận của người nộp trên phong bì không đúng.",
              "The applicant's signature of the envelope does not hold."};
    case Fault::other_signer:
      return {"other-signer", "Người xác nhận phong bì không phải là người xác nhận bản kê.",
              "The signer of the envelope is not the signer of the manifest."};
    case Fault::other_dossier:
      return {"other-dossier", "Giấy biên nhận là của một hồ sơ khác.",
              "The receipt is for another dossier."};
    case Fault::other_file:
      return {"other-file", "Tệp này không phải tệp đã được tiếp nhận theo giấy biên nhận.",
              "This file is not the one that the receipt is for."};
    case Fault::proof:
      return {"proof", "Bằng chứng trong sổ ghi không đúng.",
              "The proof of the log does not hold."};
    case Fault::other_form:
      return {"other-form", "Tờ khai không phải mẫu mà thủ tục này dùng.",
              "The form is not the one this procedure uses."};
    case Fault::other_procedure:
      return {"other-procedure", "Hồ sơ được lập theo một phiên bản khác của thủ tục.",
              "The dossier was made for another version of the procedure."};
  }
  return {"other", "Hồ sơ có lỗi.", "The dossier has a defect."};
}

}  // namespace

form::Defect defect(Fault fault, std::string field) {
  const Words of = words(fault);
  form::Defect made;
  made.field = std::move(field);
  made.code = of.code;
  made.message = {of.vi, of.en};
  if (fault == Fault::other_procedure) made.severity = form::Severity::warning;
  return made;
}

}  // namespace motcua::dossier
