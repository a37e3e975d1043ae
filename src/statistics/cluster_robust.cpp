#include "ecpr/statistics/cluster_robust.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "ecpr/statistics/moments.hpp"
#include "ecpr/statistics/standard_scale.hpp"
#include "ecpr/statistics/student_t.hpp"

namespace ecpr::statistics {
namespace {

/// A cluster's changes, in units of the spread of all changes.
struct Cluster {
  double n, mean, variance;
  double share = 0;      ///< of all people
  double deviation = 0;  ///< of the mean from that of everybody
};

template <class Term>
double total(const std::vector<Cluster>& clusters, Term term) {
  std::vector<double> terms(clusters.size());
  std::transform(clusters.begin(), clusters.end(), terms.begin(), term);
  return sum(terms);
}

std::vector<Cluster> clusters_of(std::span<const double> changes, std::span<const std::size_t> cluster_of_pair,
                                 const StandardScale& scale) {
  std::map<std::size_t, std::vector<double>> members;
  for (std::size_t i = 0; i < changes.size(); ++i) members[cluster_of_pair[i]].push_back(scale(changes[i]));
  std::vector<Cluster> clusters;
  for (const auto& [index, own] : members)
    clusters.push_back({static_cast<double>(own.size()), mean(own), own.size() < 2 ? 0 : variance(own)});
  const double n = static_cast<double>(changes.size());
  const double centre = total(clusters, [](const Cluster& c) { return c.n * c.mean; }) / n;
  for (Cluster& each : clusters) {
    each.share = each.n / n;
    each.deviation = each.mean - centre;
  }
  return clusters;
}

bool equal_means(const std::vector<Cluster>& clusters, double rounding) {
  return std::all_of(clusters.begin(), clusters.end(),
                     [rounding](const Cluster& each) { return std::abs(each.deviation) <= rounding; });
}

bool equal_changes(const std::vector<Cluster>& clusters, double rounding) {
  return equal_means(clusters, rounding) &&
         std::all_of(clusters.begin(), clusters.end(),
                     [rounding](const Cluster& each) { return std::sqrt(each.variance) <= rounding; });
}

Defined<double> intraclass_correlation(const std::vector<Cluster>& clusters, double n, double rounding) {
  const double count = static_cast<double>(clusters.size());
  if (n == count) return Undefined{"every cluster is one person"};
  if (equal_changes(clusters, rounding)) return Undefined{"all changes are equal"};
  const double between =
      total(clusters, [](const Cluster& c) { return c.n * c.deviation * c.deviation; }) / (count - 1);
  const double within = total(clusters, [](const Cluster& c) { return (c.n - 1) * c.variance; }) / (n - count);
  const double size = (n - total(clusters, [](const Cluster& c) { return c.n * c.share; })) / (count - 1);
  return (between - within) / (between + (size - 1) * within);
}

double standard_error(const std::vector<Cluster>& clusters) {
  return std::sqrt(total(clusters, [](const Cluster& c) {
    const double influence = c.share * c.deviation;
    return influence * influence / (1 - c.share);
  }));
}

double satterthwaite_degrees_of_freedom(const std::vector<Cluster>& clusters) {
  std::vector<double> terms;
  double before = 0;
  for (const Cluster& each : clusters) {
    const double leverage = each.share * each.share / (1 - each.share);
    terms.push_back(each.share * each.share);
    terms.push_back(2 * leverage * before);
    before += leverage;
  }
  return 1 / sum(terms);
}

}  // namespace

ClusterRobustChange no_cluster_robust_change(std::size_t n, std::size_t clusters, const std::string& reason) {
  const Undefined why{reason};
  return {n, clusters, why, why, why, why, why, why, why};
}

ClusterRobustChange cluster_robust_change(const PairedSample& sample, std::span<const std::size_t> cluster_of_pair,
                                          double confidence) {
  if (sample.size() != cluster_of_pair.size()) throw std::invalid_argument("one cluster per pair is needed");
  if (sample.size() < 2) return no_cluster_robust_change(sample.size(), sample.size(), "fewer than 2 clusters");
  const StandardScale scale(sample.changes());
  const std::vector<Cluster> clusters = clusters_of(sample.changes(), cluster_of_pair, scale);
  if (clusters.size() < 2) return no_cluster_robust_change(sample.size(), clusters.size(), "fewer than 2 clusters");

  const double rounding = sample.resolution() / scale.unit, m = sample.settled(mean(sample.changes()));
  ClusterRobustChange result =
      no_cluster_robust_change(sample.size(), clusters.size(), "all clusters have the same mean change");
  result.intraclass_correlation = intraclass_correlation(clusters, static_cast<double>(sample.size()), rounding);
  if (equal_means(clusters, rounding)) return result;
  const double error = scale.unit * standard_error(clusters), degrees = satterthwaite_degrees_of_freedom(clusters);
  const double reach = student_t_critical(confidence, degrees) * error;
  result.standard_error = error;
  result.degrees_of_freedom = degrees;
  result.t = m / error;
  const PValue p = student_t_two_sided(*result.t, degrees);
  result.p = p.p;
  result.log10_p = p.log10_p;
  result.interval = sample.settled(Interval{m - reach, m + reach});
  return result;
}

}  // namespace ecpr::statistics
