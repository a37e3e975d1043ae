// The columns of every outcome in both waves, whichever shape the files have.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ecpr/study/study.hpp"
#include "header.hpp"

namespace ecpr::survey {

/// An outcome, completed, and the places of its columns in the header of each wave's file, in item order.
struct OutcomeColumns {
  study::Outcome outcome;
  std::vector<std::size_t> pre, post;
};

/// Finds the columns of the study's outcomes, or recognizes instruments where the study names none.
/// `notes` takes what was guessed. Throws InputError and UsageError.
std::vector<OutcomeColumns> find_outcome_columns(const study::Study& study, const std::vector<Header>& headers,
                                                 bool long_file, std::vector<std::string>& notes);

/// Whether the study's outcomes stand in `header` under names without a wave, as in a long file.
bool has_plain_columns(const study::Study& study, const Header& header);

}  // namespace ecpr::survey
