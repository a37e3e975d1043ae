// The survey as it was answered: who is who, which rows pair, and every person's scores.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ecpr/base/interval.hpp"
#include "ecpr/instruments/questionnaire.hpp"
#include "ecpr/study/study.hpp"
#include "ecpr/survey/problem.hpp"

namespace ecpr::survey {

/// One input file as it was read.
struct FileSummary {
  std::string name;       ///< as it was opened, for messages
  std::string base_name;  ///< without folders, for output that must not depend on where it was made
  std::size_t rows = 0;
  std::string encoding;
  char delimiter = ',';
  std::string sha256;  ///< empty unless asked for
  std::vector<std::string> header;
  std::string platform = {};   ///< name of the platform whose export it is; "plain" for any table
  std::size_t previews = 0;    ///< rows left out because they are previews or tests of the form
  std::size_t unfinished = 0;  ///< rows of people who did not come to the end of the form
};

/// One score per person and wave; people in byte order of their normalized ids.
struct ScoreColumn {
  std::vector<double> value;            ///< NaN: no score
  std::vector<std::uint16_t> answered;  ///< items answered; empty for a ready score
  std::vector<std::uint8_t> prorated;   ///< 1: scaled up from an incomplete form; empty for a ready score
};

/// What is compared: one scale of a questionnaire, or a ready score.
struct ScoredOutcome {
  std::string name;                  ///< "panas20.positive"
  std::string label;                 ///< "Positive affect"
  std::size_t source = 0;            ///< place in Survey::sources
  std::optional<std::size_t> scale;  ///< place in the questionnaire's scales; empty: a ready score
  ScoreColumn pre, post;
  std::string unscored;  ///< why nobody has a score (too many answers that cannot be used); empty otherwise
  std::string unscored_in_results = {};  ///< the same without a cell of anybody
  std::string unclear_number = {};       ///< "'6,900' may be 6900 or 6.9", where that is why; empty otherwise
  double typed_unit = 0;  ///< largest unit to which a score of either wave was rounded when typed; 0: exact
  std::vector<std::string> notes = {};  ///< what is to be known of the items behind the scores, half a sentence each
  std::string unusable = {};  ///< how many answers of a scored outcome count as missing: half a sentence; empty: none
};

/// Cross-products of the items of one scale, after recoding and reversing, over everyone with a complete form.
///
/// Integers about the middle of the answers' range, doubled so that a middle between two answers is whole:
/// c = 2 v - (lowest + highest). Exact in any order.
struct ItemProducts {
  std::size_t outcome = 0;           ///< place in Survey::outcomes
  std::optional<std::size_t> group;  ///< empty: all participants, those without group included
  bool post = false;
  std::size_t n = 0;
  std::size_t items = 0;
  std::vector<std::int64_t> sums;      ///< per item
  std::vector<std::int64_t> products;  ///< items x items, row by row
  std::vector<double> covariance;      ///< items x items, instead of both, for answers that are not whole
};

/// Something measured once: the scores of everybody who answered in a wave, or of every row of a file of its own.
struct MeasuredOnce {
  study::Outcome source;                 ///< its name, label and scale
  std::optional<double> mark;            ///< scores from here on are counted
  std::vector<double> scores;            ///< in the order of people, or of rows; those without a score left out
  std::size_t not_scored = 0;            ///< answered, but too few items
  std::optional<ItemProducts> products;  ///< of 2 or more items
};

/// What was answered to one of the study's outcomes.
struct AnswerSummary {
  std::size_t pre = 0, post = 0;  ///< answers that are there, usable or not
  std::size_t out_of_range = 0, unreadable = 0;
  std::vector<std::uint32_t> pre_columns = {};   ///< where the items stand: places in the header of the first file
  std::vector<std::uint32_t> post_columns = {};  ///< the same in the last file of the waves
};

/// One description of every person, as the file says it; numbers with a decimal point.
struct CharacteristicColumn {
  std::string label;
  study::Characteristic::Kind kind = study::Characteristic::Kind::automatic;
  std::vector<std::string> texts;    ///< distinct values in order of first appearance
  std::vector<std::uint32_t> value;  ///< per person a place in `texts`, or no_place
};

inline constexpr std::uint32_t nobody = 0xFFFFFFFF;

/// People who answered and were left out because the user said so.
struct Exclusion {
  std::string reason;
  std::size_t people = 0;
  std::vector<std::size_t> by_group;  ///< per group of the survey; the rest is in none
};

/// How two ids resemble each other, the surest likeness first.
enum class Likeness : std::uint8_t {
  letter_case,
  punctuation,    ///< and blanks
  leading_zeros,  ///< of any number in them
  look_alikes,    ///< characters of one look: full-width digits, ligatures
  spelling,       ///< several of these
  number,         ///< one value: "1.0" and "1"
  rounded,        ///< a spreadsheet has rounded a long number: "1.23457E+11"
  date,
  one_edit  ///< one character is another, is missing, or has changed places with its neighbour
};

/// What two such ids do: "differ in case only".
std::string_view words_for(Likeness likeness);

/// Somebody who answered before only and somebody who answered after only, whose ids resemble each other, and whom the
/// user has not called two people.
struct NearMiss {
  std::uint32_t pre = 0, post = 0;  ///< people
  Likeness likeness = Likeness::spelling;
  bool several = false;  ///< one of the two resembles another unmatched id as much
};

/// Whether the two ids are one person's as far as ids can tell: the same but for their spelling, and nobody else's.
bool is_sure(const NearMiss& pair);

/// "differ in case only", and for several: "...; one of them resembles another id as well".
std::string words_for(const NearMiss& pair);

/// A trouble with columns, groups or waves: what is wrong, and what settles it.
struct Remark {
  std::string sentence, remedy;
  std::string line = {};  ///< for the study file, under the [[outcome]]; empty without one
};

/// What may show that somebody answered without care.
enum class Carelessness : std::uint8_t {
  same_answer,    ///< one answer to 4 or more items of a scale of which some are reversed
  long_run,       ///< one answer to 10 or more items in a row of one questionnaire
  mostly_missing  ///< fewer than half of the items of all questionnaires answered
};

/// Answers of one person in one wave that may be careless: shown, never left out.
struct CarelessAnswers {
  std::uint32_t person = 0;
  bool post = false;
  Carelessness kind = Carelessness::same_answer;
  std::uint16_t source = 0;         ///< place in Survey::sources; of no meaning for `mostly_missing`
  std::uint32_t count = 0, of = 0;  ///< items with that answer, or answered; of so many
};

/// Everything that was read, settled and scored. People stand in byte order of their normalized ids.
struct Survey {
  std::vector<FileSummary> files;                  ///< those of the waves, then those of measures
  std::size_t wave_files = 1;                      ///< 1, or 2: those of pre and post
  std::string id_column, group_column;             ///< "PRE and POST" when they differ; empty: no groups
  std::vector<std::string> ids;                    ///< as typed (of the first wave, where it has one)
  std::vector<std::string> groups;                 ///< labels
  std::vector<std::uint32_t> group;                ///< per person a place in `groups`, or `nobody`
  std::string cluster_column;                      ///< of people who were trained together; empty: not known
  std::vector<std::string> clusters;               ///< labels, in order of first appearance
  std::vector<std::uint32_t> cluster;              ///< per person a place in `clusters`, or `nobody`
  std::vector<std::uint8_t> waves;                 ///< per person: 1 answered before, 2 after, 3 both
  std::vector<std::uint32_t> pre_line, post_line;  ///< per person: where the answers stand; 0: there are none
  std::vector<study::Outcome> sources;             ///< the study's outcomes, recognized ones included
  std::vector<ScoredOutcome> outcomes;
  std::vector<AnswerSummary> answers;  ///< per source
  std::vector<ItemProducts> products;
  std::vector<MeasuredOnce> measures;  ///< the study's, in its order
  std::vector<CharacteristicColumn> characteristics;
  std::vector<std::string> wave_labels;         ///< of a long file, in order of first appearance
  std::vector<std::string> other_waves;         ///< those that were left out
  std::vector<std::size_t> rows_of_other_wave;  ///< how many rows each of them has
  std::size_t other_wave_rows = 0;              ///< all together
  std::size_t duplicates = 0, blank_ids = 0, repaired = 0;
  std::size_t excluded = 0;           ///< people
  std::vector<Exclusion> exclusions;  ///< by reason
  ProblemLog problems;
  std::vector<NearMiss> near_misses;
  std::vector<Remark> remarks;            ///< of those problems that are remarks
  std::vector<CarelessAnswers> careless;  ///< of an audit: person by person
  std::string obstacle;                   ///< of an audit: why the data cannot be analysed as they are; empty: they can
  std::vector<std::string> notes;         ///< what was guessed or assumed, one sentence each
  /// Of the notes that hold an id or a cell: what results say instead (see notes.hpp).
  std::map<std::string, std::string> notes_without_people;

