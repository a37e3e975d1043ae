// From answers to scores: a matrix product per questionnaire.
#pragma once

#include <cstdint>
#include <vector>

#include "ecpr/survey/survey.hpp"
#include "layout.hpp"
#include "row_store.hpp"
#include "settle.hpp"
#include "two_waves.hpp"

namespace ecpr::survey {

/// The rows of one wave in the order of the people, and where an outcome's items stand in them.
struct WaveAnswers {
  const RowStore* store;
  const FilePlan* plan;
  const std::vector<std::uint32_t>* row;    ///< per person, or no_place
  const std::vector<std::uint32_t>* place;  ///< per item
  bool coded;
};

/// One column per scale of `questionnaire`. With answers A (missing = 0) and mask M: sums = A K + M C,
/// counts = M |K|, where K holds +1 or -1 (reversed) and C lowest + highest of each reversed item.
std::vector<ScoreColumn> score(const instruments::Questionnaire& questionnaire, const WaveAnswers& answers);

/// A score that is already there.
ScoreColumn ready_score(const WaveAnswers& answers);

/// The largest unit of the last decimals of those answers to `items` (places in the questionnaire) that were rounded
/// when they were typed; 0: all are exact.
double unit_of_answers(const WaveAnswers& answers, const std::vector<std::size_t>& items);

/// The same of the scores of `scale`: a mean is off by as much as an item may be, a sum by as much as all items
/// together.
double unit_of_scores(const WaveAnswers& answers, const instruments::Scale& scale);

/// Where the scales of a questionnaire stand among the outcomes of a survey.
struct ProductsOf {
  std::size_t first_outcome;
  bool post;
  bool by_group;  ///< beside all participants
};

/// Cross-products of the items of every scale of 2 or more items, over all participants and, if asked for, per group.
std::vector<ItemProducts> item_products(const instruments::Questionnaire& questionnaire, const WaveAnswers& answers,
                                        const Survey& survey, const ProductsOf& of);

/// Scores every outcome of `survey.sources` into the survey; `fits` says which ones are not, one per outcome.
void score_outcomes(const Rows& rows, const Settled& settled, const std::vector<WaveFit>& fits, ItemSums item_sums,
                    Survey& survey);

}  // namespace ecpr::survey
