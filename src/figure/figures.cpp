#include "ecpr/figure/figures.hpp"

#include <iterator>

namespace ecpr::figure {

namespace {

void append(std::vector<Figure>& figures, std::vector<Figure> more) {
  figures.insert(figures.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

std::vector<Figure> overview_figures(const analysis::Analysis& analysis, const document::NumberStyle& style) {
  std::vector<Figure> all{flow_diagram(analysis, style)};
  append(all, forests_of_outcomes(analysis, style));
  append(all, forests_by_group(analysis, style));
  return all;
}

std::vector<Figure> outcome_figures(const analysis::Analysis& analysis, const survey::Survey& survey,
                                    std::size_t outcome, const document::NumberStyle& style) {
  if (analysis.comparison(outcome, std::nullopt).test.n < 2) return {};
  return {paired_change_plot(analysis, survey, outcome, style), change_distribution(analysis, survey, outcome, style)};
}

std::vector<Figure> figures(const analysis::Analysis& analysis, const survey::Survey& survey,
                            const document::NumberStyle& style) {
  std::vector<Figure> all = overview_figures(analysis, style);
  for (std::size_t outcome = 0; outcome < analysis.outcomes.size(); ++outcome)
    append(all, outcome_figures(analysis, survey, outcome, style));
  return all;
}

}  // namespace ecpr::figure
