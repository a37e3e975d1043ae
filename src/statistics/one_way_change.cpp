#include "ecpr/statistics/one_way_change.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "ecpr/statistics/moments.hpp"
#include "ecpr/statistics/standard_scale.hpp"

namespace ecpr::statistics {
namespace {

/// A group's changes, in units of the spread of all changes.
struct GroupChange {
  double n, mean, variance;
  bool constant;
};

struct Changes {
  std::vector<GroupChange> groups;

  double count() const { return static_cast<double>(groups.size()); }

  template <class Term>
  double total(Term term) const {
    std::vector<double> terms(groups.size());
    std::transform(groups.begin(), groups.end(), terms.begin(), term);
    return sum(terms);
  }

  /// sum w (mean - centre)^2 about the weighted centre.
  template <class Weight>
  double squares_between(Weight weight) const {
    const double centre = total([&](const GroupChange& g) { return weight(g) * g.mean; }) /
                          total([&](const GroupChange& g) { return weight(g); });
    return total([&](const GroupChange& g) { return weight(g) * (g.mean - centre) * (g.mean - centre); });
  }
};

Changes changes_of(std::span<const PairedSample> groups) {
  std::vector<std::span<const double>> parts;
  for (const PairedSample& group : groups) parts.push_back(group.changes());
  const StandardScale scale(joined(parts));
  Changes result;
  for (const PairedSample& group : groups) {
    std::vector<double> changes = scale(group.changes());
    const double n = static_cast<double>(changes.size()), centre = mean(changes);
    for (double& change : changes) change = (change - centre) * (change - centre);
    result.groups.push_back({n, centre, sum(changes) / (n - 1), group.changes_are_equal()});
  }
  return result;
}

FTest fisher_test(const Changes& changes) {
  const auto size = [](const GroupChange& g) { return g.n; };
  const double between = changes.count() - 1, within = changes.total(size) - changes.count();
  const double residual = changes.total([](const GroupChange& g) { return (g.n - 1) * g.variance; }) / within;
  if (std::all_of(changes.groups.begin(), changes.groups.end(), [](const GroupChange& g) { return g.constant; }))
    return no_f_test("the changes within every group are equal", between, within);
  return f_test(changes.squares_between(size) / between / residual, between, within);
}

FTest welch_test(const Changes& changes) {
  const double k = changes.count();
  const std::string constant = "the changes of a group are all equal";
  for (const GroupChange& group : changes.groups)
    if (group.constant) return no_f_test(constant, k - 1, Undefined{constant});

  const auto weight = [](const GroupChange& g) { return g.n / g.variance; };
  const double weights = changes.total(weight);
  const double imbalance = changes.total([&](const GroupChange& g) {
    const double rest = 1 - weight(g) / weights;
    return rest * rest / (g.n - 1);
  }) / (k * k - 1);
  const double f = changes.squares_between(weight) / (k - 1) / (1 + 2 * (k - 2) * imbalance);
  return f_test(f, k - 1, 1 / (3 * imbalance));
}

}  // namespace

OneWayTests one_way_tests_of_change(std::span<const PairedSample> groups) {
  if (groups.size() < 2) {
    const Undefined why{fewer_than_two_groups};
    return {no_f_test(why.reason, why, why), no_f_test(why.reason, why, why)};
  }
  const Changes changes = changes_of(groups);
  return {fisher_test(changes), welch_test(changes)};
}

}  // namespace ecpr::statistics
