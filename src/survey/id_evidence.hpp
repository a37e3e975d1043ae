// Which columns may hold people's ids, as far as the values of two waves tell.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "column_values.hpp"

namespace ecpr::survey {

/// A column before and one after (of a long file the same) under which people recur.
struct IdCandidate {
  std::size_t pre = 0, post = 0;     ///< places in the headers
  std::size_t recur = 0, fewer = 0;  ///< people of both waves; of the wave that has fewer
  bool usual = false;                ///< both bear a usual name
};

/// Why a column is no id.
enum class NoId { counts_rows, nobody_recurs };

/// A column that was looked at and is no id: it has a usual name, or its values are all different.
struct RefusedId {
  std::size_t pre = 0, post = 0;
  NoId why = NoId::nobody_recurs;
  bool usual = false;
};

/// The likeliest candidate first, then those that would make other pairs of the same people, or more of them: with one
/// of these the choice is open. `agreeing` are candidates that lead to the same pairs as the first.
struct IdEvidence {
  std::vector<IdCandidate> candidates, agreeing;
  std::vector<RefusedId> refused;

  bool is_open() const { return candidates.size() != 1; }
};

/// What is known before the values are looked at.
struct IdNames {
  std::vector<std::string> pre, post;                          ///< of every column, empty for those that cannot be ids
  std::vector<std::size_t> usual_pre, usual_post;              ///< columns that bear a usual name, the likeliest first
  std::optional<std::size_t> fixed_pre, fixed_post;            ///< columns that the user has named
  std::optional<std::pair<std::size_t, std::size_t>> trusted;  ///< the first candidate, whatever stands in them
  IdRule rule = {};                                            ///< when two ids are one
  bool one_file = false;                                       ///< both waves stand in the same columns of one file
};

/// Judges the columns of both waves by their values.
///
/// Evidence for: people recur, and hardly anybody shares a value within a wave. Evidence against: whole numbers that
/// count up or down with the rows of both files and recur no more than such numbers do by chance; nobody recurs.
IdEvidence judge_ids(const std::vector<ColumnValues>& pre, const std::vector<ColumnValues>& post, const IdNames& names);

}  // namespace ecpr::survey
