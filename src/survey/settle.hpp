// Who is who: one row per person and wave, one group per person, before any number is computed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ecpr/study/study.hpp"
#include "ecpr/survey/survey.hpp"
#include "layout.hpp"
#include "row_store.hpp"

namespace ecpr::survey {

/// Everything that was read, before people are settled.
struct Rows {
  const study::Study* study;
  const Layout* layout;
  std::vector<RowStore> stores;  ///< per file
  People people;
  std::vector<std::string> file_names;
  std::vector<bool> sparse;  ///< per file: rows without any answer are usual
};

/// The rows that count, per person in byte order of the keys; no_place: none.
struct Settled {
  std::vector<std::uint32_t> person;  ///< number in Rows::people
  std::vector<std::uint32_t> pre, post;
  std::vector<bool> wave_counts;  ///< per label of a long file's waves: whether it is pre or post
};

/// Chooses the rows of every person who answered in a wave, and fills the survey's people and groups.
/// Throws InputError for duplicates that nobody has decided on, and for waves that cannot be told.
Settled settle(const Rows& rows, Survey& survey);

}  // namespace ecpr::survey
