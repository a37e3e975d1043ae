#include "ecpr/statistics/group_comparison.hpp"

#include <stdexcept>
#include <utility>

namespace ecpr::statistics {
namespace {

struct Waves {
  std::vector<double> pre, post;
};

std::vector<Waves> by_group(const PairedSample& sample, std::span<const std::size_t> group_of_pair,
                            std::size_t number_of_groups) {
  if (sample.size() != group_of_pair.size()) throw std::invalid_argument("one group per pair is needed");
  std::vector<Waves> groups(number_of_groups);
  for (std::size_t i = 0; i < sample.size(); ++i) {
    if (group_of_pair[i] >= number_of_groups) throw std::invalid_argument("a pair has a group that does not exist");
    groups[group_of_pair[i]].pre.push_back(sample.pre()[i]);
    groups[group_of_pair[i]].post.push_back(sample.post()[i]);
  }
  return groups;
}

/// The places of the groups compared, replaced by the caller's indices.
void name_groups(AnalysisOfCovariance& ancova, const std::vector<std::size_t>& indices) {
  for (AdjustedMean& each : ancova.adjusted_means) each.group = indices[each.group];
  for (AdjustedContrast& each : ancova.contrasts) {
    each.group_a = indices[each.group_a];
    each.group_b = indices[each.group_b];
  }
}

}  // namespace

GroupComparison group_comparison(const PairedSample& sample, std::span<const std::size_t> group_of_pair,
                                 std::size_t number_of_groups, double confidence) {
  std::vector<Waves> groups = by_group(sample, group_of_pair, number_of_groups);
  GroupComparison result;
  std::vector<PairedSample> compared;
  for (std::size_t group = 0; group < groups.size(); ++group) {
    if (groups[group].pre.size() < 2) {
      result.left_out.push_back(group);
      continue;
    }
    result.groups.push_back(group);
    compared.emplace_back(std::move(groups[group].pre), std::move(groups[group].post), sample.typed_unit());
  }
  result.change = one_way_tests_of_change(compared);
  result.ancova = analysis_of_covariance(compared, confidence);
  name_groups(result.ancova, result.groups);
  return result;
}

}  // namespace ecpr::statistics
