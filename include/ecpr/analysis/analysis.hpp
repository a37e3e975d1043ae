// The results of a study: one comparison per outcome and group, and what stands beside them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ecpr/analysis/attrition.hpp"
#include "ecpr/analysis/group_differences.hpp"
#include "ecpr/analysis/measure.hpp"
#include "ecpr/analysis/reliable_change.hpp"
#include "ecpr/analysis/supplement.hpp"
#include "ecpr/base/defined.hpp"
#include "ecpr/base/interval.hpp"
#include "ecpr/instruments/questionnaire.hpp"
#include "ecpr/statistics/adjustment.hpp"
#include "ecpr/statistics/paired_effect_size.hpp"
#include "ecpr/statistics/paired_t_test.hpp"
#include "ecpr/statistics/reliability.hpp"
#include "ecpr/study/study.hpp"

namespace ecpr::survey {
struct Survey;
}

namespace ecpr::analysis {

/// What an outcome is; totals, subscales and single items are separate families for the adjustment of P values.
enum class OutcomeKind { total, subscale, item, score };

/// One score that is compared between the waves.
struct Outcome {
  std::string name;      ///< "panas20.positive"
  std::string label;     ///< "Positive affect"
  std::string title;     ///< the instrument's full title; equals `label` where there is none
  std::string scale_of;  ///< instrument id, empty for scores and scales of one's own
  OutcomeKind kind = OutcomeKind::score;
  bool indented = false;     ///< a subscale that stands under its instrument's total
  bool single_item = false;  ///< stands in table 4 instead of tables 2 and 3
  instruments::Direction direction = instruments::Direction::neutral;
  std::optional<Interval> possible;  ///< the range of possible scores
  std::size_t items = 0;             ///< how many items; 0 for a ready score
  std::size_t minimum_answered = 0;
  bool prorated = false;
  std::vector<std::string> notes;  ///< sentences that hang on its rows: an assumed coding or item order
};

/// Outcomes whose P values are adjusted together: totals, ready scores and the subscales of an instrument without
/// total; subscales under their total; single items.
enum class Family { main, subscales, items };

/// The family of `outcome`.
inline Family family_of(const Outcome& outcome) {
  if (outcome.single_item) return Family::items;
  return outcome.indented ? Family::subscales : Family::main;
}

/// One outcome in one group, from the pairs that have a score at both waves.
struct Comparison {
  std::size_t outcome = 0;                                ///< place in Analysis::outcomes
  std::optional<std::size_t> group;                       ///< place in Analysis::groups; empty: all participants
  std::size_t pre_only = 0, post_only = 0, prorated = 0;  ///< people
  statistics::PairedTTest test;
  statistics::PairedEffectSizes effect_sizes;
  Supplement supplement;
  Defined<double> p_adjusted;          ///< of the paired t test
  Defined<double> cluster_p_adjusted;  ///< of the cluster-robust test; empty where clusters are not known
  bool significant = false;            ///< the P that counts (see verdict.hpp; adjusted unless `none`) is below alpha
  bool withheld = false;               ///< a group below min_cell: only its n is shown
  std::vector<std::string> notes;      ///< half sentences without full stop: cautions
};

/// People of a group (of every wave) and pairs.
struct GroupCount {
  std::string label;
  std::size_t pre = 0, post = 0, matched = 0;
};

/// People who answered and were left out for one reason of the user's.
struct ExcludedPeople {
  std::string reason;
  std::size_t people = 0;
  std::vector<std::size_t> by_group;  ///< per group; the rest is in none
};

/// Who answered and who was matched.
struct Participants {
  std::size_t pre = 0, post = 0, matched = 0, pre_only = 0, post_only = 0;
  std::size_t duplicates = 0;              ///< rows left out because their id had another row in the same wave
  std::size_t repaired = 0;                ///< matched people whose two ids the user called one person's
  std::size_t excluded = 0;                ///< people
  std::vector<ExcludedPeople> exclusions;  ///< by reason
  std::size_t blank_ids = 0;               ///< rows left out because they had no id
  std::size_t no_group = 0;                ///< matched people without a group (in "all participants" only)
};

/// Internal consistency of one scale at one wave.
struct Reliability {
  std::size_t outcome = 0;
  std::optional<std::size_t> group;  ///< empty: all participants
  bool post = false;
  std::size_t items = 0, n = 0;  ///< n: people with every item answered at that wave
  Defined<double> alpha;
  Defined<Interval> alpha_interval;
  Defined<double> omega_total;
  /// The smallest correlation of an item with the sum of the others; below 0 the item contradicts them (was its
  /// reversal forgotten?). Empty where no item has one, and of groups.
  Defined<double> smallest_item_rest = {};
  std::size_t smallest_item = 0;  ///< the item that it belongs to: place in the questionnaire, from 0
  std::vector<statistics::ItemReliability> item_statistics = {};  ///< of all participants; of groups none
};

/// One line of a characteristic in Table 1, by group and over all matched people.
struct CharacteristicLevel {
  std::string label;                ///< "Woman"; for a number: empty
  std::vector<std::size_t> counts;  ///< per group, last: all; empty for a number
};

/// Mean and SD of a number over some people.
struct Summary {
  std::size_t n = 0;
  Defined<double> mean, sd;
};

/// A characteristic of the matched people: a category with levels, or a number.
struct Characteristic {
  std::string label;
  bool numeric = false;
  std::vector<Summary> summaries;           ///< of a number: per group, last: all
  std::vector<CharacteristicLevel> levels;  ///< of a category, "Missing" last where any is missing
  std::vector<std::size_t> missing;         ///< per group, last: all
};

/// The choices that shaped the numbers; shown in the footnotes and methods.
struct Settings : study::Choices {
  std::string cluster_column;  ///< of people who are not independent; empty: not known

