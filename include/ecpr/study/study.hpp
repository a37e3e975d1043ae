// What a study consists of: files, columns, waves, groups, outcomes and choices, before any file is opened.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ecpr/base/choices.hpp"
#include "ecpr/base/interval.hpp"
#include "ecpr/instruments/questionnaire.hpp"

namespace ecpr::instruments {
struct Instrument;
}

namespace ecpr::study {

/// One file and its own ways; what is empty is found out by looking at it.
struct Source {
  std::string path;                      ///< as it is opened; "-" is standard input
  std::string name;                      ///< as the user spells it, for messages
  std::optional<std::string> id, group;  ///< its own column names
  std::string platform, encoding;
  std::optional<char> delimiter, decimal;
};

/// Which two values of a wave column (long), or what {wave} stands for (wide).
struct WaveNames {
  std::string pre, post;
};

/// What happens to a second row of the same person in the same wave.
enum class Duplicates { refuse, first, last, most_complete };

inline constexpr Choice duplicate_rules{std::array{
    ChoiceWord<Duplicates>{"error", Duplicates::refuse, "two different rows are an error"},
    ChoiceWord<Duplicates>{"first", Duplicates::first, "the first row counts"},
    ChoiceWord<Duplicates>{"last", Duplicates::last, "the last row counts"},
    ChoiceWord<Duplicates>{"most-complete", Duplicates::most_complete, "the row with the most answers counts"},
}};

/// When two ids are one person's.
enum class Match {
  bytes,    ///< the same bytes
  trimmed,  ///< after Unicode NFC, without white space and zero-width characters at the ends
  folded    ///< the same, whatever the case
};

inline constexpr Choice match_rules{std::array{
    ChoiceWord<Match>{"trimmed", Match::trimmed, "blanks at the ends aside"},
    ChoiceWord<Match>{"folded", Match::folded, "whatever their case"},
    ChoiceWord<Match>{"bytes", Match::bytes, "to the byte"},
}};

/// Where the answers are and how people are recognized.
struct Input {
  std::optional<Source> pre, post;  ///< two files ...
  std::optional<Source> file;       ///< ... or one, wide or long
  Source ways;                      ///< the ways of every file that has none of its own; nothing else of it is set
  std::optional<std::string> id;    ///< column, for every file without its own
  std::optional<std::string> wave_column;
  std::optional<WaveNames> wave_names;
  std::optional<std::string> column_pattern;  ///< wide: "{column}_{wave}"
  std::vector<std::string> missing;           ///< texts and codes that mean "no answer"
  std::optional<std::string> cluster;         ///< column of people trained together
  Match match = Match::trimmed;
  Duplicates duplicates = Duplicates::refuse;
  std::optional<std::string> repairs, exclude;  ///< paths of CSV files: ids of one person, ids that are left out

  bool two_files() const { return pre.has_value(); }

  /// The files in the order of the waves: pre and post, or the one that holds both. Requires: they are named.
  std::vector<Source> sources() const;

  /// Gives each file the ways that are not its own.
  void share_ways();
};

/// A group under its own label, whatever the files call it.
struct GroupLevel {
  std::string label;
  std::vector<std::string> values;
};

/// The column that says which group a person belongs to; without a column there is one group: everybody.
struct Grouping {
  std::optional<std::string> column;
  bool guess = false;  ///< no column was named: one with a usual name is taken
  std::vector<GroupLevel> levels;
  std::vector<std::string> order;  ///< labels that come first, in this order
};

/// The columns of an outcome's items (or its one column), before they are looked up.
struct Columns {
  std::optional<std::string> pattern;  ///< with {item}, and {wave} in a wide file
  std::vector<std::string> names;      ///< in item order
};

/// How many items must be answered: a count, or a share of the items.
struct MinimumAnswered {
  double amount = 0;   ///< a count; of a share: per cent
  bool share = false;  ///< rounded up to whole items

