#include "wasm/gallery/names.h"

#include "shared/text/search.h"

namespace motcua::gallery {

namespace {

constexpr const char* kFirst[] = {
    "Mây",   "Suối",  "Đồi",  "Sông",  "Núi",   "Rừng", "Đèo",   "Hồ",    "Gió",  "Nắng",
    "Sương", "Trăng", "Lúa",  "Sen",   "Mai",   "Trúc", "Thông", "Quế",   "Chè",  "Cọ",
    "Đước",  "Tràm",  "Cát",  "Đá",    "Biển",  "Đảo",  "Bến",   "Cầu",   "Đình", "Chợ",
    "Làng",  "Phố",   "Gạo",  "Ngọc",  "Bạc",   "Vàng", "Lam",   "Hồng",  "Tím",  "Sao",
    "Bình",  "An",    "Hòa",  "Thuận", "Phước", "Lộc",  "Thọ",   "Khang", "Minh", "Quang",
    "Tân",   "Phú",   "Vĩnh", "Xuân",  "Hạ",    "Thu",  "Đông",  "Nam",   "Bắc",  "Tây"};
constexpr const char* kSecond[] = {
    "Trắng", "Xanh",  "Hoa",  "Thông Dài", "Nguyên", "Lành", "Vắng", "Trong", "Mát",  "Ấm",
    "Sớm",   "Chiều", "Thắm", "Biếc",      "Ngân",   "Đẹp",  "Rộng", "Sâu",   "Cao",  "Thấp",
    "Mới",   "Cũ",    "Hiền", "Vui",       "Bền",    "Sáng", "Lặng", "Vọng",  "Ngàn", "Trưa",
    "Quê",   "Mẹ",    "Tiên", "Rồng",      "Phượng", "Hạc",  "Nhạn", "Én",    "Cò",   "Vạc",
    "Sếu",   "Nai",   "Voi",  "Trâu",      "Ngựa",   "Tôm",  "Cá",   "Ốc",    "Sò",   "Trai",
    "Muối",  "Mía",   "Ngô",  "Khoai",     "Vừng",   "Lạc"};
constexpr const char* kKinds[] = {"Xã", "Phường", "Đặc khu"};

std::vector<std::string> make_names() {
  std::vector<std::string> names;
  names.reserve(place_count);
  std::size_t n = 0;
  for (const char* first : kFirst) {
    for (const char* second : kSecond) {
      if (names.size() == place_count) return names;
      const char* kind = kKinds[n % 31 == 30 ? 2 : n % 3 == 2 ? 1 : 0];
      names.push_back(std::string(kind) + " " + first + " " + second);
      ++n;
    }
  }
  return names;
}

}  // namespace

const std::vector<std::string>& place_names() {
  static const std::vector<std::string> names = make_names();
  return names;
}

std::vector<std::size_t> matching_places(std::string_view typed) {
  const std::vector<std::string>& names = place_names();
  const text::SearchKey query = text::search_key(typed);
  if (query.words.empty()) {
    std::vector<std::size_t> all(names.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    return all;
  }
  static const std::vector<text::SearchKey> keys = [&] {
    std::vector<text::SearchKey> made;
    for (const std::string& name : names) made.push_back(text::search_key(name));
    return made;
  }();
  std::vector<int> scores(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) scores[i] = text::match(query, keys[i]);
  return text::ranked(scores, names.size());
}

}  // namespace motcua::gallery
