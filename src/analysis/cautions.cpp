#include <algorithm>
#include <cmath>

#include "comparison.hpp"

namespace ecpr::analysis {

namespace {

constexpr std::size_t few_pairs = 10;
constexpr double far_from_normal = 0.01, skewed = 1;
constexpr double many_at_best = 0.15;
constexpr double much_larger = 2;
constexpr double fewest_degrees_of_freedom = 4;

bool is_far_from_normal(const Supplement& supplement) {
  return supplement.shapiro_wilk.p && *supplement.shapiro_wilk.p < far_from_normal && supplement.skewness &&
         std::abs(*supplement.skewness) > skewed;
}

bool is_at_ceiling(const Outcome& outcome, std::span<const double> pre) {
  if (!outcome.possible || outcome.direction == instruments::Direction::neutral || pre.empty()) return false;
  const bool higher = outcome.direction == instruments::Direction::higher_is_better;
  const double best = higher ? outcome.possible->upper : outcome.possible->lower;
  const double error = 1e-12 * std::max(std::abs(outcome.possible->lower), std::abs(outcome.possible->upper));
  const auto at_best =
      std::count_if(pre.begin(), pre.end(), [&](double score) { return std::abs(score - best) <= error; });
  return static_cast<double>(at_best) >= many_at_best * static_cast<double>(pre.size());
}

/// Root mean square of the SDs / SD of the changes, which is d_z / d_av where the mean changed. Two pairs always lie on
/// a line.
bool is_inflated(const statistics::PairedTTest& test) {
  return test.n > 2 && test.t && std::hypot(*test.pre_sd, *test.post_sd) / std::sqrt(2) > much_larger * *test.sd_change;
}

}  // namespace

std::vector<std::string> cautions(const Comparison& comparison, const Outcome& outcome, std::span<const double> pre) {
  std::vector<std::string> notes;
  if (comparison.test.n >= 2 && comparison.test.n < few_pairs) notes.emplace_back("fewer than 10 pairs");
  if (is_far_from_normal(comparison.supplement))
    notes.emplace_back("changes far from normal (Shapiro-Wilk P below .01, skewness beyond 1 in size)");
  if (is_at_ceiling(outcome, pre)) notes.emplace_back("15% or more had the best possible score before (ceiling)");
  if (is_inflated(comparison.test))
    notes.emplace_back(
        "the SD of the changes, by which d_z divides, is less than half that of the scores, by which d_av divides: pre "
        "and "
        "post scores are highly correlated");
  return notes;
}

std::string caution_of(const statistics::ClusterRobustChange& test) {
  if (!test.degrees_of_freedom || *test.degrees_of_freedom >= fewest_degrees_of_freedom) return {};
  return "fewer than 4 degrees of freedom: P and interval of the cluster-robust test cannot be relied on (Tipton 2015)";
}

}  // namespace ecpr::analysis
