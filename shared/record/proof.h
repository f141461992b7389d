#pragma once
// Making inclusion and consistency proofs (RFC 6962 sections 2.1.1 and 2.1.2) from stored nodes:
// first ask which nodes a proof needs, fetch them, then put them together.

#include <functional>
#include <optional>
#include <vector>

#include "shared/record/merkle.h"

namespace motcua::record {

/// The stored nodes an inclusion proof is made of, in the order they are used, each once.
/// Code::refused unless index < size <= max_tree_size.
Result<std::vector<NodeId>> inclusion_nodes(std::uint64_t index, std::uint64_t size);
/// The same for a consistency proof; Code::refused unless 0 < old_size <= size <= max_tree_size.
Result<std::vector<NodeId>> consistency_nodes(std::uint64_t old_size, std::uint64_t size);

/// Gives a stored node, or nothing when it is not there.
using FindNode = std::function<std::optional<Hash>(NodeId)>;

/// The proof, the leaf's sibling first. Code::refused as above, Code::not_found when a node is
/// missing.
Result<std::vector<Hash>> inclusion_proof(std::uint64_t index, std::uint64_t size,
                                          const FindNode& find);
Result<std::vector<Hash>> consistency_proof(std::uint64_t old_size, std::uint64_t size,
                                            const FindNode& find);

}  // namespace motcua::record