  /// From 1 to `items`.
  std::size_t of(std::size_t items) const;
};

/// What a number in the file stands for in one wave, before anything else is made of it.
using Recoding = std::vector<std::pair<double, double>>;

/// An outcome as the user asks for it.
struct Outcome {
  std::string name;                                           ///< unique
  std::string label;                                          ///< for table rows
  std::shared_ptr<const instruments::Instrument> instrument;  ///< null: a scale of one's own, or a ready score
  std::string coding, order;                                  ///< of the instrument; empty: not stated
  std::optional<MinimumAnswered> minimum_answered;  ///< overrides the instrument's rule, for every scale of it
  std::vector<instruments::AnswerLabel> labels;     ///< texts of this export, beside the instrument's
  bool scored = false;                              ///< has a questionnaire; else a score that is already there
  instruments::Questionnaire questionnaire;         ///< of an instrument: empty until `complete`
  Columns pre, post;  ///< equal unless the user spells the waves apart; both empty: the usual names of the instrument
  bool separate_waves = false;  ///< `pre` and `post` are full column names of their own
  instruments::Direction direction = instruments::Direction::neutral;  ///< of a ready score
  std::optional<Interval> range;                                       ///< of a ready score
  bool single_item = false;
  bool automatic = false;  ///< looked for without being asked for: silently absent when its items are not there
  std::optional<double> reliability;  ///< for reliable change
  bool items_of_all_waves = false;    ///< scored from the items that were answered in both waves
  bool same_form = false;             ///< the user says that both waves had one form, whatever the answers look like
  Recoding recode_pre, recode_post;   ///< from what stands in the file of a wave to what it means
  int line = 0;                       ///< in the study file; 0 for flags
};

/// A description of the participants for Table 1.
struct Characteristic {
  std::string column, label;
  enum class Kind { automatic, number, category } kind = Kind::automatic;
};

/// Something measured once (fidelity, satisfaction): described, not tested.
struct Measure {
  std::string name, label;
  bool post = true;                 ///< the wave it stands in, unless it has a file
  std::optional<std::string> file;  ///< its own, one row per rating
  std::vector<std::string> columns;
  std::vector<std::string> reversed;
  Interval range{0, 0};
  bool mean = true;   ///< false: the sum
  bool whole = true;  ///< only whole answers are allowed
  std::optional<std::size_t> minimum_answered;
  std::optional<double> mark;
};

/// The choices behind the numbers.
struct Choices {
  double confidence = 0.95;
  double alpha = 0.05;
  Adjustment adjust = Adjustment::holm;
  std::vector<std::string> effect_sizes = {"d_z"};  ///< names as in the result fields, in the order of the tables
  AverageInterval average_interval = AverageInterval::algina_keselman;
  std::size_t min_cell = 0;  ///< groups with fewer pairs are shown as n only; 0: all are shown
  std::optional<EquivalenceBounds> equivalence;
  std::size_t bootstrap = 0;   ///< resamples; 0: none
  std::uint64_t seed = 20210;  ///< of the bootstrap
  NumberForm style = NumberForm::jmir;
};

/// A whole study.
struct Study {
  std::string title;
  std::optional<double> days_between;
  Input input;
  Grouping grouping;
  std::vector<Outcome> outcomes;  ///< empty: every built-in instrument whose items are found
  std::vector<Characteristic> characteristics;
  std::vector<Measure> measures;
  std::map<std::string, std::string> codings, orders;  ///< by instrument id, beside those of the outcomes
  std::vector<std::string> same_form;                  ///< names of outcomes, beside what those say themselves
  bool find_instruments = true;                        ///< where no outcome is named
  Choices choices;
};

/// What `Choices::effect_sizes` may hold, and what each is divided by.
inline constexpr std::array effect_size_names = {
    WordMeaning{"d_z", "mean change / SD of the changes"},
    WordMeaning{"d_av", "mean change / root of the mean variance of both waves"},
    WordMeaning{"d_rm", "d_z times sqrt(2 (1 - r))"},
    WordMeaning{"d_pre", "mean change / SD before"},
    WordMeaning{"g_z", "d_z, corrected for small samples"},
    WordMeaning{"g_av", "d_av, corrected for small samples"},
};

/// The study that a study file describes; `folder` is put before its relative paths (empty: none).
/// `name` stands in messages. Throws DefinitionError with file and line, UsageError for unknown instruments.
Study parse_study(std::string_view text, const std::string& name, const std::string& folder);

/// Reads the study file at `path`. Throws InputError when it cannot be read.
Study load_study(const std::string& path);

/// The outcome that measures with `instrument`, in the coding and order that `study` states for it.
/// Throws UsageError when one must be stated and is not.
void complete(Outcome& outcome, const Study& study);

/// Completes every outcome. Throws UsageError for two outcomes of one name, and for what contradicts itself.
void complete(Study& study);

}  // namespace ecpr::study
