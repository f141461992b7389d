#pragma once
// The files that a person has added, each with a small picture where the document has one.

#include <span>
#include <string>
#include <string_view>

#include "wasm/ui/builder.h"

namespace motcua::ui {

struct FileItem {
  std::string key;
  std::string name;
  std::string about;         // "PDF, 1,2 MB, đã kiểm tra"
  std::string picture = {};  // file_picture(), or another that the page's JavaScript holds
  std::string error = {};
  std::string remove = {};       // words of the button; empty: none
  std::string remove_what = {};  // spoken after them: "giay-chung-sinh.pdf"
  Action press = no_action;
};

/// The picture that the document has of an image just chosen in a file field.
std::string file_picture(Id field, std::string_view name);

void file_list(Builder& b, std::string_view key, std::string_view label,
               std::span<const FileItem> files);

}  // namespace motcua::ui
