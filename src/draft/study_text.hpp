// The draft as a study file.
#pragma once

#include <string>
#include <vector>

#include "material.hpp"

namespace ecpr::draft {

/// All that is written.
struct Draft {
  std::vector<std::string> opening;  ///< the comment at the top, a line each
  Block input, group;
  std::vector<Block> outcomes, characteristics;
  std::vector<std::string> closing;  ///< likewise, at the end
};

/// The study file. Blocks that are held back, and lines that begin with #, are comments.
std::string study_text(const Draft& draft);

}  // namespace ecpr::draft
