// Reads the waves of a survey to see which columns hold people's ids.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ecpr/study/study.hpp"
#include "header.hpp"
#include "id_evidence.hpp"

namespace ecpr::survey {

/// Where the waves of a long file stand.
struct WaveColumn {
  std::size_t column = 0;
  std::optional<study::WaveNames> names;  ///< else the usual words tell
};

/// Whether the files may be read twice: none is standard input or another pipe.
bool can_be_read_again(const std::vector<study::Source>& sources);

/// The names of the columns that people filled in, and which are usual for ids. `headers`: pre and post, or the one
/// file. Nothing is fixed.
IdNames id_names(const std::vector<Header>& headers);

/// Reads `sources` once from beginning to end: two files, or one with the waves in a column. Empty when the waves of
/// the one file cannot be told. Throws InputError as the reader does.
std::optional<IdEvidence> look_for_ids(const std::vector<study::Source>& sources, const IdNames& names,
                                       const std::optional<WaveColumn>& wave);

/// "10 people recur by 'Email' and 9 by 'Your code', and these are not the same pairs" and the like, or why nothing
/// is taken: "'ID' counts the rows, and nobody recurs by 'Token'"; empty when nothing looks like an id.
std::string words_for(const IdEvidence& evidence, const IdNames& names);

/// "6 of 8 people recur; 'ID' counts the rows": why the first candidate is taken, and which other columns are not.
std::string words_for_first(const IdEvidence& evidence, const IdNames& names);

/// How a study calls the columns of `candidate`: "Email", or "Email:Contact" where they differ.
std::string id_text(const IdCandidate& candidate, const IdNames& names);

/// The columns with a usual name that count the rows, as id_text() has them; empty when there are none.
std::string own_numbers(const IdEvidence& evidence, const IdNames& names);

/// How an option says it: "--id Email or --id "Your code"", a part for each candidate; else "--id COLUMN".
std::string id_options(const IdEvidence& evidence, const IdNames& names);

}  // namespace ecpr::survey
