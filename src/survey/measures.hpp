// What was measured once: by the people of a wave, or in a file of its own with a row per rating.
#pragma once

#include <vector>

#include "ecpr/survey/survey.hpp"
#include "layout.hpp"
#include "row_store.hpp"
#include "settle.hpp"

namespace ecpr::survey {

/// Adds the measures of `study` to the layout; the columns of those that stand in a wave become cells of its file.
/// Throws InputError for a column that is missing.
void place_measures(const study::Study& study, const std::vector<Header>& headers, Layout& layout);

/// How the answers of every outcome are read in a wave, then those of every measure.
std::vector<AnswerRule> answer_rules(const Layout& layout, const MissingWords& missing, NumberSpelling spelling,
                                     bool post = false);

/// A file of ratings, and which measures stand in it.
struct RatingFile {
  std::string path;
  std::size_t place = 0;                          ///< among the survey's files
  std::vector<std::size_t> measures;              ///< places in Layout::measures
  std::vector<std::vector<std::uint32_t>> items;  ///< per measure, as in WaveCells
  FilePlan plan;
  RowStore store;
};

/// The files of the measures that have one, each once, not read yet. Throws InputError for more than 200.
std::vector<RatingFile> rating_files(const study::Study& study);

/// Reads the rows of `table` into `file`. Requires: its place.
/// Throws InputError for a column that is missing, and for a file without rows.
void read_ratings(Table& table, const Rows& rows, RatingFile& file, ProblemLog& problems);

/// Scores every measure into the survey, in the study's order.
void score_measures(const Rows& rows, const Settled& settled, const std::vector<RatingFile>& files, Survey& survey);

}  // namespace ecpr::survey
