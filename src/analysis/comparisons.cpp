#include <algorithm>
#include <map>
#include <mutex>

#include "comparison.hpp"
#include "ecpr/analysis/verdict.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/statistics/adjustment.hpp"
#include "group_differences.hpp"
#include "jobs.hpp"
#include "parts.hpp"
#include "reliable_changes.hpp"

namespace ecpr::analysis {

namespace {

/// Work on cells: all participants of every outcome first, since they take longest, then group after group.
class Cells {
 public:
  Cells(std::size_t outcomes, std::size_t groups) : outcomes_(outcomes), groups_(groups) {}

  std::size_t count() const { return outcomes_ * (groups_ + 1); }
  std::size_t outcome(std::size_t job) const { return job % outcomes_; }
  std::size_t group(std::size_t job) const { return groups_ - job / outcomes_; }  ///< `groups`: all participants
  /// Where the results stand: per outcome every group in order, then all participants.
  std::size_t place(std::size_t job) const { return outcome(job) * (groups_ + 1) + group(job); }

 private:
  std::size_t outcomes_, groups_;
};

bool is_few(std::size_t people, std::size_t min_cell) { return people > 0 && people < min_cell; }

/// Counts what is done, from many threads.
class Counter {
 public:
  Counter(std::size_t of, const Progress& progress) : of_(of), progress_(progress) {}

  void one_more() {
    if (!progress_) return;
    const std::lock_guard lock(mutex_);
    progress_(++done_, of_);
  }

