// Parts of the sentences about problems that several sources share.
#pragma once

#include <string>
#include <string_view>

#include "ecpr/survey/survey.hpp"

namespace ecpr::survey {

/// The answers that `outcome` allows, in words: "1 to 3".
std::string range_of(const study::Outcome& outcome);

/// The coding of the outcome's instrument that allows `value`, which its own does not; null: there is none.
const instruments::OtherCoding* coding_allowing(const study::Outcome& outcome, std::string_view value);

/// The option that names `value` as no answer.
std::string missing_option(std::string_view value);

/// What is wrong with a problem's cell, row or person, without its place. `base_names` leaves folders out.
std::string what_is_wrong(const Survey& survey, const Problem& problem, bool base_names);

}  // namespace ecpr::survey
