// Numbers as people and survey platforms type them, and back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ecpr {

/// The number that the whole of `field` spells: sign, digits, point, exponent, blanks around it.
///
/// `decimal` is '.' or ','. Empty for anything else: "3 - often", "4/5", "0x10", "1_000", "inf", "nan", "",
/// and for numbers beyond the range of double. Independent of the locale.
std::optional<double> parse_number(std::string_view field, char decimal = '.');

/// The decimals to which the number in `field` was rounded when it was typed; 0: it is exact.
///
/// Numbers of 9 or more significant digits, 4 or more of them decimals, are taken as rounded (2.66666666666667: 14
/// decimals, 1.333333333e-3: 12), all others as exact, such as 10000000.2: measured so, and no result of a division.
/// Leading zeros are no significant digits, zeros at the end are.
/// Requires: parse_number reads the field, with '.' or ',' as its decimal mark.
int rounded_decimals(std::string_view field);

/// The shortest decimal text that reads back as exactly `value` (which is finite); "0" for a negative zero.
std::string shortest(double value);

/// `count` with a comma every three digits from 10,000 up: "9999", "10,000".
std::string with_thousands(std::size_t count);

}  // namespace ecpr
