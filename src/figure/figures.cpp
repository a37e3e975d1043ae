#include "ecpr/figure/figures.hpp"

namespace ecpr::figure {

std::vector<Figure> figures(const analysis::Analysis& analysis, const survey::Survey& survey,
                            const document::NumberStyle& style) {
  std::vector<Figure> all{flow_diagram(analysis, style), forest_of_outcomes(analysis, style)};
  for (auto& page : forests_by_group(analysis, style)) all.push_back(std::move(page));
  for (std::size_t outcome = 0; outcome < analysis.outcomes.size(); ++outcome) {
    if (analysis.comparison(outcome, std::nullopt).test.n < 2) continue;
    all.push_back(paired_change_plot(analysis, survey, outcome, style));
    all.push_back(change_distribution(analysis, survey, outcome, style));
  }
  return all;
}

}  // namespace ecpr::figure
