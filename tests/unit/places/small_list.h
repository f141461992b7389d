#pragma once
// A small country that does not exist, with the traps of the real one: a code that means another
// place today (90004), one ward divided in three, the same names in one district and in two
// provinces that became one, tones written on either letter, a district without wards.

#include <string>

#include "shared/places/gazetteer.h"
#include "shared/places/import.h"

namespace motcua::test {

inline const std::string small_provinces =
    "code,full_name_vi,name_en\n"
    "97,Tỉnh Sông Xanh,Song Xanh\n"
    "98,Thành phố Hoa Cúc Mai,Hoacucmai\n";

inline const std::string small_communes =
    "code,province_code,full_name_vi,full_name_en\r\n"
    "90004,97,Phường Đình Ba,Dinh Ba Ward\r\n"
    "90008,97,Xã Hoà Bình,Hoa Binh Commune\r\n"
    "90010,97,Xã Văn Lang,Van Lang Commune\r\n"
    "90011,97,Xã Vân Lăng,Van Lang Commune\r\n"
    "90020,98,Phường 1 Bạch Mai,Ward 1 Bach Mai\r\n"
    "90021,98,Phường Trúc Vàng,Truc Vang Ward\r\n"
    "90022,98,Đặc khu Đảo Cát,Sand Special administrative region\r\n"
    "90023,98,xã Ea H'Leo,Ea H'Leo Commune\r\n";

inline const std::string small_old =
    "old_province_code,old_province,old_district_code,old_district,old_ward_code,old_ward,"
    "new_province_code,new_ward_code\n"
    "97,Tỉnh Sông Xanh,901,Thành phố Sông Xanh,90001,Phường 1,97,90004\n"
    "97,Tỉnh Sông Xanh,901,Thành phố Sông Xanh,90004,Phường Trúc Vàng,97,90008\n"
    "97,Tỉnh Sông Xanh,901,Thành phố Sông Xanh,90005,Phường 10,97,90004\n"
    "97,Tỉnh Sông Xanh,902,Huyện Hòa Bình,90010,Xã Hòa Bình,97,90008\n"
    "97,Tỉnh Sông Xanh,902,Huyện Hòa Bình,90012,Xã Hải Lạng,97,90011\n"
    "97,Tỉnh Sông Xanh,902,Huyện Hòa Bình,90012,Xã Hải Lạng,97,90008\n"
    "97,Tỉnh Sông Xanh,902,Huyện Hòa Bình,90012,Xã Hải Lạng,97,90010\n"
    "97,Tỉnh Sông Xanh,902,Huyện Hòa Bình,90013,Thị trấn Hải Lạng,97,90010\n"
    "97,Tỉnh Sông Xanh,904,Huyện Châu Thành,90041,Xã Mỹ Lý,97,90008\n"
    "95,Tỉnh Núi Cũ,903,Huyện Châu Thành,90031,Xã Văn Lang,97,90010\n"
    "95,Tỉnh Núi Cũ,903,Huyện Châu Thành,90032,Xã Mỹ Lý,97,90011\n"
    "98,Thành phố Hoa Cúc Mai,905,Quận 3,90051,Phường 1,98,90020\n"
    "98,Thành phố Hoa Cúc Mai,905,Quận 3,90052,Phường 12,98,90021\n"
    "98,Thành phố Hoa Cúc Mai,906,Huyện Đảo Cát,,,98,90022\n"
    "98,Thành phố Hoa Cúc Mai,907,Huyện Ea H'leo,90061,Xã Ea H'leo,98,90023\n"
    "98,Thành phố Hoa Cúc Mai,907,Huyện Ea H'leo,90062,\"Xã Ea - H'Mar\",98,90023\n";

inline const std::string small_version = "2025-07-01/2026-04-30";

inline places::ImportTables small_tables() {
  return {small_provinces, small_communes, small_old, small_version, {{"90970", "90021"}}};
}

inline places::NationalList small_list() { return places::import_list(small_tables()).value(); }

inline places::Gazetteer small_country() { return places::Gazetteer(small_list()); }

/// "90008 90010".
inline std::string codes(const std::vector<places::Commune>& communes) {
  std::string out;
  for (const places::Commune& each : communes) out += (out.empty() ? "" : " ") + each.code;
  return out;
}

}  // namespace motcua::test
