#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "instrument_tables.hpp"

namespace ecpr::instruments {

using definition::Reader;

namespace {

/// The place that `key` names among `variants`; empty for "none", which means that the user must choose.
template <class Variant>
std::optional<std::size_t> read_default(Reader& root, std::string_view key, const std::vector<Variant>& variants) {
  const auto name = root.text(key);
  if (variants.empty()) {
    if (name) root.fail(key, fmt::format("'{}' is given, but there is nothing to choose from", key));
    return std::nullopt;
  }
  std::vector<std::string> names;
  for (const auto& variant : variants) names.push_back(variant.name);
  if (!name)
    root.fail(key, fmt::format("the instrument file needs '{}': {}, or \"none\" when the user must state it", key,
                               listed(names, "or")));
  if (*name == "none") return std::nullopt;
  const auto found = std::find(names.begin(), names.end(), *name);
  if (found == names.end())
    root.fail(key, fmt::format("'{}' should be {} or none, not '{}'", key, listed(names, "or"), printable(*name)));
  return static_cast<std::size_t>(found - names.begin());
}

template <class Variant>
void expect_new_name(const Reader& table, const std::string& name, const std::vector<Variant>& variants) {
  if (name == "none") table.fail("name", "'none' is no name: it means that there is no default");
  for (const auto& variant : variants) {
    if (variant.name == name) table.fail("name", fmt::format("the name '{}' stands twice", name));
  }
}

Coding read_coding(Reader& table, const Instrument& instrument) {
  expect_keys(table, {"name", "meaning", "range", "answers"});
  Coding coding;
  coding.name = read_name(table, "name");
  coding.meaning = table.required_text("meaning");
  coding.lowest = instrument.lowest;
  coding.highest = instrument.highest;
  if (table.has("range")) std::tie(coding.lowest, coding.highest) = read_range(table, true);
  coding.answers = table.numbers("answers").value_or(std::vector<double>{});
  const auto codes = static_cast<std::size_t>(coding.highest - coding.lowest) + 1;
  const bool same_range = coding.lowest == instrument.lowest && coding.highest == instrument.highest;
  if (coding.answers.empty() && !same_range)
    table.fail("range", "a coding with a range of its own needs 'answers', what each of its codes stands for");
  if (!coding.answers.empty() && coding.answers.size() != codes)
    table.fail("answers", fmt::format("'answers' holds {} for the codes {} to {}",
                                      counted(coding.answers.size(), "answer", "answers"), shortest(coding.lowest),
                                      shortest(coding.highest)));
  for (const double answer : coding.answers) {
    if (answer < instrument.lowest || answer > instrument.highest || answer != static_cast<int>(answer))
      table.fail("answers", fmt::format("{} is no answer of {} to {}", shortest(answer), shortest(instrument.lowest),
                                        shortest(instrument.highest)));
  }
  return coding;
}

Order read_order(Reader& table, const Instrument& instrument) {
  expect_keys(table, {"name", "meaning", "items"});
  Order order;
  order.name = read_name(table, "name");
  order.meaning = table.required_text("meaning");
  if (auto items = read_item_numbers(table, "items", instrument.items.size())) {
    if (items->size() != instrument.items.size())
      table.fail("items", fmt::format("'items' of an order should name all {} items, as this form asks them",
                                      instrument.items.size()));
    order.items = std::move(*items);
  } else {
    for (std::size_t i = 0; i < instrument.items.size(); ++i) order.items.push_back(i);
  }
  return order;
}

}  // namespace

void read_codings(Reader& root, Instrument& instrument) {
  for (auto& table : root.tables("coding")) {
    if (!instrument.whole) table.fail("", "answers with fractions (whole = false) have one coding only");
    Coding coding = read_coding(table, instrument);
    expect_new_name(table, coding.name, instrument.codings);
    instrument.codings.push_back(std::move(coding));
  }
  instrument.default_coding = read_default(root, "default_coding", instrument.codings);
}

void read_orders(Reader& root, Instrument& instrument) {
  for (auto& table : root.tables("order")) {
    Order order = read_order(table, instrument);
    expect_new_name(table, order.name, instrument.orders);
    instrument.orders.push_back(std::move(order));
  }
  instrument.default_order = read_default(root, "default_order", instrument.orders);
}

}  // namespace ecpr::instruments
