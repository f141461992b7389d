#pragma once
// The words of sheets in one language: the part "sheet" of assets/slips/<lang>.json, texts with
// places such as {name}.

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "shared/codec/json.h"
#include "shared/result.h"

namespace motcua::slip {

class Words {
 public:
  using Places = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  /// `json` is the whole file. Code::invalid when it has no part "sheet", or one that is not texts
  /// in at most two levels.
  static Result<Words> read(const codec::Json& json);

  /// A word that is not there shows its key. What is put into places is not searched for places.
  std::string operator()(std::string_view key, Places places = {}) const;

 private:
  std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace motcua::slip
