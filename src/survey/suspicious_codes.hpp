// Numbers such as -99 and 999, which questionnaires use for "no answer".
#pragma once

#include <string_view>

#include "layout.hpp"
#include "settle.hpp"

namespace ecpr::survey {

/// Whether `number` is one that many use for "no answer": 77, 99, 998, -9, -88, -999 and the like.
bool is_usual_code(double number);

/// The same for the number that `text` spells.
bool is_usual_code(std::string_view text);

/// Reports such numbers in ready scores without a range, where they stand apart from all other values of the outcome:
/// a quarter of the others' spread away from them, or negative where no other is. They count as scores nevertheless.
void find_suspicious_codes(const Rows& rows, Survey& survey);

}  // namespace ecpr::survey
