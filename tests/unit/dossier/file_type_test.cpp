#include <catch2/catch_test_macros.hpp>

#include "shared/dossier/file_type.h"
#include "shared/dossier/limits.h"

using namespace motcua;
using namespace std::string_view_literals;

namespace {

constexpr auto pdf = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"sv;
constexpr auto png = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"sv;
constexpr auto jpeg = "\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0"sv;
constexpr auto zip = "PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\0\0"sv;

Result<dossier::FileType> sniff(std::string_view prefix, std::string_view name,
                                std::uint64_t size = 1000) {
  return dossier::sniff(bytes_of(prefix), name, size);
}

}  // namespace

TEST_CASE("PDF, JPEG and PNG are told by their content", "[dossier]") {
  CHECK(sniff(pdf, "giấy chứng sinh.pdf")->type == "application/pdf");
  CHECK(sniff(pdf, "SCAN.PDF")->ext == "pdf");
  CHECK(sniff(png, "ảnh.png")->type == "image/png");
  CHECK(sniff(jpeg, "IMG_0001.JPG")->ext == "jpg");
  CHECK(sniff(jpeg, "a.b.jpeg")->type == "image/jpeg");
  CHECK(sniff(jpeg, "no extension")->ext == "jpg");
  CHECK(sniff(pdf, "tờ khai số 1. bản chính")->ext == "pdf");
  CHECK(sniff(pdf, "")->ext == "pdf");
}

TEST_CASE("empty files are refused", "[dossier]") {
  CHECK(sniff("", "a.pdf", 0).error().code == Code::invalid);
  CHECK(sniff(pdf, "a.pdf", 0).error().code == Code::invalid);
  CHECK(sniff("", "a.pdf", 10).error().code == Code::invalid);
  CHECK_FALSE(sniff("", "a.pdf", 0).error().hint.empty());
}

TEST_CASE("a name that says another type is refused", "[dossier]") {
  CHECK(sniff(png, "a.pdf").error().code == Code::mismatch);
  CHECK(sniff(pdf, "a.jpg").error().code == Code::mismatch);
  CHECK(sniff(pdf, "a.exe").error().code == Code::mismatch);
  CHECK(sniff(zip, "a.pdf").error().code == Code::mismatch);
  CHECK(sniff("%PDF", "a.pdf").error().code == Code::mismatch);
  CHECK(sniff("<html>%PDF-", "a.pdf").error().code == Code::mismatch);
}

TEST_CASE("other types are refused", "[dossier]") {
  CHECK(sniff(zip, "a.docx").error().code == Code::refused);
  CHECK(sniff("MZ\x90\0"sv, "a.exe").error().code == Code::refused);
  CHECK(sniff("hello", "a.txt").error().code == Code::refused);
  CHECK(sniff("hello", "a").error().code == Code::refused);
  CHECK(sniff("<svg", "a.svg").error().code == Code::refused);
}

TEST_CASE("size has a bound", "[dossier]") {
  CHECK(sniff(pdf, "a.pdf", dossier::max_attachment_size));
  CHECK(sniff(pdf, "a.pdf", dossier::max_attachment_size + 1).error().code == Code::too_large);
}

TEST_CASE("media type and extension belong together", "[dossier]") {
  CHECK(dossier::file_type("image/png", "png"));
  CHECK_FALSE(dossier::file_type("image/png", "pdf"));
  CHECK_FALSE(dossier::file_type("image/jpeg", "jpeg"));
  CHECK_FALSE(dossier::file_type("text/html", "html"));
}
