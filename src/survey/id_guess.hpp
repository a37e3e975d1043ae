// Which columns hold the participants' ids, before anybody has said it.
#pragma once

#include <vector>

#include "ecpr/survey/impression.hpp"
#include "ecpr/survey/shape.hpp"
#include "header.hpp"

namespace ecpr::survey {

/// Chooses `shape.ids` by the values of both waves, and says in the shape why they are left open where no columns have
/// evidence for them, or two; in a wide file without a usual name takes the first column whose values are all different
/// texts. Reads the files again.
void guess_ids(const std::vector<FileImpression>& files, const std::vector<Header>& headers, Shape& shape);

}  // namespace ecpr::survey
