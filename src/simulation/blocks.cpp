#include "blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "ecpr/base/error.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ranked_answers.hpp"
#include "score_plan.hpp"

namespace ecpr::simulation {

using instruments::Scale;

namespace {

/// The scale that `item` is reversed in, or not.
bool is_reversed(const Scale* scale, std::size_t item) {
  return scale && std::find(scale->reversed.begin(), scale->reversed.end(), item) != scale->reversed.end();
}

/// Makes blocks and remembers what of the plan they used.
class BlockMaker {
 public:
  BlockMaker(const Plan& plan, const std::vector<GroupPlan>& groups) : plan_(plan), groups_(groups) {}

  std::vector<Block> of(const study::Outcome& outcome) {
    std::vector<Block> blocks;
    if (!outcome.scored) {
      blocks.push_back(ready_score(outcome));
      return blocks;
    }
    std::vector<bool> taken(outcome.questionnaire.items.size(), false);
    for (const Scale* scale : leading_scales(outcome.questionnaire)) {
      auto items = free_items(scale->items, taken);
      if (!items.empty()) blocks.push_back(scale_block(outcome, scale, std::move(items)));
    }
    for (std::size_t item = 0; item < taken.size(); ++item) {
      if (!taken[item]) blocks.push_back(scale_block(outcome, nullptr, {item}));
    }
    return blocks;
  }

  /// Throws for the first outcome of the plan that no block used.
  void finish() const {
    for (const auto& outcome : plan_.outcomes) {
      if (std::find(names_.begin(), names_.end(), outcome.name) != names_.end()) continue;
      const std::string hint = did_you_mean(outcome.name, names_);
      throw DefinitionError(fmt::format("{}:{}: no score of the study is called '{}'{}", plan_.file, outcome.line,
                                        printable(outcome.name),
                                        hint.empty() ? "; those that can be planned are " + listed(names_) : hint));
    }
  }

 private:
  /// The total, or the subscales where there is none.
  static std::vector<const Scale*> leading_scales(const instruments::Questionnaire& questionnaire) {
    std::vector<const Scale*> scales;
    for (const auto& scale : questionnaire.scales) {
      if (scale.name.empty()) return {&scale};
      scales.push_back(&scale);
    }
    return scales;
  }

  static std::vector<std::size_t> free_items(const std::vector<std::size_t>& items, std::vector<bool>& taken) {
    std::vector<std::size_t> free;
    for (const std::size_t item : items) {
      if (!taken[item]) free.push_back(item);
      taken[item] = true;
    }
    return free;
  }

  Block ready_score(const study::Outcome& outcome) {
    const ScorePlan score = score_plan(plan_, outcome, nullptr);
    Block block;
    block.items = {0};
    RankedAnswers answers = outcome.range ? number_grid(outcome.range->lower, outcome.range->upper, outcome.single_item)
                                          : unbounded_grid(score.mean, score.sd);
    block.texts.push_back(std::move(answers.texts));
    complete(block, score, {std::move(answers.values)});
    return block;
  }

  Block scale_block(const study::Outcome& outcome, const Scale* scale, std::vector<std::size_t> items) {
    Block block;
    std::vector<std::vector<double>> values;
    for (const std::size_t item : items) {
      RankedAnswers answers = item_answers(outcome.questionnaire, item, is_reversed(scale, item));
      block.texts.push_back(std::move(answers.texts));
      values.push_back(std::move(answers.values));
    }
    block.items = std::move(items);
    complete(block, score_plan(plan_, outcome, scale), std::move(values));
    return block;
  }

