// The tables of a study file, one function each.
#pragma once

#include <string>

#include "ecpr/definition/definition.hpp"
#include "ecpr/study/study.hpp"

namespace ecpr::study {

/// Where a study file stands: relative paths in it start from there.
struct Place {
  std::string folder;

  /// `path` as it is opened; "-" and absolute paths stay as they are.
  std::string resolve(const std::string& path) const;
};

void read_title(definition::Reader& table, Study& study);
void read_input(definition::Reader& table, Study& study, const Place& place);
void read_grouping(definition::Reader& table, Study& study, const Place& place);
void read_choices(definition::Reader& table, Study& study, const Place& place);
Outcome read_outcome(definition::Reader& table, const Place& place);
Measure read_measure(definition::Reader& table, const Place& place);
Characteristic read_characteristic(definition::Reader& table);

/// A list of texts or numbers, the numbers as the file spells them at their shortest; empty when `key` is absent.
std::vector<std::string> texts_or_numbers(definition::Reader& table, std::string_view key);

/// [lowest, highest]; throws unless lowest < highest.
std::optional<Interval> read_range(definition::Reader& table);

/// "better", "worse" or "neutral" under `higher_is`.
instruments::Direction read_direction(definition::Reader& table);

/// A `minimum_answered` of at most `items`: a count, or "80%". Empty when absent.
std::optional<MinimumAnswered> read_minimum_answered(definition::Reader& table, std::size_t items);

}  // namespace ecpr::study
