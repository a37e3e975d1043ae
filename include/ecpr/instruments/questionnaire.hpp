// What is needed to score one set of items: a published instrument in one coding and order, or a scale of one's own.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace ecpr::instruments {

/// What a higher score means for the respondent.
enum class Direction { higher_is_better, lower_is_better, neutral };

/// How the answers of a scale become its score.
enum class Aggregate { sum, mean };

/// One item: a cue word (never the wording) and what each allowed answer counts.
struct Item {
  std::string cue;
  /// values[k] is what the answer `lowest + k` counts before a scale reverses it; the identity unless a coding or
  /// a recoding says otherwise. Empty: the answer itself (scales with fractions, or wide ranges).
  std::vector<double> values;
};

/// One score made of some items. Item numbers count from 0.
struct Scale {
  std::string name;   ///< empty for the total, else the subscale ("positive")
  std::string label;  ///< "Positive affect"
  std::vector<std::size_t> items;
  std::vector<std::size_t> reversed;  ///< a subset of `items`
  Aggregate aggregate = Aggregate::sum;
  double multiplier = 1;             ///< of the sum or mean (WHO-5: 4)
  std::size_t minimum_answered = 0;  ///< fewer answered items: no score
  bool prorated = true;              ///< an incomplete sum is scaled up by the person's mean; false: taken as it is
  Direction direction = Direction::neutral;
  double lowest = 0, highest = 0;  ///< possible scores
  std::string rule_source;         ///< who published `minimum_answered`; empty: nobody known, it is our own rule
};

/// A text that an export writes instead of a number.
struct AnswerLabel {
  std::string text;
  double answer;
};

/// A published change that matters, in score units, with its source.
struct MinimalImportantChange {
  std::string scale;  ///< scale name; empty for the total
  double change;      ///< positive
  std::string source;
};

/// A coding that an instrument also comes in: a code that only this one allows shows that the wrong one was assumed.
struct OtherCoding {
  std::string name;                ///< "from-1"
  std::string meaning;             ///< "1 = never applies to me"
  double lowest = 0, highest = 0;  ///< range of its codes
};

/// Items, allowed answers and scales: all that scoring knows of an instrument.
///
/// Answers are `lowest`, `lowest + 1` ... `highest` when `whole`, else any number between them. A value is reversed
/// as value_lowest + value_highest - value, with the declared range, never the observed one.
struct Questionnaire {
  std::string id;                  ///< instrument id, or the outcome's name for a scale of one's own
  std::string title;               ///< "UCLA 3-item Loneliness Scale"; the label for a scale of one's own
  std::string label;               ///< short, for table rows: "Loneliness"
  bool published = false;          ///< from an instrument file
  double lowest = 0, highest = 0;  ///< range of the coded answers
  bool whole = true;
  double value_lowest = 0, value_highest = 0;  ///< range of what an answer counts
  std::vector<Item> items;
  std::vector<AnswerLabel> labels;
  std::vector<Scale> scales;   ///< the total first, where there is one
  std::string coding, order;   ///< names of the chosen variants; empty where the instrument has one only
  std::string coding_meaning;  ///< "1 = strongly agree"
  bool coding_assumed = false, order_assumed = false;  ///< the default was taken
  std::vector<OtherCoding> other_codings;              ///< those that were not chosen
  std::optional<int> recall_days;
  std::vector<MinimalImportantChange> minimal_important_changes;
};

}  // namespace ecpr::instruments
