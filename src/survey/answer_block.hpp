// A block of people's answers as a matrix: what each answer counts, and which are there.
#pragma once

#include <Eigen/Core>

#include "ecpr/instruments/questionnaire.hpp"
#include "scoring.hpp"

namespace ecpr::survey {

/// Answers of up to `size` people, a row each; missing answers count 0.
class AnswerBlock {
 public:
  static constexpr std::size_t size = 512;

  AnswerBlock(const instruments::Questionnaire& questionnaire, const WaveAnswers& answers);

  /// Loads the people from `first` on; returns how many, 0 at the end.
  std::size_t load(std::size_t first);

  /// Row by row, as the answers lie in the store.
  using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

  const Matrix& values() const { return values_; }  ///< people x items
  const Matrix& mask() const { return mask_; }      ///< 1 where there is an answer, else 0

 private:
  void load_coded(std::size_t row, double* values, double* mask) const;
  void load_numbers(std::size_t row, double* values, double* mask) const;

  const WaveAnswers& answers_;
  std::size_t unusable_ = 0;      ///< allowed answers per item; the code of whatever is none of them
  std::vector<double> value_of_;  ///< per item what each code counts, then 0; empty unless coded
  Matrix values_, mask_;
};

}  // namespace ecpr::survey
