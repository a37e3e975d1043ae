// Compares what a command wrote with what was expected, and shows the difference to a person.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ecpr::testing {

/// How two texts are compared.
enum class Comparison {
  exact,    ///< byte by byte
  numeric,  ///< numbers that stand alone within 1e-12 of the larger one, all else byte by byte
};

/// True for a text of numbers: `name` ends in .csv or .json.
bool holds_numbers(std::string_view name);

/// What differs, for reading: at most 20 pairs of lines, "-" expected and "+" actual, control characters and blanks at
/// the end of a line made visible, long lines cut to the part that differs. Empty when the texts are equal.
std::optional<std::string> difference(std::string_view expected, std::string_view actual, Comparison comparison);

}  // namespace ecpr::testing
