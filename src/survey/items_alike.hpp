// Single items that stand side by side under numbered names: their forms are judged together, as one item alone has too
// few answers.
#pragma once

#include <optional>
#include <vector>

#include "answers_seen.hpp"
#include "form_evidence.hpp"

namespace ecpr::survey {

/// Evidence about one item from all that are named alike.
struct SharedEvidence {
  FormEvidence evidence;
  std::size_t items = 0;  ///< how many they are
};

/// Per outcome what the items named alike ("w1", "w2", "w3" ...; 3 or more) show together; empty for whatever is no
/// single item, for items that use less than half of the range of the others, and where there is no evidence.
/// `seen`: one per outcome of `survey.sources`.
std::vector<std::optional<SharedEvidence>> evidence_of_items_alike(const std::vector<OutcomeSeen>& seen,
                                                                   const Survey& survey);

}  // namespace ecpr::survey
