// What stands in the columns of a file, before anybody has said what they mean.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ecpr/base/interval.hpp"
#include "ecpr/study/study.hpp"
#include "ecpr/survey/platform.hpp"

namespace ecpr::survey {

/// A text of a column, trimmed, and in how many cells it stands.
struct SeenValue {
  std::string text;
  std::size_t count = 0;
};

/// A number that often means "no answer", and in how many cells it stands.
struct SeenCode {
  double code = 0;
  std::size_t count = 0;
};

/// One column. A cell is filled when it is neither blank nor a usual word for a missing answer.
struct ColumnImpression {
  static constexpr std::size_t most_values = 60, longest_value = 200;

  ColumnName name;
  std::string called;  ///< a name that leads to this column alone, in valid UTF-8; empty: there is none
  std::size_t filled = 0;
  std::vector<SeenValue> values;  ///< distinct filled cells in order of first appearance; empty when there are more
                                  ///< than `most_values`, or longer ones than `longest_value` bytes
  bool many_values = false;       ///< that is why `values` is empty
  std::vector<SeenValue> texts;   ///< likewise those that are no numbers
  bool many_texts = false;
  std::size_t numbers = 0;        ///< filled cells that are numbers, whether with a point or with a comma
  std::size_t fractions = 0;      ///< numbers that are not whole
  std::size_t with_comma = 0;     ///< numbers with a decimal comma, unclear ones aside
  std::size_t with_point = 0;     ///< numbers with a decimal point
  std::string unclear;            ///< the first number that may have a comma between thousands: "6,900"; mostly empty
  std::vector<SeenCode> codes;    ///< numbers such as -99 and 999, in order of first appearance
  std::optional<Interval> range;  ///< lowest and highest of the other numbers, unclear ones aside
};

/// One file.
struct FileImpression {
  study::Source source;  ///< as it was opened
  std::string name;      ///< in messages
  std::string platform;  ///< name of the platform whose export it is; "plain" for any table
  std::string encoding;  ///< as it was read
  char delimiter = ',';
  std::size_t rows = 0;      ///< of answers
  std::size_t previews = 0;  ///< rows that were passed over
  std::optional<std::size_t> invalid_utf8_line;
  std::vector<ColumnImpression> columns;
};

/// Reads the file of `source` from beginning to end. Throws InputError as the reader does.
FileImpression look_at(const study::Source& source);

/// Goes through the rows of answers in the file of `source`. Throws InputError as the reader does.
void each_row(const study::Source& source, const std::function<void(std::span<const std::string_view>)>& visit);

/// Lowest and highest number of the column, its codes included but for those that are `missing`; empty without any.
std::optional<Interval> range_without(const ColumnImpression& column, const std::vector<double>& missing);

}  // namespace ecpr::survey
