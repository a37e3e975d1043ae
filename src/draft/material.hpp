// What a study is drafted from, and the parts of the draft.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ecpr/base/interval.hpp"
#include "ecpr/survey/impression.hpp"
#include "ecpr/survey/shape.hpp"

namespace ecpr::draft {

/// What was seen of a variable in both waves, without what means "no answer".
struct Look {
  std::size_t pre = 0, post = 0;         ///< filled cells
  bool numeric = false;                  ///< nearly all of them are numbers
  bool whole = false;                    ///< and all of these are whole
  std::optional<Interval> range;         ///< of the numbers; empty when some are unclear
  std::string unclear;                   ///< the first number that may have a comma between thousands
  std::vector<survey::SeenValue> texts;  ///< cells that are no numbers
  bool many_texts = false;               ///< too many different ones to list
};

/// Texts and codes that are taken for "no answer".
struct MissingAnswers {
  std::vector<std::string> texts;
  std::vector<double> codes;
  std::vector<double> doubtful;  ///< codes that may as well be answers
};

/// The files, how they hang together, and what is missing in them.
struct Material {
  std::vector<survey::FileImpression> files;
  survey::Shape shape;
  MissingAnswers missing;

  const survey::ColumnImpression& pre(const survey::Variable& variable) const {
    return files.front().columns[variable.pre];
  }
  const survey::ColumnImpression& post(const survey::Variable& variable) const {
    return files.back().columns[variable.post];
  }
  Look look_of(const survey::Variable& variable) const;
};

/// A line of the study file and the comment behind it.
struct Line {
  std::string text, comment;
};

/// A table of the study file. Held back, it is written as a comment.
struct Block {
  std::string name;                  ///< of an outcome
  std::vector<std::size_t> columns;  ///< places of its variables in the shape
  std::vector<std::string> remarks;  ///< comments above it, a line each
  std::vector<Line> lines;
  bool held = false;
  std::string waits_for{};  ///< what is left to decide before a held outcome counts, or why it does not: "its coding"
  bool scale = false;       ///< of one's own
};

}  // namespace ecpr::draft
