#include "ecpr/statistics/ancova.hpp"

#include <string>

#include "ecpr/statistics/adjustment.hpp"
#include "ecpr/statistics/parallel_lines.hpp"
#include "ecpr/statistics/student_t.hpp"

namespace ecpr::statistics {
namespace {

AdjustedMean adjusted_mean(const ParallelLines& lines, std::size_t group, double critical) {
  AdjustedMean result{group, lines.adjusted_mean(group), {}, {}};
  if (lines.fits_exactly()) {
    result.standard_error = Undefined{ParallelLines::exact_fit};
    result.interval = Undefined{ParallelLines::exact_fit};
    return result;
  }
  const double mean = *result.mean, error = lines.standard_error(group);
  result.standard_error = error;
  result.interval = Interval{mean - critical * error, mean + critical * error};
  return result;
}

AdjustedContrast contrast(const ParallelLines& lines, std::size_t a, std::size_t b) {
  AdjustedContrast result;
  result.group_a = a;
  result.group_b = b;
  result.difference = lines.difference(a, b);
  result.degrees_of_freedom = lines.degrees_of_freedom();
  if (lines.fits_exactly()) {
    const Undefined why{ParallelLines::exact_fit};
    result.standard_error = result.t = result.p = result.log10_p = why;
    return result;
  }
  result.standard_error = lines.standard_error_of_difference(a, b);
  result.t = *result.difference / *result.standard_error;
  const PValue tail = student_t_two_sided(*result.t, *result.degrees_of_freedom);
  result.p = tail.p;
  result.log10_p = tail.log10_p;
  return result;
}

void add_adjusted_p(std::vector<AdjustedContrast>& contrasts) {
  std::vector<PValue> family;
  for (const AdjustedContrast& each : contrasts) family.push_back({each.p, each.log10_p});
  const std::vector<PValue> adjusted_family = adjusted(family, Adjustment::holm);
  for (std::size_t i = 0; i < contrasts.size(); ++i) contrasts[i].p_adjusted = adjusted_family[i].p;
}

/// Every mean and contrast of `groups` groups, all empty.
AnalysisOfCovariance empty_analysis(std::size_t groups, const std::string& reason) {
  const Undefined why{reason};
  AnalysisOfCovariance result{no_f_test(reason, why, why), no_f_test(reason, why, why), why, why, {}, {}};
  for (std::size_t a = 0; a < groups; ++a) {
    result.adjusted_means.push_back({a, why, why, why});
    for (std::size_t b = a + 1; b < groups; ++b) result.contrasts.push_back({a, b, why, why, why, why, why, why, why});
  }
  return result;
}

}  // namespace

AnalysisOfCovariance analysis_of_covariance(std::span<const PairedSample> groups, double confidence) {
  if (groups.size() < 2) return empty_analysis(groups.size(), fewer_than_two_groups);
  const ParallelLines lines(groups);
  if (!lines.pre_varies()) return empty_analysis(groups.size(), "the scores before do not vary within any group");
  AnalysisOfCovariance result{lines.test_of_group(), lines.test_of_slopes(), lines.slope(), lines.pre_mean(), {}, {}};
  const double critical = student_t_critical(confidence, lines.degrees_of_freedom());
  for (std::size_t a = 0; a < groups.size(); ++a) {
    result.adjusted_means.push_back(adjusted_mean(lines, a, critical));
    for (std::size_t b = a + 1; b < groups.size(); ++b) result.contrasts.push_back(contrast(lines, a, b));
  }
  add_adjusted_p(result.contrasts);
  return result;
}

}  // namespace ecpr::statistics