 private:
  std::mutex mutex_;
  std::size_t done_ = 0, of_;
  const Progress& progress_;
};

Attrition attrition_of(const Cell& cell, const Comparison& comparison, std::size_t min_cell) {
  Attrition attrition;
  attrition.outcome = comparison.outcome;
  attrition.group = comparison.group;
  attrition.test = statistics::attrition(cell.pre, cell.pre_only, cell.typed_unit);
  attrition.withheld = is_few(attrition.test.n_matched, min_cell) || is_few(attrition.test.n_lost, min_cell);
  return attrition;
}

/// What would tell of few people who were lost: estimates that use their scores.
void hide_the_lost(std::size_t min_cell, Supplement& supplement) {
  const Undefined why{"fewer than " + counted(min_cell, "person", "people") + " at one wave only"};
  statistics::LikelihoodChange& likelihood = supplement.likelihood;
  likelihood.mean_change = likelihood.standard_error = likelihood.degrees_of_freedom = why;
  likelihood.interval = why;
  supplement.no_change_for_lost = why;
}

void add_notes_on_answers(const survey::ScoredOutcome& scored, std::vector<std::string>& notes) {
  notes.insert(notes.end(), scored.notes.begin(), scored.notes.end());
  if (!scored.unusable.empty()) notes.push_back(scored.unusable);
}

}  // namespace

void compare_waves(const survey::Survey& survey, const Members& members, const Work& work, Analysis& analysis) {
  const unsigned threads = work.threads;
  const Cells cells(analysis.outcomes.size(), analysis.groups.size());
  if (cells.count() == 0) return;
  std::vector<bool> two_answers;
  for (std::size_t i = 0; i < analysis.outcomes.size(); ++i)
    two_answers.push_back(has_two_answers(survey.outcomes[i], analysis.outcomes[i]));
  const unsigned inner = std::max(1U, threads / static_cast<unsigned>(std::min<std::size_t>(cells.count(), threads)));
  analysis.comparisons.resize(cells.count());
  analysis.attrition.resize(cells.count());
  Counter counter(cells.count(), work.progress);
  run_jobs(cells.count(), threads, [&](std::size_t job) {
    const std::size_t outcome = cells.outcome(job), group = cells.group(job);
    const survey::ScoredOutcome& scored = survey.outcomes[outcome];
    const Cell cell(scored, members.of(group));
    Comparison& comparison = analysis.comparisons[cells.place(job)];
    comparison =
        comparison_of(cell, {analysis.outcomes[outcome], survey, two_answers[outcome]}, analysis.settings, inner);
    comparison.outcome = outcome;
    if (group < analysis.groups.size()) comparison.group = group;
    comparison.withheld = comparison.group && comparison.test.n < analysis.settings.min_cell;
    if (comparison.withheld) comparison.notes.clear();
    const std::size_t min_cell = analysis.settings.min_cell;
    if (comparison.group && (is_few(comparison.pre_only, min_cell) || is_few(comparison.post_only, min_cell)))
      hide_the_lost(min_cell, comparison.supplement);
    if (!scored.unscored.empty())
      comparison.notes.insert(comparison.notes.begin(), "not scored: " + scored.unscored_in_results);
    if (!comparison.group) add_notes_on_answers(scored, comparison.notes);
    analysis.attrition[cells.place(job)] = attrition_of(cell, comparison, analysis.settings.min_cell);
    counter.one_more();
  });
}

void compare_groups(const survey::Survey& survey, const Members& members, unsigned threads, Analysis& analysis) {
  if (analysis.groups.size() < 2) return;
  analysis.group_differences.resize(analysis.outcomes.size());
  run_jobs(analysis.outcomes.size(), threads, [&](std::size_t outcome) {
    const Cell all(survey.outcomes[outcome], members.of(members.groups()));
    analysis.group_differences[outcome] = group_differences(analysis, outcome, survey, all);
  });
}

void count_reliable_changes(const survey::Survey& survey, const Members& members, unsigned threads,
                            Analysis& analysis) {
  std::vector<ReliableChange> basis;
  for (std::size_t i = 0; i < analysis.outcomes.size(); ++i)
    basis.push_back(reliable_change_basis(analysis, i, survey));
  analysis.reliable_change.resize(analysis.comparisons.size());
  run_jobs(analysis.comparisons.size(), threads, [&](std::size_t i) {
    const Comparison& comparison = analysis.comparisons[i];
    const Cell cell(survey.outcomes[comparison.outcome], members.of(comparison.group.value_or(members.groups())));
    analysis.reliable_change[i] = reliable_change(analysis, basis[comparison.outcome], comparison.group, cell.sample());
  });
}

namespace {

/// The adjusted P values of one test over a family.
std::vector<statistics::PValue> adjusted(const std::vector<Comparison*>& family, Adjustment method,
                                         statistics::PValue (*p_of)(const Comparison&)) {
  std::vector<statistics::PValue> p;
  for (const auto* comparison : family)
    p.push_back(comparison->withheld ? statistics::no_p_value({"the group is smaller than the smallest one shown"})
                                     : p_of(*comparison));
  return statistics::adjusted(p, method);
}

statistics::PValue plain_p(const Comparison& comparison) { return {comparison.test.p, comparison.test.log10_p}; }

bool is_below(const statistics::PValue& p, double alpha) { return p.p ? *p.p < alpha : p.log10_p.has_value(); }

}  // namespace

void adjust_families(Analysis& analysis) {
  std::map<std::pair<std::size_t, Family>, std::vector<Comparison*>> families;
  for (auto& comparison : analysis.comparisons) {
    const std::size_t group = comparison.group.value_or(analysis.groups.size());
    families[{group, family_of(analysis.outcomes[comparison.outcome])}].push_back(&comparison);
  }
  const Settings& settings = analysis.settings;
  for (auto& [key, family] : families) {
    const auto plain = adjusted(family, settings.adjust, plain_p);
    const auto deciding = settings.has_clusters() ? adjusted(family, settings.adjust, deciding_p) : plain;
    for (std::size_t i = 0; i < family.size(); ++i) {
      family[i]->p_adjusted = plain[i].p;
      if (family[i]->supplement.cluster_robust) family[i]->cluster_p_adjusted = deciding[i].p;
      family[i]->significant = is_below(deciding[i], settings.alpha);
    }
  }
}

}  // namespace ecpr::analysis
