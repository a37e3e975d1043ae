// The columns of every outcome in both waves, whichever shape the files have.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ecpr/study/study.hpp"
#include "header.hpp"
#include "incomplete_items.hpp"

namespace ecpr::survey {

/// An outcome, completed, and the places of its columns in the header of each wave's file, in item order.
struct OutcomeColumns {
  study::Outcome outcome;
  std::vector<std::size_t> pre, post;
};

/// What was found, and which instruments were left out because items of theirs are missing.
struct FoundOutcomes {
  std::vector<OutcomeColumns> outcomes;
  std::vector<IncompleteItems> incomplete;
};

/// Finds the columns of the study's outcomes, or recognizes instruments where the study names none.
/// `notes` takes what was guessed. Throws InputError and UsageError.
FoundOutcomes find_outcome_columns(const study::Study& study, const std::vector<Header>& headers, bool long_file,
                                   std::vector<std::string>& notes);

/// The name of an item's column, the first being 0: "ucla3_1" for "ucla3_{item}".
std::string item_column(const std::string& pattern, std::size_t item);

/// The names that an outcome asks for, before a wave is spelt into them; empty: the usual names of its instrument.
std::vector<std::string> wanted_names(const study::Outcome& outcome, const study::Columns& columns);

/// Whether the study's outcomes stand in `header` under names without a wave, as in a long file.
bool has_plain_columns(const study::Study& study, const Header& header);

}  // namespace ecpr::survey
