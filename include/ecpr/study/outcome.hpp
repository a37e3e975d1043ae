// Outcomes made from instruments, from scales of one's own, and from the command line.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ecpr/base/interval.hpp"
#include "ecpr/study/study.hpp"

namespace ecpr::study {

/// A scale of one's own: one score from some items.
struct OwnScale {
  std::string name, label;
  std::vector<std::string> items;  ///< column names, which also serve as cue words
  Interval range{0, 0};
  std::vector<std::size_t> reversed;            ///< item numbers from 0
  bool mean = true;                             ///< false: the sum
  std::optional<std::size_t> minimum_answered;  ///< empty: 80% of the items, rounded up
  bool whole = true;
  instruments::Direction direction = instruments::Direction::neutral;
};

/// The questionnaire of a scale of one's own; incomplete answers are prorated by the person's mean.
instruments::Questionnaire own_scale(const OwnScale& scale);

/// The scale of a measure, to be scored like an outcome.
Outcome scale_of(const Measure& measure);

/// The built-in instrument `reference`, or the one in the file `path` when `reference` ends with ".toml".
/// Throws UsageError for an unknown id, InputError and DefinitionError for the file.
std::shared_ptr<const instruments::Instrument> instrument_named(const std::string& reference, const std::string& path);

/// The id of an instrument.
const std::string& instrument_id(const instruments::Instrument& instrument);

/// The outcome of a flag `--instrument ID[=PATTERN]` or `FILE.toml[=PATTERN]`.
Outcome instrument_outcome(std::string_view flag);

/// The outcome of a flag `--outcome NAME=COLUMN` or `NAME=PRE:POST`. Throws UsageError.
Outcome score_outcome(std::string_view flag);

/// Throws ChoicesMissing, a UsageError, that names every coding and order which must be stated for `outcomes` and is
/// not.
void require_choices(std::span<const Outcome> outcomes, const Study& study);

}  // namespace ecpr::study
