#include "ecpr/analysis/verdict.hpp"

namespace ecpr::analysis {

statistics::PValue deciding_p(const Comparison& comparison) {
  if (const auto& clusters = comparison.supplement.cluster_robust) return {clusters->p, clusters->log10_p};
  return {comparison.test.p, comparison.test.log10_p};
}

statistics::PValue deciding_p_adjusted(const Comparison& comparison) {
  const auto& adjusted = comparison.supplement.cluster_robust ? comparison.cluster_p_adjusted : comparison.p_adjusted;
  if (adjusted) return {adjusted, {}};
  return {adjusted, deciding_p(comparison).log10_p};
}

const Defined<Interval>& deciding_interval(const Comparison& comparison) {
  const auto& clusters = comparison.supplement.cluster_robust;
  return clusters ? clusters->interval : comparison.test.change_interval;
}

bool is_tested(const Comparison& comparison) {
  const statistics::PValue p = deciding_p(comparison);
  return p.p || p.log10_p;
}

}  // namespace ecpr::analysis
