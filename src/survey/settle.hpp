// Who is who: one row per person and wave, one group per person, before any number is computed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ecpr/study/study.hpp"
#include "ecpr/survey/survey.hpp"
#include "id_lists.hpp"
#include "layout.hpp"
#include "row_store.hpp"

namespace ecpr::survey {

/// Why the numbers of a ready score cannot be told ("'6,900' may be 6900 or 6.9"), and what says it; empty: they can.
struct UnclearScore {
  std::string question, remedy;
};

/// Everything that was read, before people are settled.
struct Rows {
  const study::Study* study;
  const Layout* layout;
  std::vector<RowStore> stores;  ///< per file
  People people;
  std::vector<std::string> file_names;
  std::vector<bool> sparse;                 ///< per file: rows without any answer are usual
  std::vector<std::uint32_t> header_lines;  ///< per file
  std::vector<Repair> repairs = {}, two_people = {};
  std::vector<ExcludedId> exclusions = {};
  bool audit = false;  ///< duplicates that nobody has decided on become problems and an obstacle
  std::vector<UnclearScore> unclear_scores = {};  ///< per outcome
};

/// Somebody who answered and is left out.
struct ExcludedPerson {
  std::uint32_t person = 0;  ///< number in Rows::people
  std::uint32_t reason = 0;  ///< place in Rows::exclusions
};

/// The rows that count, per person in byte order of the keys; no_place: none.
struct Settled {
  std::vector<std::uint32_t> person;  ///< number in Rows::people
  std::vector<std::uint32_t> pre, post;
  std::vector<ExcludedPerson> excluded;
  std::vector<std::uint8_t> label_waves;  ///< per label of a long file's waves: 1 pre, 2 post, 0 neither
  std::vector<bool> wave_counts;          ///< per label of a long file's waves: whether it is pre or post
};

/// Joins repaired ids, leaves excluded ones out, chooses the rows of every other person who answered, and fills the
/// survey's people and groups. Throws InputError for duplicates that nobody has decided on, and for waves that cannot
/// be told.
Settled settle(Rows& rows, Survey& survey);

}  // namespace ecpr::survey
