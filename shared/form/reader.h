#pragma once
// Reading one JSON object of a schema or of the catalogue, member by member. The first thing that
// is wrong is kept, with its place ("steps[0].groups[1].legend"); after it every read gives a
// default.

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/form/condition.h"
#include "shared/form/schema.h"
#include "shared/result.h"
#include "shared/text/local_text.h"

namespace motcua::form {

enum class Presence { needed, optional };

class Reader {
 public:
  /// `error` is shared by all readers of one document.
  Reader(const nlohmann::json& data, std::string place, std::optional<Error>& error);

  /// A member, or nullptr; marks it as known.
  const nlohmann::json* member(std::string_view key);

  std::string text(std::string_view key, Presence presence = Presence::needed);
  /// {"vi": …, "en": …}; "en" may be missing.
  LocalText words(std::string_view key, Presence presence = Presence::needed);
  std::int64_t integer(std::string_view key, std::int64_t otherwise, std::int64_t least,
                       std::int64_t most);
  bool flag(std::string_view key, bool otherwise = false);
  Condition condition(std::string_view key, bool otherwise);
  Source source(std::string_view key, Presence presence = Presence::optional);
  std::vector<std::string> texts(std::string_view key, std::size_t most);

  /// One reader for each member of an array of objects; too_large past `most`.
  std::vector<Reader> objects(std::string_view key, std::size_t most,
                              Presence presence = Presence::needed);

  void fail(std::string_view key, std::string_view what, Code code = Code::invalid);
  bool failed() const { return error_->has_value(); }
  const std::string& place() const { return place_; }

  /// Refuses members that nobody asked for.
  void done();

 private:
  const nlohmann::json* data_;  // nullptr when it is not an object
  std::string place_;
  std::optional<Error>* error_;
  std::set<std::string, std::less<>> known_;
};

/// A lower-case id of letters, digits and "-", parts joined by "."; at most 64 bytes.
bool is_id(std::string_view text);

}  // namespace motcua::form