  std::size_t people() const { return ids.size(); }

  /// The outcome or measure at `place`: those of `sources`, then those of `measures`.
  const study::Outcome& source(std::size_t place) const {
    return place < sources.size() ? sources[place] : measures[place - sources.size()].source;
  }
};

/// Whose cross-products of items are summed, for the reliability of scales.
enum class ItemSums : std::uint8_t { none, everybody, everybody_and_groups };

/// What to do beside reading.
struct ReadingOptions {
  bool hash = false;  ///< compute the files' SHA-256
  ItemSums item_sums = ItemSums::everybody_and_groups;
  bool audit = false;  ///< look for careless answers and all near misses; duplicates are problems and no refusal
};

/// Opens the files of `study`, finds the columns, reads, pairs and scores.
/// Throws InputError (files, columns, duplicates, no pairs) and UsageError (a coding that must be stated).
Survey read_survey(const study::Study& study, const ReadingOptions& options);

/// Throws InputError, with an id of each wave, when nobody answered in both.
void require_pairs(const Survey& survey);

/// The header of the column in which a problem stands; empty for a whole row.
std::string_view column_of(const Survey& survey, const Problem& problem);

/// One sentence about a kept problem: place, what was found, what was expected. `base_names` leaves folders out.
std::string sentence(const Survey& survey, const Problem& problem, bool base_names = false);

/// What resolves a problem: an option, a line of the study file, or what to mend in the file.
std::string remedy(const Survey& survey, const Problem& problem);

/// The same for readers who may not see the data: VALUE stands for what stood in the cell.
std::string remedy_without_value(const Survey& survey, const Problem& problem);

/// One sentence per kind of problem and file, with its count and the first of it: for the terminal.
std::vector<std::string> warnings(const Survey& survey);

}  // namespace ecpr::survey
