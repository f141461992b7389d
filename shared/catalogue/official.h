#pragma once
// The public record of a procedure as it stands in the state's list, beside what we say of it
// (docs/formats/official.md). An operator imports it; the project holds none.

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "shared/catalogue/reach.h"
#include "shared/result.h"

namespace motcua::catalogue {

struct OfficialRecord {
  /// As the record counts time; `other` is one it does not explain.
  enum class Unit : std::uint8_t { hours, days, working_days, other };
  struct Fee {
    std::int64_t value = 0;  // as it stands: đồng, unless the note says otherwise
    std::string note;
  };
  struct Method {
    Channel channel = Channel::online;
    std::int64_t time = 0;
    Unit unit = Unit::other;
    std::string note;
    std::vector<Fee> fees;
  };
  struct Case {
    std::string code, name;
    std::int64_t time = 0;
    Unit unit = Unit::other;
  };
  struct Document {
    std::string group;  // the heading it stands under; may be empty
    std::string name;
    std::int64_t originals = 0, copies = 0;
    bool required = false;
  };
  std::string code, name;
  std::string source, date;  // where it was taken from, and when
  std::vector<std::string> agencies, results, legal;
  std::vector<Method> methods;
  std::vector<Case> cases;
  std::vector<Document> documents;
  std::int64_t notes = 0;  // rows of its list of documents that are none, and are left out here
};

/// Errors: invalid (with the place), too_large.
Result<OfficialRecord> read_official(const nlohmann::json& data);
Result<OfficialRecord> parse_official(std::string_view json_text);

/// Where a record lies under assets/: "official/1.001193.json".
std::string official_path(std::string_view code);

/// How many of its documents name something to hand in or to show.
std::size_t real_documents(const OfficialRecord& record);

}  // namespace motcua::catalogue
