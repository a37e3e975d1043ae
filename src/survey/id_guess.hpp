// Which columns hold the participants' ids, where none bears a usual name.
#pragma once

#include <vector>

#include "ecpr/survey/impression.hpp"
#include "ecpr/survey/shape.hpp"

namespace ecpr::survey {

/// Chooses, in `shape.ids`, the columns whose values are (nearly) all different within a wave and recur in the other;
/// in a wide file the first column whose values are all different texts. Leaves alone what was chosen already, and
/// everything when nothing fits. Reads the files again.
void guess_ids(const std::vector<FileImpression>& files, Shape& shape);

}  // namespace ecpr::survey