  /// Whether people come in clusters, so that cluster-robust tests decide.
  bool has_clusters() const { return !cluster_column.empty(); }
};

/// All results of one study. Sums run over pairs in byte order of the id: the order of rows changes no number.
struct Analysis {
  std::string title;
  Settings settings;
  std::string id_column, group_column;  ///< as the user spells them; empty group column: no groups
  std::vector<std::string> groups;      ///< labels, declared order else first appearance
  Participants participants;
  std::vector<GroupCount> group_counts;  ///< one per group
  std::vector<Outcome> outcomes;
  std::vector<Comparison> comparisons;   ///< per outcome: every group in order, then all participants
  std::vector<Reliability> reliability;  ///< per scale of 2 or more items: all participants pre, post; then each group
  std::vector<Characteristic> characteristics;
  std::vector<GroupDifferences> group_differences;  ///< one per outcome; none without at least 2 groups
  std::vector<Attrition> attrition;                 ///< in the order of the comparisons
  std::vector<ReliableChange> reliable_change;      ///< in the order of the comparisons
  std::vector<Measure> measures;                    ///< in the study's order
  std::vector<std::string> notes;                   ///< sentences: assumed codings, groups left out, ...

  /// The comparison of `outcome` in `group` (empty: all participants). Requires: both exist.
  const Comparison& comparison(std::size_t outcome, std::optional<std::size_t> group) const {
    return comparisons[place(outcome, group)];
  }
  /// Where `outcome` in `group` (empty: all participants) stands in `comparisons`, `attrition` and `reliable_change`.
  std::size_t place(std::size_t outcome, std::optional<std::size_t> group) const {
    return outcome * (groups.size() + 1) + group.value_or(groups.size());
  }
};

/// Everything that `survey` says under the choices of `study`. Throws InputError when no outcome has a single pair.
///
/// `threads` share the work; how many they are changes no result. Requires: threads >= 1.
Analysis analyse(const survey::Survey& survey, const study::Study& study, unsigned threads = 1);

}  // namespace ecpr::analysis
