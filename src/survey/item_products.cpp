#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <span>

#include "answer_block.hpp"
#include "scoring.hpp"

namespace ecpr::survey {

using instruments::Questionnaire;
using instruments::Scale;

namespace {

/// Sums over the complete forms of one group. Doubles are exact here: whole numbers far below 2^53.
class GroupSums {
 public:
  explicit GroupSums(Eigen::Index items) : pending_(rows_at_once, items), sums_(items), products_(items, items) {
    sums_.setZero();
    products_.setZero();
  }

  void add(const Eigen::RowVectorXd& answers) {
    pending_.row(waiting_++) = answers;
    if (waiting_ == rows_at_once) flush();
  }

  void flush() {
    const auto rows = pending_.topRows(waiting_);
    sums_ += rows.colwise().sum();
    products_.noalias() += rows.transpose() * rows;
    n_ += static_cast<std::size_t>(waiting_);
    waiting_ = 0;
  }

  void add(const GroupSums& other) {
    sums_ += other.sums_;
    products_ += other.products_;
    n_ += other.n_;
  }

  ItemProducts result() const {
    ItemProducts result;
    result.n = n_;
    result.items = static_cast<std::size_t>(sums_.size());
    for (const double sum : sums_) result.sums.push_back(static_cast<std::int64_t>(sum));
    for (Eigen::Index i = 0; i < products_.size(); ++i)
      result.products.push_back(static_cast<std::int64_t>(products_.data()[i]));  // symmetric: either order of rows
    return result;
  }

 private:
  static constexpr Eigen::Index rows_at_once = 64;
  Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> pending_;
  Eigen::RowVectorXd sums_;
  Eigen::MatrixXd products_;
  Eigen::Index waiting_ = 0;
  std::size_t n_ = 0;
};

/// Complete forms with fractions: the covariance by two passes.
class GroupForms {
 public:
  explicit GroupForms(Eigen::Index items) : items_(items) {}

  void add(const Eigen::RowVectorXd& answers) { forms_.insert(forms_.end(), answers.begin(), answers.end()); }
  void flush() {}
  void add(const GroupForms& other) { forms_.insert(forms_.end(), other.forms_.begin(), other.forms_.end()); }

  ItemProducts result() const {
    using Forms = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    ItemProducts result;
    result.items = static_cast<std::size_t>(items_);
    result.n = forms_.size() / result.items;
    const Eigen::Map<const Forms> forms(forms_.data(), static_cast<Eigen::Index>(result.n), items_);
    result.covariance.assign(result.items * result.items, 0);
    if (result.n < 2) return result;
    const Eigen::MatrixXd centred = forms.rowwise() - forms.colwise().mean();
    const Eigen::MatrixXd covariance = centred.transpose() * centred / static_cast<double>(result.n - 1);
    result.covariance.assign(covariance.data(), covariance.data() + covariance.size());
    return result;
  }

 private:
  Eigen::Index items_;
  std::vector<double> forms_;
};

/// The answers of one person to the items of a scale, about the middle of the range and reversed.
class CentredAnswers {
 public:
  CentredAnswers(const Questionnaire& questionnaire, const Scale& scale)
      : scale_(scale),
        middle_(questionnaire.value_lowest + questionnaire.value_highest),
        sign_(Eigen::RowVectorXd::Ones(static_cast<Eigen::Index>(scale.items.size()))),
        answers_(sign_) {
    for (const std::size_t item : scale.reversed)
      sign_(std::find(scale.items.begin(), scale.items.end(), item) - scale.items.begin()) = -1;
  }

  /// Valid until the next call.
  const Eigen::RowVectorXd& of(const AnswerBlock& block, Eigen::Index person) {
    for (std::size_t i = 0; i < scale_.items.size(); ++i) {
      const auto item = static_cast<Eigen::Index>(i);
      const double value = block.values()(person, static_cast<Eigen::Index>(scale_.items[i]));
      answers_(item) = sign_(item) * (2 * value - middle_);
    }
    return answers_;
  }

 private:
  const Scale& scale_;
  double middle_;
  Eigen::RowVectorXd sign_, answers_;
};

bool complete(const AnswerBlock& block, Eigen::Index person, const Scale& scale) {
  for (const std::size_t item : scale.items) {
    if (block.mask()(person, static_cast<Eigen::Index>(item)) == 0) return false;
  }
  return true;
}

/// Whose sums are made beside those of all participants.
struct Grouping {
  std::span<const std::uint32_t> of_person;
  std::size_t groups;  ///< 0: nobody's
};

/// Products of one scale: all participants first, then every group.
template <class Sums>
std::vector<ItemProducts> scale_products(const Questionnaire& questionnaire, const Scale& scale,
                                         const WaveAnswers& answers, const Grouping& grouping) {
  const auto items = static_cast<Eigen::Index>(scale.items.size());
  std::vector<Sums> sums(grouping.groups + 1, Sums(items));  // the last: people without a group
  CentredAnswers centred(questionnaire, scale);
  AnswerBlock block(questionnaire, answers);
  for (std::size_t first = 0, count = 0; (count = block.load(first)) > 0; first += count) {
    for (std::size_t i = 0; i < count; ++i) {
      const auto person = static_cast<Eigen::Index>(i);
      if (!complete(block, person, scale)) continue;
      const auto group = grouping.groups == 0 ? nobody : grouping.of_person[first + i];
      sums[group == nobody ? grouping.groups : group].add(centred.of(block, person));
    }
  }
  for (auto& group : sums) group.flush();
  Sums all(items);
  for (const auto& group : sums) all.add(group);
  std::vector<ItemProducts> products{all.result()};
  for (std::size_t group = 0; group < grouping.groups; ++group) {
    products.push_back(sums[group].result());
    products.back().group = group;
  }
  return products;
}

bool all_whole(const Questionnaire& questionnaire) {
  for (const auto& item : questionnaire.items) {
    for (const double value : item.values) {
      if (value != std::floor(value)) return false;
    }
  }
  return true;
}

}  // namespace

std::vector<ItemProducts> item_products(const Questionnaire& questionnaire, const WaveAnswers& answers,
                                        const Survey& survey, const ProductsOf& which) {
  std::vector<ItemProducts> all;
  const Grouping grouping{survey.group, which.by_group ? survey.groups.size() : 0};
  const bool exact = answers.coded && all_whole(questionnaire);
  for (std::size_t scale = 0; scale < questionnaire.scales.size(); ++scale) {
    const Scale& of = questionnaire.scales[scale];
    if (of.items.size() < 2) continue;
    for (auto& products : exact ? scale_products<GroupSums>(questionnaire, of, answers, grouping)
                                : scale_products<GroupForms>(questionnaire, of, answers, grouping)) {
      products.outcome = which.first_outcome + scale;
      products.post = which.post;
      all.push_back(std::move(products));
    }
  }
  return all;
}

}  // namespace ecpr::survey
