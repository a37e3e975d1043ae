#include "refine.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "blocks.hpp"
#include "ecpr/base/text.hpp"
#include "outcomes.hpp"
#include "own_outcomes.hpp"

namespace ecpr::draft {

namespace {

using survey::ItemProducts;

std::size_t pairs_of(const survey::ScoredOutcome& outcome) {
  std::size_t pairs = 0;
  for (std::size_t i = 0; i < outcome.pre.value.size(); ++i)
    pairs += std::isfinite(outcome.pre.value[i]) && std::isfinite(outcome.post.value[i]);
  return pairs;
}

/// Whether two people or more have the score both times, and nobody's differs.
bool never_changes(const survey::ScoredOutcome& outcome) {
  std::size_t same = 0;
  for (std::size_t i = 0; i < outcome.pre.value.size(); ++i) {
    if (!std::isfinite(outcome.pre.value[i]) || !std::isfinite(outcome.post.value[i])) continue;
    if (outcome.pre.value[i] != outcome.post.value[i]) return false;
    ++same;
  }
  return same > 1;
}

/// The correlation of every item with the sum of the others.
std::vector<double> item_rest_correlations(const ItemProducts& products) {
  const std::size_t k = products.items;
  const auto n = static_cast<double>(products.n);
  const auto covariance = [&](std::size_t i, std::size_t j) {
    if (!products.covariance.empty()) return products.covariance[i * k + j];
    return static_cast<double>(products.products[i * k + j]) -
           static_cast<double>(products.sums[i]) * static_cast<double>(products.sums[j]) / n;
  };
  double total = 0;
  std::vector<double> with_sum(k, 0), correlations;
  for (std::size_t i = 0; i < k; ++i) {
    for (std::size_t j = 0; j < k; ++j) with_sum[i] += covariance(i, j);
    total += with_sum[i];
  }
  for (std::size_t i = 0; i < k; ++i) {
    const double own = covariance(i, i), rest = total - 2 * with_sum[i] + own;
    correlations.push_back(own > 0 && rest > 0 ? (with_sum[i] - own) / std::sqrt(own * rest) : 0);
  }
  return correlations;
}

/// Items of the outcome at `place` that run against the others, in either wave, by their places in the scale.
std::vector<std::size_t> opposed_items(const survey::Survey& survey, std::size_t place) {
  constexpr double clearly = -0.15;
  constexpr std::size_t fewest_people = 8;
  std::vector<std::size_t> opposed;
  for (const auto& products : survey.products) {
    if (products.outcome != place || products.group || products.n < fewest_people) continue;
    const auto correlations = item_rest_correlations(products);
    for (std::size_t i = 0; i < correlations.size(); ++i) {
      if (correlations[i] < clearly && std::find(opposed.begin(), opposed.end(), i) == opposed.end())
        opposed.push_back(i);
    }
  }
  return opposed;
}

void hold_opposed(const Material& material, const std::vector<std::size_t>& opposed, Block& block) {
  std::vector<std::string> names;
  constexpr std::size_t few = 8;
  for (const std::size_t item : opposed) {
    if (names.size() == few) break;
    names.push_back("'" + printable(short_name(material.shape.variables[block.columns[item]].name)) + "'");
  }
  if (opposed.size() > few) names.push_back(fmt::format("{} more", opposed.size() - few));
  hold(block, "items that run against the others");
  block.remarks.push_back(fmt::format(
      "TO DECIDE: {} {} against the other items: reversed, or of another scale? Its columns stand alone below.",
      listed(names), names.size() == 1 ? "runs" : "run"));
}

/// Holds an outcome back whose two waves do not look as if they had one form.
bool hold_other_form(const survey::Survey& survey, Block& block) {
  const auto& problems = survey.problems.kept();
  const auto found = std::find_if(problems.begin(), problems.end(), [&](const survey::Problem& problem) {
    return problem.kind == survey::ProblemKind::different_forms && survey.sources[problem.outcome].name == block.name;
  });
  if (found == problems.end()) return false;
  const survey::Remark& remark = survey.remarks[found->column];
  const std::string evidence = remark.sentence.substr(remark.sentence.find(": ") + 2);
  hold(block, evidence.substr(0, evidence.find(';')));
  block.remarks.push_back(fmt::format("TO DECIDE: {}. Which form did each wave have?", evidence));
  const auto at = std::find_if(block.lines.begin(), block.lines.end(),
                               [](const Line& line) { return line.text == "[outcome.answers]"; });
  std::vector<Line> lines = {{"# same_form = true", "if both waves had the same form all the same"}};
  if (!remark.line.empty())
    lines.push_back({"# " + remark.line, "if one wave numbers the same answers otherwise; then mend the range, too"});
  block.lines.insert(at, lines.begin(), lines.end());
  return true;
}

bool refine_outcome(const Material& material, const survey::Survey& survey, Block& block, std::vector<Block>& added) {
  if (hold_other_form(survey, block)) return true;
  std::size_t pairs = 0;
  std::vector<std::size_t> opposed;
  bool found = false, constant = false;
  const std::string nobody = "Nobody has it both times.";
  std::string reason = nobody, unscored, unclear;
  for (std::size_t place = 0; place < survey.outcomes.size(); ++place) {
    const auto& outcome = survey.outcomes[place];
    if (survey.sources[outcome.source].name != block.name) continue;
    found = true;
    pairs = std::max(pairs, pairs_of(outcome));
    if (!outcome.unscored.empty()) unscored = outcome.unscored;
    if (!outcome.unscored.empty()) reason = "Not scored: " + unscored + ".";
    if (!outcome.unclear_number.empty()) unclear = outcome.unclear_number;
    if (never_changes(outcome) && !survey.sources[outcome.source].instrument) constant = true;
    if (block.scale) opposed = opposed_items(survey, place);
  }
  if (constant) {
    hold(block, "the same both times for everybody");
    block.remarks.push_back(
        "The same both times for everybody. TO DECIDE: does it describe the people ([[characteristic]])?");
    return true;
  }
  if (!found || (pairs > 0 && opposed.empty())) return false;
  if (pairs == 0) {
    const std::string why = reason == nobody ? "nobody has it both times" : "not scored: " + unscored;
    hold(block, unclear.empty() ? why : unclear);
    block.remarks.push_back(reason);
    return true;
  }
  hold_opposed(material, opposed, block);
  const auto texts = seen_texts(material, block.columns);
  for (const std::size_t column : block.columns) added.push_back(single_outcome(material, column, texts));
  return true;
}

bool refine_duplicates(const survey::Survey& survey, Block& input) {
  const std::size_t duplicates = survey.problems.count(survey::ProblemKind::undecided_duplicate);
  if (duplicates == 0) return false;
  input.lines.push_back(
      {"# duplicates = \"first\"", fmt::format("TO DECIDE: {} of a person in one wave; first, last or most-complete?",
                                               counted(duplicates, "second row", "second rows"))});
  return true;
}

bool refine_decimals(const survey::Survey& survey, Block& input) {
  for (const auto& outcome : survey.outcomes) {
    if (outcome.unclear_number.empty()) continue;
    input.lines.push_back({"# decimal = \".\"", "TO DECIDE: " + outcome.unclear_number +
                                                    "; \".\" or \",\" says which sign is that of fractions"});
    return true;
  }
  return false;
}

bool refine_group(const Material& material, const survey::Survey& survey, Block& group) {
  const std::size_t conflicts = survey.problems.count(survey::ProblemKind::group_conflict);
  const auto& choice = material.shape.groups.front();
  if (!choice || choice->by_name || 10 * conflicts < survey.people()) return false;
  group.held = true;
  group.remarks.push_back(fmt::format("{} after than before: hardly a group.",
                                      counted(conflicts, "person has another value", "people have another value")));
  return true;
}

}  // namespace

bool refine(const Material& material, const survey::Survey& survey, Draft& draft) {
  bool changed = refine_group(material, survey, draft.group);
  changed = refine_duplicates(survey, draft.input) || changed;
  changed = refine_decimals(survey, draft.input) || changed;
  std::vector<Block> outcomes;
  for (auto& block : draft.outcomes) {
    std::vector<Block> added;
    if (!block.held) changed = refine_outcome(material, survey, block, added) || changed;
    outcomes.push_back(std::move(block));
    for (auto& one : added) outcomes.push_back(std::move(one));
  }
  draft.outcomes = std::move(outcomes);
  name_apart(draft.outcomes);
  return changed;
}

}  // namespace ecpr::draft
