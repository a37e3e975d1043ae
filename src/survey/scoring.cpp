#include "scoring.hpp"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <limits>

#include "answer_block.hpp"
#include "answer_count.hpp"

namespace ecpr::survey {

using instruments::Questionnaire;
using instruments::Scale;

namespace {

constexpr double no_score = std::numeric_limits<double>::quiet_NaN();

/// K, C and |K|: items x scales.
struct Key {
  Eigen::MatrixXd sign, offset, member;
};

Key key_of(const Questionnaire& questionnaire) {
  const auto items = static_cast<Eigen::Index>(questionnaire.items.size());
  const auto scales = static_cast<Eigen::Index>(questionnaire.scales.size());
  Key key{Eigen::MatrixXd::Zero(items, scales), Eigen::MatrixXd::Zero(items, scales),
          Eigen::MatrixXd::Zero(items, scales)};
  for (Eigen::Index scale = 0; scale < scales; ++scale) {
    const Scale& of = questionnaire.scales[static_cast<std::size_t>(scale)];
    for (const std::size_t item : of.items)
      key.sign(static_cast<Eigen::Index>(item), scale) = key.member(static_cast<Eigen::Index>(item), scale) = 1;
    for (const std::size_t item : of.reversed) {
      key.sign(static_cast<Eigen::Index>(item), scale) = -1;
      key.offset(static_cast<Eigen::Index>(item), scale) = questionnaire.value_lowest + questionnaire.value_highest;
    }
  }
  return key;
}

/// The score of one person: one rounding, so that equal scores are equal doubles.
double final_score(const Scale& scale, double sum, double answered) {
  const auto items = static_cast<double>(scale.items.size());
  if (answered < static_cast<double>(scale.minimum_answered) || answered == 0) return no_score;
  if (scale.aggregate == instruments::Aggregate::mean) return sum * scale.multiplier / answered;
  return answered == items || !scale.prorated ? sum * scale.multiplier : sum * scale.multiplier * items / answered;
}

void store_scores(const Questionnaire& questionnaire, const Eigen::MatrixXd& sums, const Eigen::MatrixXd& counts,
                  std::size_t first, std::size_t count, std::vector<ScoreColumn>& columns) {
  for (std::size_t scale = 0; scale < columns.size(); ++scale) {
    const Scale& of = questionnaire.scales[scale];
    const auto column = static_cast<Eigen::Index>(scale);
    for (std::size_t i = 0; i < count; ++i) {
      const double answered = counts(static_cast<Eigen::Index>(i), column);
      const double value = final_score(of, sums(static_cast<Eigen::Index>(i), column), answered);
      columns[scale].value[first + i] = value;
      columns[scale].answered[first + i] = static_cast<std::uint16_t>(answered);
      columns[scale].prorated[first + i] =
          of.prorated && !std::isnan(value) && answered < static_cast<double>(of.items.size());
    }
  }
}

}  // namespace

std::vector<ScoreColumn> score(const Questionnaire& questionnaire, const WaveAnswers& answers) {
  const std::size_t people = answers.row->size();
  std::vector<ScoreColumn> columns(questionnaire.scales.size());
  for (auto& column : columns) {
    column.value.assign(people, no_score);
    column.answered.assign(people, 0);
    column.prorated.assign(people, 0);
  }
  const Key key = key_of(questionnaire);
  AnswerBlock block(questionnaire, answers);
  for (std::size_t first = 0, count = 0; (count = block.load(first)) > 0; first += count) {
    const Eigen::MatrixXd sums = block.values() * key.sign + block.mask() * key.offset;
    const Eigen::MatrixXd counts = block.mask() * key.member;
    store_scores(questionnaire, sums, counts, first, count, columns);
  }
  return columns;
}

ScoreColumn ready_score(const WaveAnswers& answers) {
  ScoreColumn column;
  for (const auto row : *answers.row) {
    const double number =
        row == no_place ? no_score : answers.store->numbers[row * answers.plan->numbers + answers.place->front()];
    column.value.push_back(std::isfinite(number) ? number : no_score);
  }
  return column;
}

namespace {

/// Scores of one outcome in one wave, with the cross-products of its items.
struct WaveScores {
  std::vector<ScoreColumn> columns;
  AnswerCount count;
};

WaveScores wave_scores(const study::Outcome& source, const WaveAnswers& answers) {
  const AnswerCount count = count_answers(source.questionnaire, answers);
  if (!source.scored) return {{ready_score(answers)}, count};
  return {score(source.questionnaire, answers), count};
}

double unit_of(const study::Outcome& source, std::size_t scale, const WaveAnswers& answers) {
  return source.scored ? unit_of_scores(answers, source.questionnaire.scales[scale]) : unit_of_answers(answers, {0});
}

/// Why something is not scored: for those who hold the data, and for results, which hold no cell.
struct NotScored {
  std::string why, in_results;
};

void withhold(ScoredOutcome& outcome, const NotScored& reason) {
  outcome.unscored = reason.why;
  outcome.unscored_in_results = reason.in_results;
  outcome.pre.value.assign(outcome.pre.value.size(), no_score);
  outcome.post.value.assign(outcome.post.value.size(), no_score);
  outcome.pre.prorated.assign(outcome.pre.prorated.size(), 0);
  outcome.post.prorated.assign(outcome.post.prorated.size(), 0);
}

void name_outcome(const study::Outcome& source, std::size_t scale, ScoredOutcome& outcome) {
  outcome.name = source.name;
  outcome.label = source.label;
  if (!source.scored) return;
  outcome.scale = scale;
  const Scale& of = source.questionnaire.scales[scale];
  if (!of.name.empty()) outcome.name += "." + of.name;
  outcome.label = of.label;
}

/// The text that could not be read most often among the answers to an outcome; empty without any.
std::string commonest_text(const ProblemLog& problems, std::size_t outcome) {
  const ProblemLog::ValueCount* most = nullptr;
  for (const auto& value : problems.values()) {
    if (value.kind == ProblemKind::unreadable && value.outcome == outcome && (!most || value.count > most->count))
      most = &value;
  }
  return most ? std::string(problems.text(most->value)) : "";
}

/// Why nothing of the outcome is scored; empty when it is. Of a published questionnaire, codes that it does not know
/// say more than how the waves differ.
NotScored reason_for_all(const study::Outcome& source, const WaveFit& fit, const AnswerCount& pre,
                         const AnswerCount& post, const std::string& commonest, const UnclearScore& unclear) {
  if (!unclear.question.empty())
    return {unclear.question + ": " + unclear.remedy,
            "some numbers may be thousands or fractions: --decimal . or --decimal , says which"};
  const std::string unusable = reason_not_to_score(pre, post, source, commonest);
  if (unusable.empty() || (!source.questionnaire.published && !fit.reason.empty())) return {fit.reason, fit.reason};
  return {unusable, reason_not_to_score(pre, post, source, "")};
}

/// The answers to the items of one scale.
AnswerCount count_of_scale(const study::Outcome& source, std::size_t scale, const WaveAnswers& answers) {
  if (!source.scored) return count_answers(source.questionnaire, answers);
  std::vector<std::uint32_t> places;
  for (const std::size_t item : source.questionnaire.scales[scale].items) places.push_back((*answers.place)[item]);
  WaveAnswers of_scale = answers;
  of_scale.place = &places;
  return count_answers(source.questionnaire, of_scale);
}

}  // namespace

void score_outcomes(const Rows& rows, const Settled& settled, const std::vector<WaveFit>& fits, ItemSums item_sums,
                    Survey& survey) {
  const Layout& layout = *rows.layout;
  for (std::size_t i = 0; i < survey.sources.size(); ++i) {
    const study::Outcome& source = survey.sources[i];
    const auto answers = [&](const WaveCells& cells, const std::vector<std::uint32_t>& row) {
      return WaveAnswers{&rows.stores[cells.file], &layout.files[cells.file], &row, &cells.items[i], is_coded(source)};
    };
    const WaveAnswers before = answers(layout.pre, settled.pre), after = answers(layout.post, settled.post);
    WaveScores pre = wave_scores(source, before), post = wave_scores(source, after);
    const NotScored reason = reason_for_all(source, fits[i], pre.count, post.count, commonest_text(survey.problems, i),
                                            rows.unclear_scores[i]);
    const std::size_t first = survey.outcomes.size();
    for (std::size_t scale = 0; scale < pre.columns.size(); ++scale) {
      ScoredOutcome& outcome = survey.outcomes.emplace_back();
      outcome.source = i;
      name_outcome(source, scale, outcome);
      outcome.pre = std::move(pre.columns[scale]);
      outcome.post = std::move(post.columns[scale]);
      outcome.typed_unit = std::max(unit_of(source, scale, before), unit_of(source, scale, after));
      outcome.unclear_number = rows.unclear_scores[i].question;
      const std::string& of_scale = fits[i].scales[scale].reason;
      if (!reason.why.empty() || !of_scale.empty()) {
        withhold(outcome, reason.why.empty() ? NotScored{of_scale, of_scale} : reason);
        continue;
      }
      outcome.notes = fits[i].scales[scale].notes;
      if (!unusable_answers(pre.count, post.count).empty())
        outcome.unusable =
            unusable_answers(count_of_scale(source, scale, before), count_of_scale(source, scale, after));
    }
    survey.answers.push_back({pre.count.answers, post.count.answers, pre.count.out_of_range + post.count.out_of_range,
                              pre.count.unreadable + post.count.unreadable, layout.pre.columns[i],
                              layout.post.columns[i]});
    if (item_sums == ItemSums::none || !source.scored || !reason.why.empty()) continue;
    for (const bool is_post : {false, true}) {
      const ProductsOf of{first, is_post, item_sums == ItemSums::everybody_and_groups};
      for (auto& products : item_products(source.questionnaire, is_post ? after : before, survey, of)) {
        if (survey.outcomes[products.outcome].unscored.empty()) survey.products.push_back(std::move(products));
      }
    }
  }
}

}  // namespace ecpr::survey
