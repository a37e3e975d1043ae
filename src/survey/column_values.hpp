// What stands in the columns of one wave, as far as it tells whether a column holds people's ids.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "row_store.hpp"

namespace ecpr::survey {

/// A value, as a hash, and a row of its wave that it stands in.
struct PlacedValue {
  std::size_t value = 0;
  std::uint32_t row = 0;

  auto operator<=>(const PlacedValue&) const = default;
};

/// One column in one wave. Blank cells and usual words for missing answers do not count.
struct ColumnValues {
  std::size_t column = 0;
  std::size_t rows = 0, filled = 0;  ///< rows of the wave
  std::size_t different = 0;         ///< values
  std::vector<PlacedValue> values;   ///< sorted
  std::size_t wholes = 0;            ///< whole numbers in digits alone, of at most 15
  std::size_t codes = 0;             ///< addresses of mail, and words of letters and digits
  bool fractions = false, times = false;
  bool rising = true, falling = true;     ///< of whole numbers: strictly, in the order of the rows
  std::uint64_t lowest = 0, highest = 0;  ///< of whole numbers
  std::uint64_t last = 0, step = 0;       ///< the last one; the greatest common divisor of their distances
  std::size_t digits = 0;                 ///< of the shortest

  /// Whether its values are whole numbers, but for two that may be labels or a sum.
  bool is_whole() const { return wholes > 0 && filled - wholes <= 2 && 3 * wholes >= 2 * filled; }
  bool is_codes() const { return !is_whole() && 3 * codes >= 2 * filled; }
  /// Whether it counts up, or down, with the rows.
  bool counts_rows() const { return is_whole() && wholes >= 3 && (rising || falling); }
  /// The share of the whole numbers between lowest and highest, in steps, that are there: 1 of 5, 6, 7 and 8.
  double density() const;
};

/// Collects the columns of one wave, row by row, and lets go of those whose values recur within it.
class WaveValues {
 public:
  /// `names`: per column of the header, empty for those that cannot be ids; `kept` are kept whatever stands in them.
  /// Values are one as ids are by `rule`.
  WaveValues(const std::vector<std::string>& names, std::vector<std::size_t> kept, IdRule rule);

  void add(std::span<const std::string_view> cells);
  /// The columns that are left, of very many those that hold codes. Requires: no add() afterwards.
  std::vector<ColumnValues> finished();

 private:
  bool is_kept(const ColumnValues& column) const;
  void let_go();

  std::vector<ColumnValues> columns_;
  std::vector<std::size_t> kept_;
  IdRule rule_;
  std::size_t rows_ = 0, next_look_ = 200;
};

}  // namespace ecpr::survey
