// A quantity taken apart into the single numbers that it is made of.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ecpr/document/number_style.hpp"
#include "ecpr/document/quantity.hpp"

namespace ecpr::render {

/// One number, unrounded, and how the number style writes it; a part without value is an em dash, one that was never
/// asked for is empty.
struct NumberPart {
  std::optional<double> value = std::nullopt;
  std::string text = {};
};

/// The parts of the quantity; always as many for one kind (a t has an empty third part, where an F has the second
/// degrees of freedom).
std::vector<NumberPart> number_parts(const document::NumberStyle& style, const document::Quantity& quantity);

/// What the parts are called: "Mean", "SD"; one empty name for a single number.
std::vector<std::string> part_names(const document::Quantity& quantity);

/// The spreadsheet format that shows `part.value` as `part.text`: "0.00", ".000", a literal; of a negative number
/// two sections, so that its minus sign is U+2212, too.
std::string number_format(const NumberPart& part);

}  // namespace ecpr::render
