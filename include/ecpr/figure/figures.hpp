// The drawings of an analysis.
#pragma once

#include <vector>

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/document/number_style.hpp"
#include "ecpr/figure/canvas.hpp"
#include "ecpr/survey/survey.hpp"

namespace ecpr::figure {

/// No figure is taller, in points, so that it can be drawn in every format and fits on a page; what is longer is
/// divided into several.
inline constexpr double tallest_figure = 768;

/// Who answered before, after and both times, and who was left out: the first reasons, the others as one line where
/// they are too many.
Figure flow_diagram(const analysis::Analysis& analysis, const document::NumberStyle& style);

/// Cohen d_z with its interval per outcome over all participants, the largest improvement first. Improvement is to the
/// right for every outcome: those whose lower scores are better are drawn mirrored and marked. "forest_all"; of more
/// outcomes than a page has room for (40) "forest_all_1" and so on.
std::vector<Figure> forests_of_outcomes(const analysis::Analysis& analysis, const document::NumberStyle& style);

/// The same by group: the outcome, its groups, all participants as a diamond; on pages, an outcome on one where there
/// is room for it. Empty without groups.
std::vector<Figure> forests_by_group(const analysis::Analysis& analysis, const document::NumberStyle& style);

/// One outcome: everybody's line from before to after (from 500 people on, lines between classes of scores that are the
/// darker the more people take them), the means with their intervals, the distribution of the scores at both sides, and
/// the limits of reliable change from the mean before.
Figure paired_change_plot(const analysis::Analysis& analysis, const survey::Survey& survey, std::size_t outcome,
                          const document::NumberStyle& style);

/// One outcome: how many people changed by how much, between the limits of reliable change and beyond them.
Figure change_distribution(const analysis::Analysis& analysis, const survey::Survey& survey, std::size_t outcome,
                           const document::NumberStyle& style);

/// The figures of the study as a whole: flow, then forests.
std::vector<Figure> overview_figures(const analysis::Analysis& analysis, const document::NumberStyle& style);

/// Paired changes and distribution of one outcome; none where it has fewer than two pairs.
std::vector<Figure> outcome_figures(const analysis::Analysis& analysis, const survey::Survey& survey,
                                    std::size_t outcome, const document::NumberStyle& style);

/// All of them: flow, forests, then both plots per outcome that has two pairs.
std::vector<Figure> figures(const analysis::Analysis& analysis, const survey::Survey& survey,
                            const document::NumberStyle& style);

}  // namespace ecpr::figure
