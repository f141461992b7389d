#pragma once
// Where a person is. Paths never hold personal data: <draft> is the local id of a draft on this
// device, <number> the submission's number.

#include <cstdint>
#include <string>
#include <string_view>

namespace motcua::app {

enum class Page {
  home,       // /
  procedure,  // /thu-tuc/<code>
  step,       // /nop/<draft>/<step>
  papers,     // /nop/<draft>/giay-to
  review,     // /nop/<draft>/kiem-tra
  sheet,      // /nop/<draft>/phieu-kiem-tra: what is wrong, to print
  seal,       // /nop/<draft>/niem-phong
  dossiers,   // /ho-so
  follow,     // /ho-so/<number>
  receipt,    // /ho-so/<number>/bien-nhan
  keys,       // /ho-so/<number>/chia-khoa
  feedback,   // /ho-so/<number>/gop-y: complaints, suggestions, wishes to withdraw, votes
  slip,       // /ho-so/<number>/phieu/<sequence>: a slip that came with an event
  verify,     // /kiem-tra-giay: whether the code on a receipt is genuine
  move,       // /chuyen-may: the records of this device to another one
  fetch,      // /nhan: records from another device, a sheet or a file to this one
  not_found,
};

struct Route {
  Page page = Page::home;
  std::string code;      // procedure
  std::string draft;     // step, papers, review, sheet, seal
  std::string step;      // step
  std::string number;    // follow, receipt, keys, feedback, slip
  std::string sequence;  // slip: of its event
};

inline bool operator==(const Route& a, const Route& b) {
  return a.page == b.page && a.code == b.code && a.draft == b.draft && a.step == b.step &&
         a.number == b.number && a.sequence == b.sequence;
}

/// Anything unknown, and any part that is not short plain text, is Page::not_found.
Route parse_route(std::string_view path);
std::string path_of(const Route& route);

std::string procedure_path(std::string_view code);
std::string step_path(std::string_view draft, std::string_view step);
std::string papers_path(std::string_view draft);
std::string review_path(std::string_view draft);
std::string sheet_path(std::string_view draft);
std::string seal_path(std::string_view draft);
std::string follow_path(std::string_view number);
std::string receipt_path(std::string_view number);
std::string keys_path(std::string_view number);
std::string feedback_path(std::string_view number);
std::string slip_path(std::string_view number, std::int64_t sequence);
inline constexpr std::string_view home_path = "/";
inline constexpr std::string_view dossiers_path = "/ho-so";
inline constexpr std::string_view move_path = "/chuyen-may";
inline constexpr std::string_view fetch_path = "/nhan";
inline constexpr std::string_view verify_path = "/kiem-tra-giay";

}  // namespace motcua::app
