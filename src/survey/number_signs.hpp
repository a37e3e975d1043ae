// Whether a point or a comma in a number is the sign of a fraction, or stands between thousands.
#pragma once

#include <cstdint>
#include <vector>

#include "settle.hpp"

namespace ecpr::survey {

/// Whose cells they are: `people` is null where nobody has an id.
struct SignedFile {
  const People* people = nullptr;
  std::uint8_t file = 0;
};

/// Takes numbers such as "1.000" for unreadable where `evidence` says that others have a decimal comma, and the other
/// way round. Returns those of which nothing tells what they are; they stay as they were read.
std::vector<UnclearNumber> settle_signs(RowStore& store, const FilePlan& plan, const NumberSigns& evidence,
                                        const SignedFile& whose, ProblemLog& problems);

/// The same for all files of the waves, which are evidence for each other. A ready score with numbers of which nothing
/// tells what they are gets a reason in `rows.unclear_scores`. Notes the signs that were passed over as the user said.
void settle_signs(Rows& rows, Survey& survey);

}  // namespace ecpr::survey
