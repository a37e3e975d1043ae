// Questionnaires of which some items are there and some are not.
#pragma once

#include <string>
#include <vector>

#include "ecpr/study/study.hpp"
#include "header.hpp"
#include "wave_spelling.hpp"

namespace ecpr::survey {

/// A questionnaire that is not complete, and what it lacks.
struct IncompleteItems {
  /// What one wave lacks.
  struct Lack {
    std::size_t file = 0;  ///< place among the headers
    std::string sentence;  ///< "2 of the 3 items of ucla3 are there, but not 'ucla3_2'; did you mean 'ulca3_2'?"
  };

  std::string instrument;  ///< id
  std::vector<Lack> lacks;
  std::vector<std::size_t> columns;  ///< of the items that are there in the first wave: places in its header
};

/// Where the waves are looked for.
struct WaveFiles {
  const std::vector<Header>* headers;      ///< of pre and post, or of one file
  bool long_file = false;                  ///< one file whose waves stand in a column
  const WaveSpelling* spelling = nullptr;  ///< of a wide file, where it is known
};

/// Built-in instruments of which more than half of the items, and 2 of them, stand in both waves under a usual name,
/// but not all in both; the one with most items first. `wanted` is the id of the only one to look for; empty: all.
std::vector<IncompleteItems> incomplete_items(const study::Input& input, const WaveFiles& files,
                                              const std::string& wanted = "");

}  // namespace ecpr::survey