  /// Fits the model and the shifts of `block`.
  void complete(Block& block, const ScorePlan& score, std::vector<std::vector<double>> values) {
    block.name = score.name;
    block.improvement = score.direction == instruments::Direction::lower_is_better ? -1 : 1;
    if (!score.name.empty()) names_.push_back(score.name);
    const double unit = score.unit(values.size());
    double lowest = 0, highest = 0;
    for (const auto& item : values) {
      lowest += item.front();
      highest += item.back();
    }
    if (!(score.mean > lowest * unit && score.mean < highest * unit))
      fail(score, fmt::format("a mean of {} is not between the lowest and the highest score, {} and {}",
                              shortest(score.mean), shortest(lowest * unit), shortest(highest * unit)));
    block.model = calibrated_model(std::move(values), score.target(unit));
    check_fit(block, score, unit);
    std::map<double, double> shift_of_d_z;
    for (const auto& group : groups_) {
      const double d_z = d_z_of(score, group);
      const auto [shift, is_new] = shift_of_d_z.try_emplace(d_z, 0);
      if (is_new) shift->second = shift_for(block, score, d_z);
      block.shifts.push_back(shift->second);
    }
  }

  /// What the plan states must come out; defaults may be missed.
  void check_fit(const Block& block, const ScorePlan& score, double unit) const {
    if (!score.plan) return;
    if (score.plan->reliability && block.items.size() == 1)
      fail(score, "a single answer has no reliability of its own; leave it out and state the correlation");
    const ScoreMoments moments = expected_moments(block.model, 0);
    check_fit(score, "a mean", score.plan->mean, moments.pre_mean * unit);
    check_fit(score, "an SD", score.plan->sd, moments.pre_sd * unit);
    check_fit(score, "a reliability", score.plan->reliability, moments.alpha);
    check_fit(score, "a correlation", score.plan->correlation, moments.correlation);
  }

  void check_fit(const ScorePlan& score, const char* what, std::optional<double> wanted, double reached) const {
    constexpr double tolerance = 0.01;
    if (!wanted || std::abs(*wanted - reached) <= tolerance * std::max(std::abs(*wanted), 0.1)) return;
    fail(score, fmt::format("{} of {} cannot be had together with the rest; the nearest is {:.2f}", what,
                            shortest(*wanted), reached));
  }

  static double d_z_of(const ScorePlan& score, const GroupPlan& group) {
    if (!score.plan) return 0;
    const auto own = score.plan->group_d_z.find(group.label);
    return own == score.plan->group_d_z.end() ? score.plan->d_z : own->second;
  }

  double shift_for(const Block& block, const ScorePlan& score, double d_z) const {
    const auto shift = calibrated_shift(block.model, d_z);
    if (!shift) fail(score, fmt::format("a d_z of {} is beyond what the answers allow", shortest(d_z)));
    return *shift;
  }

  [[noreturn]] void fail(const ScorePlan& score, const std::string& message) const {
    if (score.plan)
      throw DefinitionError(fmt::format("{}:{}: {}: {}", plan_.file, score.plan->line, score.name, message));
    throw InputError(fmt::format("{}: {}", score.name, message));
  }

  const Plan& plan_;
  const std::vector<GroupPlan>& groups_;
  std::vector<std::string> names_;
};

void check_group_names(const Plan& plan, const std::vector<GroupPlan>& groups) {
  std::vector<std::string> labels;
  for (const auto& group : groups) labels.push_back(group.label);
  for (const auto& outcome : plan.outcomes) {
    for (const auto& [label, d_z] : outcome.group_d_z) {
      if (std::find(labels.begin(), labels.end(), label) == labels.end())
        throw DefinitionError(fmt::format("{}:{}: {}: group_d_z names '{}', which is no group of the plan{}", plan.file,
                                          outcome.line, outcome.name, printable(label), did_you_mean(label, labels)));
    }
  }
}

}  // namespace

std::vector<std::vector<Block>> make_blocks(const study::Study& study, const Plan& plan,
                                            const std::vector<GroupPlan>& groups) {
  check_group_names(plan, groups);
  BlockMaker maker(plan, groups);
  std::vector<std::vector<Block>> blocks;
  for (const auto& outcome : study.outcomes) blocks.push_back(maker.of(outcome));
  maker.finish();
  return blocks;
}

}  // namespace ecpr::simulation
