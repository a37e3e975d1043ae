// Lists of ids that the user hands over: which are one person, and who is left out.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ecpr/csv/reader.hpp"
#include "row_store.hpp"

namespace ecpr::survey {

/// An id after that belongs to a person who had another id before.
struct Repair {
  std::string post, pre;          ///< as typed
  std::string post_key, pre_key;  ///< as ids match
  std::size_t line = 0;
};

/// An id that is left out.
struct ExcludedId {
  std::string id, key;
  std::string reason;  ///< "no reason given" where none is
  std::size_t line = 0;
};

/// The pairs of a file with the columns post_id and pre_id, in order of the file.
/// Throws InputError for other columns, a blank id, and an id that stands in two pairs.
std::vector<Repair> read_repairs(csv::Reader& reader, const IdRule& rule);

/// The ids of a file whose first column holds ids; a column "reason" says why.
/// Throws InputError for a blank id, and for an id that stands there twice with different reasons.
std::vector<ExcludedId> read_exclusions(csv::Reader& reader, const IdRule& rule);

}  // namespace ecpr::survey
