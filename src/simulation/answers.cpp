#include "answers.hpp"

#include <cmath>

#include "ecpr/simulation/normal_deviate.hpp"

namespace ecpr::simulation {

using statistics::RandomStream;

namespace {

// Purposes of a person's streams: 0 describes the person, 1 is what all outcomes share, then one per outcome.
constexpr std::uint64_t shared_by_outcomes = 1, first_outcome = 2;

/// Two independent numbers: where the person stands before, and how the person's place changes.
struct Disposition {
  double before, change;
};

Disposition draw_disposition(RandomStream& stream) {
  const double before = normal_deviate(stream);
  return {before, normal_deviate(stream)};
}

/// True scores before and after.
struct TrueScores {
  double pre, post;
};

TrueScores true_scores(const Block& block, double between, const Disposition& shared, const Disposition& own,
                       std::size_t group) {
  const double common = block.improvement * std::sqrt(between), rest = std::sqrt(1 - between);
  const double pre = common * shared.before + rest * own.before;
  const double change = common * shared.change + rest * own.change;
  const double stability = block.model.stability;
  return {pre, block.shifts[group] + stability * pre + std::sqrt(1 - stability * stability) * change};
}

std::string draw_answer(const Block& block, std::size_t item, double true_score, double missing, RandomStream& stream) {
  const AnswerModel& model = block.model;
  const double noise = std::sqrt(1 - model.loading * model.loading) * normal_deviate(stream);
  const double latent = model.locations[item] + model.spread * (model.loading * true_score + noise);
  if (is_missing(stream, missing)) return "";
  return block.texts[item][nearest_rank(latent, block.texts[item].size())];
}

void draw_block(const Plan& plan, const Block& block, const TrueScores& scores, RandomStream& stream,
                OutcomeAnswers& answers) {
  for (std::size_t i = 0; i < block.items.size(); ++i) {
    answers.pre[block.items[i]] = draw_answer(block, i, scores.pre, plan.missing, stream);
    answers.post[block.items[i]] = draw_answer(block, i, scores.post, plan.missing, stream);
  }
}

void skip(std::vector<std::string>& answers, double probability, RandomStream& stream) {
  if (is_missing(stream, probability)) answers.assign(answers.size(), "");
}

}  // namespace

OutcomeAnswers draw_answers(const Plan& plan, const std::vector<Block>& blocks, std::size_t outcome,
                            const Person& person, std::size_t number) {
  RandomStream shared_stream = stream_of(plan, number, shared_by_outcomes);
  const Disposition shared = draw_disposition(shared_stream);
  RandomStream stream = stream_of(plan, number, first_outcome + outcome);
  std::size_t items = 0;
  for (const Block& block : blocks) items += block.items.size();
  OutcomeAnswers answers{std::vector<std::string>(items), std::vector<std::string>(items)};
  for (const Block& block : blocks) {
    const Disposition own = draw_disposition(stream);
    draw_block(plan, block, true_scores(block, plan.between_outcomes, shared, own, person.group), stream, answers);
  }
  skip(answers.pre, plan.skipped, stream);
  skip(answers.post, plan.skipped, stream);
  return answers;
}

}  // namespace ecpr::simulation
