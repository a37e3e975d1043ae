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

/// What the user says of pairs of ids, in order of the file.
struct Repairs {
  std::vector<Repair> same;       ///< of one person
  std::vector<Repair> different;  ///< of two people, though they resemble each other
  std::size_t undecided = 0;      ///< pairs of which the file says neither
};

/// The pairs of a file with the columns post_id and pre_id. They are one person's, unless there is a column same_person
/// that says no, or nothing: then nobody has decided yet. Throws InputError for other columns, a blank id, an id that
/// stands in two pairs of one person, another word than yes and no.
Repairs read_repairs(csv::Reader& reader, const IdRule& rule);

/// The ids of a file whose first column holds ids; a column "reason" says why.
/// Throws InputError for several columns without it, for a blank id, and for an id that stands there twice with
/// different reasons.
std::vector<ExcludedId> read_exclusions(csv::Reader& reader, const IdRule& rule);

}  // namespace ecpr::survey
