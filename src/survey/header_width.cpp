#include "header_width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"

namespace ecpr::survey {

namespace {

std::size_t names_up_to_last(const std::vector<std::string>& header) {
  const auto last = std::find_if(header.rbegin(), header.rend(), [](const std::string& name) { return !name.empty(); });
  return static_cast<std::size_t>(header.rend() - last);
}

bool begins_small(const std::string& name) { return !name.empty() && name[0] >= 'a' && name[0] <= 'z'; }
bool begins_large(const std::string& name) { return !name.empty() && name[0] >= 'A' && name[0] <= 'Z'; }

/// The place of a name that looks like the end of the one before: behind a blank, or, where names begin with capitals,
/// without one. Empty where more names look so than there are too many.
std::optional<std::size_t> split_name(const csv::Reader& reader, std::size_t surplus) {
  const auto& header = reader.header();
  std::vector<std::size_t> behind_blanks, small;
  for (const std::size_t place : reader.names_behind_blanks()) {
    if (place > 0) behind_blanks.push_back(place);
  }
  for (std::size_t i = 1; i < header.size(); ++i) {
    if (begins_small(header[i]) && begins_large(header[i - 1])) small.push_back(i);
  }
  for (const auto* places : {&behind_blanks, &small}) {
    if (!places->empty() && places->size() <= surplus) return places->front();
  }
  return std::nullopt;
}

std::string place_of_fault(const csv::Reader& reader, std::size_t surplus) {
  const char delimiter = reader.dialect().delimiter;
  const auto place = split_name(reader, surplus);
  if (!place || delimiter == '\t')
    return "a name that holds what stands between the cells wants quotation marks; if nobody filled in the last "
           "columns, delete their names or export the file with all its cells";
  const std::string first = printable(reader.header()[*place - 1]), second = printable(reader.header()[*place]);
  return fmt::format("perhaps '{0}' and '{1}' are one name, which wants quotation marks: \"{0}{2} {1}\"", first, second,
                     delimiter);
}

}  // namespace

void require_width(const csv::Reader& reader, const RowWidths& widths) {
  const std::size_t names = names_up_to_last(reader.header());
  if (widths.rows == 0 || widths.widest >= names) return;
  const std::string cells = counted(widths.widest, "cell", "cells");
  const std::string rows =
      widths.narrowest == widths.widest ? "every row below it has " + cells : "no row below it has more than " + cells;
  throw InputError(fmt::format("{}:{}: the header has {}, but {}, so that values would stand under wrong names; {}",
                               reader.name(), reader.header_line(), counted(names, "name", "names"), rows,
                               place_of_fault(reader, names - widths.widest)));
}

}  // namespace ecpr::survey
