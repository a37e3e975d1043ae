// The columns of a table as a list: a header each, and how an item fills it.
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "ecpr/document/table.hpp"

namespace ecpr::report {

/// One column of a table whose rows are made from items of one kind.
template <class Item>
struct ColumnOf {
  document::Column column;
  std::function<document::Cell(const Item&)> cell;
};

/// The headers of `columns`.
template <class Item>
std::vector<document::Column> headers(const std::vector<ColumnOf<Item>>& columns) {
  std::vector<document::Column> all;
  for (const auto& column : columns) all.push_back(column.column);
  return all;
}

/// The cells of `item`.
template <class Item>
std::vector<document::Cell> cells(const std::vector<ColumnOf<Item>>& columns, const Item& item) {
  std::vector<document::Cell> all;
  for (const auto& column : columns) all.push_back(column.cell(item));
  return all;
}

}  // namespace ecpr::report
