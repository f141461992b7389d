#include "shared/codec/json.h"
#include "wasm/gallery/gallery.h"
#include "wasm/ui/components/file_list.h"
#include "wasm/ui/components/preview.h"
#include "wasm/ui/components/signature.h"

namespace motcua::gallery {

namespace {

/// Of the files that the document says were chosen (wasm/ui/actions.h).
std::vector<std::string> names_in(std::string_view chosen) {
  std::vector<std::string> names;
  const auto json = codec::Json::parse(chosen, nullptr, false);
  if (!json.is_array()) return names;
  for (const auto& file : json) {
    if (file.is_object() && file.contains("name") && file["name"].is_string()) {
      names.push_back(file["name"].get<std::string>());
    }
  }
  return names;
}

void drops(Frame& f) {
  f.b.file_field("scan",
                 {.label = "Giấy chứng sinh",
                  .hint = "Ảnh chụp hoặc PDF, mỗi tệp không quá 50 MB",
                  .button = "Chọn tệp hoặc thả vào đây",
                  .accept = "application/pdf,image/jpeg,image/png",
                  .multiple = true},
                 f.on([](std::string_view chosen) {
                   return Change([names = names_in(chosen)](State& s, Effects&) {
                     s.files.insert(s.files.end(), names.begin(), names.end());
                   });
                 }));
  std::vector<ui::FileItem> items;
  if (!f.is_open("page-1"))
    items.push_back({"page-1", "giay-chung-sinh-trang-1.png", "Ảnh PNG, 1,2 MB, đã kiểm tra",
                     "gallery/page", "", "Bỏ", "giay-chung-sinh-trang-1.png", f.flip("page-1")});
  if (!f.is_open("long"))
    items.push_back({"long",
                     "ban-sao-chung-thuc-van-ban-uy-quyen-cua-cha-va-me-cho-ong-ba-ngoai.pdf",
                     "PDF, 14 MB", "", "Tệp này có mật khẩu; hãy bỏ mật khẩu rồi chọn lại", "Bỏ",
                     "ban-sao-chung-thuc-van-ban-uy-quyen.pdf", f.flip("long")});
  for (std::size_t i = 0; i < f.state.files.size(); ++i) {
    const std::string& name = f.state.files[i];
    items.push_back({"added" + std::to_string(i), name, "Vừa thêm",
                     ui::file_picture(ui::field_id("scan"), name), "", "Bỏ", name,
                     f.then([name](State& s) { std::erase(s.files, name); })});
  }
  items.push_back({"kept", "giay-uy-quyen.jpg", "Ảnh JPEG, 820 KB, đang kiểm tra"});
  ui::file_list(f.b, "scan.list", "Các tệp đã thêm", items);
  f.b.file_field("scan.wrong",
                 {.label = "Văn bản ủy quyền",
                  .error = "Hãy thêm văn bản ủy quyền",
                  .button = "Chọn tệp hoặc thả vào đây"},
                 f.keep("scan.wrong"));
}

}  // namespace

void files(Frame& f) {
  auto section = f.b.section("files");
  f.b.heading("h2", 2, "Tệp, trang giấy, chữ ký");
  drops(f);
  const auto zoom = [&f](std::string press) {
    return f.then(
        [press = std::move(press)](State& s) { s.zoom = ui::preview_zoom(s.zoom, press); });
  };
  ui::preview(
      f.b, "preview",
      {.label = "Trang 1 của giấy chứng sinh",
       .picture = "gallery/page",
       .zoom = f.state.zoom,
       .smaller = "Thu nhỏ",
       .larger = "Phóng to"},
      {.smaller = zoom("smaller"), .larger = zoom("larger"), .key = f.on([](std::string_view key) {
         return Change([key = std::string(key)](State& s, Effects&) {
           s.zoom = ui::preview_zoom(s.zoom, key);
         });
       })});
  ui::signature_pad(f.b, "sign",
                    {.label = "Chữ ký",
                     .hint = "Ký bằng ngón tay, bút hoặc chuột; không ký được thì gõ tên bên dưới",
                     .path = f.state.signature,
                     .state = f.state.signature.empty() ? "chưa ký" : "đã ký",
                     .clear = "Ký lại"},
                    f.on([](std::string_view report) {
                      return Change([report = std::string(report)](State& s, Effects&) {
                        ui::sign_stroke(s.signature, report);
                      });
                    }),
                    f.then([](State& s) { s.signature.clear(); }));
  const std::string typed = f.value("sign.name");
  f.b.text_field("sign.name",
                 {.label = "Hoặc gõ họ tên thay chữ ký",
                  .value = typed,
                  .required = false,
                  .optional = "(không bắt buộc)"},
                 f.keep("sign.name"));
}

}  // namespace motcua::gallery
