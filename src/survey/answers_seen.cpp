#include "answers_seen.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "answer_rule.hpp"
#include "scoring.hpp"

namespace ecpr::survey {

namespace {

/// Counts the answers of one person after another.
class Counter {
 public:
  Counter(const WaveAnswers& answers, double lowest) : answers_(answers), lowest_(lowest) {
    seen_.answered.assign(answers.place->size(), 0);
    seen_.unusable.assign(answers.place->size(), 0);
  }

  void add(std::uint32_t row) {
    bool any = false;
    for (std::size_t item = 0; item < answers_.place->size(); ++item) {
      const std::uint32_t place = (*answers_.place)[item];
      const Cell cell = answers_.coded ? add_code(row, place) : add_number(row, place);
      seen_.answered[item] += cell == Cell::usable;
      seen_.unusable[item] += cell == Cell::unusable;
      any |= cell == Cell::usable;
    }
    seen_.people += any;
  }

  AnswersSeen result() {
    for (std::size_t code = 0; code < counts_.size(); ++code) {
      if (counts_[code] > 0) seen_.codes[lowest_ + static_cast<double>(code)] = counts_[code];
    }
    if (many_) seen_.codes.clear();
    return std::move(seen_);
  }

 private:
  enum class Cell { missing, unusable, usable };

  Cell add_code(std::uint32_t row, std::uint32_t place) {
    const std::uint8_t code = answers_.store->answers[row * answers_.plan->answers + place];
    if (code == code::missing) return Cell::missing;
    if (code >= code::first_unusable) return Cell::unusable;
    ++counts_[code];
    return Cell::usable;
  }

  Cell add_number(std::uint32_t row, std::uint32_t place) {
    constexpr std::size_t most = 64;
    const double number = answers_.store->numbers[row * answers_.plan->numbers + place];
    if (std::isnan(number)) return Cell::missing;
    if (!std::isfinite(number)) return Cell::unusable;
    if (!many_) ++seen_.codes[number];
    many_ = many_ || seen_.codes.size() > most;
    return Cell::usable;
  }

  const WaveAnswers& answers_;
  double lowest_;
  AnswersSeen seen_;
  std::array<std::size_t, 256> counts_{};
  bool many_ = false;
};

AnswersSeen seen_in(const WaveAnswers& answers, double lowest) {
  Counter counter(answers, lowest);
  for (const auto row : *answers.row) {
    if (row != no_place) counter.add(row);
  }
  return counter.result();
}

/// In which wave the cell of a problem stands: 1 before, 2 after, 0 neither.
int wave_of(const Problem& problem, const Rows& rows, const Settled& settled) {
  const Layout& layout = *rows.layout;
  if (rows.stores.size() == 2) return problem.file == layout.pre.file ? 1 : 2;
  if (layout.long_file) return problem.wave == 0 ? 0 : settled.label_waves[problem.wave - 1];
  const auto& before = layout.pre.columns[problem.outcome];
  return std::find(before.begin(), before.end(), problem.column) != before.end() ? 1 : 2;
}

/// Numbers that are out of range are kept as problems alone.
void add_out_of_range(const Rows& rows, const Settled& settled, const Survey& survey, std::vector<OutcomeSeen>& seen) {
  for (const Problem& problem : survey.problems.kept()) {
    if (problem.kind != ProblemKind::out_of_range || problem.outcome >= seen.size()) continue;
    const auto number = NumberSpelling{true, true}.parse(survey.problems.text(problem.value));
    const int wave = wave_of(problem, rows, settled);
    if (number && wave != 0) ++(wave == 1 ? seen[problem.outcome].pre : seen[problem.outcome].post).codes[*number];
  }
}

}  // namespace

std::vector<OutcomeSeen> answers_seen(const Rows& rows, const Settled& settled, const Survey& survey) {
  const Layout& layout = *rows.layout;
  std::vector<OutcomeSeen> seen;
  for (std::size_t i = 0; i < layout.outcomes.size(); ++i) {
    const study::Outcome& outcome = layout.outcomes[i];
    const auto of_wave = [&](const WaveCells& cells, const std::vector<std::uint32_t>& row) {
      return seen_in({&rows.stores[cells.file], &layout.files[cells.file], &row, &cells.items[i], is_coded(outcome)},
                     outcome.questionnaire.lowest);
    };
    seen.push_back({of_wave(layout.pre, settled.pre), of_wave(layout.post, settled.post)});
  }
  add_out_of_range(rows, settled, survey, seen);
  return seen;
}

}  // namespace ecpr::survey
