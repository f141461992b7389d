// The proofs that other implementations share, read in place when they are beside the project.

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "shared/codec/base64.h"
#include "shared/codec/json.h"
#include "shared/record/verify.h"

using namespace motcua;
using codec::Json;
namespace fs = std::filesystem;

namespace {

/// ../shared/vectors/merkle/<kind> beside the project; tests start in its root or a build folder.
fs::path folder(const char* kind) {
  for (const fs::path& root : {fs::current_path(), fs::current_path() / "../.."}) {
    const fs::path found = root / "../shared/vectors/merkle" / kind;
    if (fs::is_directory(found)) return found;
  }
  return {};
}

std::vector<fs::path> vectors(const char* kind) {
  std::vector<fs::path> paths;
  const fs::path where = folder(kind);
  if (where.empty()) SKIP("the outside vectors of merkle are not beside the project");
  for (const auto& entry : fs::recursive_directory_iterator(where)) {
    if (entry.path().extension() == ".json") paths.push_back(entry.path());
  }
  return paths;
}

Json read(const fs::path& path) {
  std::ifstream in(path);
  const std::string text((std::istreambuf_iterator<char>(in)), {});
  return Json::parse(text, nullptr, false);
}

Result<record::Hash> hash(const Json& json) {
  auto bytes = codec::base64_decode(json.get<std::string>());
  if (!bytes) return bytes.error();
  return record::hash_from(*bytes);
}

Result<std::vector<record::Hash>> proof_of(const Json& vector) {
  std::vector<record::Hash> proof;
  if (vector["proof"].is_null()) return proof;
  for (const Json& item : vector["proof"]) {
    auto each = hash(item);
    if (!each) return each.error();
    proof.push_back(*each);
  }
  return proof;
}

bool consistent(const Json& vector) {
  auto old_root = hash(vector["root1"]);
  auto root = hash(vector["root2"]);
  auto proof = proof_of(vector);
  return old_root && root && proof &&
         record::verify_consistency(vector["size1"].get<std::uint64_t>(),
                                    vector["size2"].get<std::uint64_t>(), *old_root, *root, *proof)
             .ok();
}

bool included(const Json& vector) {
  auto leaf = hash(vector["leafHash"]);
  auto root = hash(vector["root"]);
  auto proof = proof_of(vector);
  return leaf && root && proof &&
         record::verify_inclusion(vector["leafIdx"].get<std::uint64_t>(),
                                  vector["treeSize"].get<std::uint64_t>(), *leaf, *proof, *root)
             .ok();
}

/// We refuse hashes that are not 32 bytes; two vectors have such and say nothing about it.
bool odd_hashes(const Json& vector) {
  for (const char* name : {"root1", "root2", "root", "leafHash"}) {
    if (vector.contains(name) && !hash(vector[name])) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("shared consistency vectors", "[record][vectors]") {
  std::size_t seen = 0;
  for (const fs::path& path : vectors("consistency")) {
    const Json vector = read(path);
    INFO(path.string());
    REQUIRE(vector.is_object());
    const bool wanted = !vector["wantErr"].get<bool>() && !odd_hashes(vector);
    CHECK(consistent(vector) == wanted);
    ++seen;
  }
  CHECK(seen == 55);
}

TEST_CASE("shared inclusion vectors", "[record][vectors]") {
  std::size_t seen = 0;
  for (const fs::path& path : vectors("inclusion")) {
    const Json vector = read(path);
    INFO(path.string());
    REQUIRE(vector.is_object());
    const bool wanted = !vector["wantErr"].get<bool>() && !odd_hashes(vector);
    CHECK(included(vector) == wanted);
    ++seen;
  }
  CHECK(seen == 50);
}
