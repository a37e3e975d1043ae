#include "counting_ids.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/error.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "id_choice.hpp"
#include "id_search.hpp"

namespace ecpr::survey {

namespace {

constexpr std::size_t fewest_rows = 3;

/// Whether the ids are whole numbers that rise, or fall, from row to row.
bool count_rows(const RowStore& store, const People& people) {
  if (store.rows() < fewest_rows) return false;
  bool rising = true, falling = true;
  double last = 0;
  for (std::size_t row = 0; row < store.rows() && (rising || falling); ++row) {
    const std::string& id = people.shown[store.person[row]];
    if (!std::all_of(id.begin(), id.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
    const double number = parse_number(id).value_or(last);
    rising = rising && (row == 0 || number > last);
    falling = falling && (row == 0 || number < last);
    last = number;
  }
  return rising || falling;
}

void report(const Rows& rows, const BetterIds& better, const Header& header, Survey& survey) {
  const std::string now = printable(rows.layout->id_column), other = printable(better.text);
  survey.problems.add(
      {rows.stores[0].line[0], static_cast<std::uint32_t>(survey.remarks.size()), 0, 0, ProblemKind::counting_ids, 0},
      now, "");
  survey.remarks.push_back(
      {fmt::format("the ids in column '{}' count the rows of both files, and column '{}' pairs other people: {} recur "
                   "by it, {} by the ids",
                   printable(header.names()[rows.layout->files[0].id]), other, with_thousands(better.recur),
                   with_thousands(better.recur_now)),
       fmt::format("see which column says who is who; if it is '{0}': {1} (id = \"{0}\" under [input])", other,
                   better.option)});
}

}  // namespace

void find_counting_ids(const Rows& rows, const std::vector<Header>& headers, Survey& survey) {
  constexpr std::size_t most_without_audit = 200'000;
  if (rows.stores.size() < 2 || (!rows.audit && rows.people.shown.size() > most_without_audit)) return;
  if (!std::all_of(rows.stores.begin(), rows.stores.end(),
                   [&](const RowStore& store) { return count_rows(store, rows.people); }))
    return;
  const std::string& column = headers[0].names()[rows.layout->files[0].id];
  if (rows.layout->ids_named) {
    const auto better = better_ids(*rows.study, headers, {rows.layout->files[0].id, rows.layout->files[1].id});
    if (better) report(rows, *better, headers[0], survey);
  } else if (!can_be_read_again({*rows.study->input.pre, *rows.study->input.post})) {
    throw InputError(fmt::format(
        "{} and {}: which column holds the participants' ids? '{}' counts the rows; say --id COLUMN, or --id "
        "\"{}\" if these are people's own numbers (id = \"...\" under [input])",
        headers[0].file(), headers[1].file(), printable(column), printable(column)));
  }
}

}  // namespace ecpr::survey
