// What an id may stand for, however it is spelt: texts under which ids of one meaning meet.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ecpr::survey {

/// `id` without zeros in front of its numbers: "P007-01" is "P7-1". A number of zeros alone is "0".
std::string without_leading_zeros(std::string_view id);

/// `id` without blanks and punctuation; between two digits they become one "-", so that "1-12" is not "11-2".
std::string without_punctuation(std::string_view id);

/// `id` in NFKC without unseen characters, in small letters, without punctuation and leading zeros; may be empty.
std::string plainest(std::string_view id);

/// `id` in NFKC and small letters, with o read as 0, i and l as 1: people take these for each other.
std::string by_looks(std::string_view id);

/// The value that all of `id` spells, if no more than 15 digits of it matter: "1.0", "1", "1e0" are one.
std::optional<std::string> number_value(std::string_view id);

/// The days that an id may mean: "3/4/2024" is one of two.
struct Days {
  std::vector<std::string> with_year;     ///< "2024-03-04"
  std::vector<std::string> without_year;  ///< "03-04"
  bool by_name = false;                   ///< the month is a word
};
Days days(std::string_view id);

/// A number in scientific notation as a spreadsheet shows it ("1.23457E+11"): its digits and its power of ten.
std::optional<std::string> scientific(std::string_view id);

/// What a spreadsheet may show of a whole number of 7 digits or more, rounded to 1 to 15 of them.
std::vector<std::string> rounded(std::string_view id);

/// A whole number of more than 15 digits as a spreadsheet keeps it: zeros behind the 15th. Empty for other ids.
std::optional<std::string> cut_to_15_digits(std::string_view id);

}  // namespace ecpr::survey
