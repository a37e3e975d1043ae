// Columns of two files that ask the same under other names.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ecpr/survey/impression.hpp"

namespace ecpr::survey {

/// A column of each file, and what both may be called.
struct QuestionPair {
  std::size_t pre = 0, post = 0;
  std::string name;
};

/// Columns that share a question text, or the row label of a grid ("... - I feel tense" and "... [I feel tense]"), with
/// one column of the other file and no other; names count, too, with their wave taken off. In order of the first file.
std::vector<QuestionPair> same_questions(const FileImpression& pre, const FileImpression& post);

}  // namespace ecpr::survey
