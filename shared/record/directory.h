#pragma once
// The key directory: which unit reads and signs with which key, signed by two of three root keys
// (docs/formats/directory.md).

#include <string>
#include <vector>

#include "shared/codec/json.h"
#include "shared/record/unit_keys.h"
#include "shared/record/witness.h"

namespace motcua::record {

struct DirectoryUnit {
  std::string code;
  std::string read;  // recipient, post-quantum
  UnitKey key;       // named like the code, with those it had before
};

struct Directory {
  std::int64_t version = 0;
  std::int64_t issued = 0;   // seconds since 1970
  std::int64_t expires = 0;  // at most 7 days after
  bool demo = false;
  sign::NoteVerifier log;   // named like the log's origin
  WitnessPolicy witnesses;  // threshold 0: the log has none
  std::vector<DirectoryUnit> units;
  codec::Json json;  // the whole object, with what this version does not know
};

struct DirectoryTrust {
  std::vector<sign::NoteVerifier> roots;  // three different keys; two must have signed
  std::int64_t now = 0;
  std::int64_t last_version = 0;  // the highest one seen on this device
  int grace_days = 0;             // 0..30: how long an expired one still serves (offline kiosk)
};

/// Code::signature (fewer than two roots), Code::expired, Code::refused (older version than seen,
/// issued in the future, lives longer than 7 days), Code::invalid.
Result<Directory> verify_directory(std::string_view note, const DirectoryTrust& trust);

}  // namespace motcua::record
