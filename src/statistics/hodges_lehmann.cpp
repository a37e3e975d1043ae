#include "ecpr/statistics/hodges_lehmann.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <numeric>
#include <vector>

#include "ecpr/statistics/signed_rank_distribution.hpp"

namespace ecpr::statistics {
namespace {

// Place of a finite double in the order of all doubles; its own inverse up to the casts.
std::int64_t place(std::int64_t bits) { return bits >= 0 ? bits : std::numeric_limits<std::int64_t>::min() - bits; }

// The double halfway in the order of all doubles: bisection takes at most 64 steps whatever the scale.
double halfway(double lower, double upper) {
  const auto low = static_cast<std::uint64_t>(place(std::bit_cast<std::int64_t>(lower)));
  const auto high = static_cast<std::uint64_t>(place(std::bit_cast<std::int64_t>(upper)));
  return std::bit_cast<double>(place(static_cast<std::int64_t>(low + (high - low) / 2)));
}

// The averages (x_i + x_j)/2, i <= j, in order, without a list of them.
class WalshAverages {
 public:
  explicit WalshAverages(std::span<const double> values) : halves_(values.size()) {
    for (std::size_t i = 0; i < values.size(); ++i) halves_[i] = values[i] / 2;
    std::sort(halves_.begin(), halves_.end());
  }

  std::size_t count() const { return halves_.size() * (halves_.size() + 1) / 2; }

  // The rank-th smallest, 1 to count().
  double ordered(std::size_t rank) const {
    double low = 2 * halves_.front(), high = 2 * halves_.back();
    while (low < high) {
      const Cut cut = cut_at(halfway(low, high));
      if (cut.at_most >= rank) {
        high = cut.below;
      } else {
        low = cut.above;
      }
    }
    return low;
  }

  double median() const {
    const std::size_t middle = (count() + 1) / 2;
    const double lower = ordered(middle);
    if (count() % 2 == 1) return lower;
    const Cut cut = cut_at(lower);
    return cut.at_most > middle ? lower : std::midpoint(lower, cut.above);
  }

 private:
  // How many averages are at most some value, the largest of these, and the smallest of the others.
  struct Cut {
    std::size_t at_most = 0;
    double below = -std::numeric_limits<double>::infinity();
    double above = std::numeric_limits<double>::infinity();
  };

  Cut cut_at(double value) const {
    Cut cut;
    std::size_t end = halves_.size();  // partners j < end of i have an average of at most value
    for (std::size_t i = 0; i < halves_.size(); ++i) {
      while (end > i && halves_[i] + halves_[end - 1] > value) --end;
      if (end < halves_.size()) cut.above = std::min(cut.above, halves_[i] + halves_[std::max(end, i)]);
      if (end <= i) break;
      cut.at_most += end - i;
      cut.below = std::max(cut.below, halves_[i] + halves_[end - 1]);
    }
    return cut;
  }

  std::vector<double> halves_;
};

Defined<Interval> interval_of(const WalshAverages& averages, const PairedSample& sample, double confidence) {
  if (sample.changes_are_equal()) return Undefined{"all changes are equal"};
  const auto critical = signed_rank_critical_value(sample.size(), (1 - confidence) / 2);
  if (!critical) return Undefined{"too few pairs for this confidence level"};
  return sample.settled(Interval{averages.ordered(*critical + 1), averages.ordered(averages.count() - *critical)});
}

}  // namespace

HodgesLehmann hodges_lehmann(const PairedSample& sample, double confidence) {
  if (sample.size() == 0) return {Undefined{"no pairs"}, Undefined{"no pairs"}};
  const WalshAverages averages(sample.changes());
  return {sample.settled(averages.median()), interval_of(averages, sample, confidence)};
}

}  // namespace ecpr::statistics
