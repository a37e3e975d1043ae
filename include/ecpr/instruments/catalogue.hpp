// The built-in instruments: by id, and by the names of columns.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ecpr/instruments/instrument.hpp"

namespace ecpr::instruments {

/// Ids of all built-in instruments, in byte order.
std::vector<std::string> instrument_ids();

/// The built-in instrument `id`, parsed on first use and kept. Safe to call from several threads.
/// Throws UsageError with a suggestion when there is none.
std::shared_ptr<const Instrument> find_instrument(const std::string& id);

/// Where the items of an instrument stand among some columns.
struct ItemColumns {
  std::vector<std::size_t> columns;  ///< place of each item's column, item 1 first
  std::string pattern;  ///< the columns as they are spelt, with {item}; empty when no such pattern gives all of them
  std::vector<std::string> others;  ///< further aliases that all items are found under: which one is meant is a guess
};

/// The columns that carry the usual names of `instrument`'s items (see `aliases`), whatever their case, with `_`,
/// `.`, `-`, blanks or brackets between words, item numbers with or without leading zeros. The first alias counts
/// under which all items 1..N are there and N + 1 is not. Empty when there is none; two columns that differ in such
/// details alone are none.
std::optional<ItemColumns> find_items(const Instrument& instrument, std::span<const std::string> columns);

/// The pattern with {item} that gives `names` (at least one), item 1 first; empty when there is none.
std::string item_pattern(std::span<const std::string> names);

/// An instrument and its columns.
struct Recognized {
  std::shared_ptr<const Instrument> instrument;
  ItemColumns items;
};

/// Every built-in instrument whose items are found among `columns`, in order of its first column. An instrument
/// whose columns all belong to a longer one is left out (the short PANAS inside the long one).
std::vector<Recognized> recognize(std::span<const std::string> columns);

/// How many items of an instrument are there.
struct PartlyFound {
  std::string instrument;            ///< id
  std::vector<std::size_t> columns;  ///< of the items that are there
  std::vector<std::string> missing;  ///< the names that the others should have, spelt as those that are there
};

/// Every built-in instrument of which more than half of the items, and 2 of them, are among `columns` under one of its
/// usual names; complete ones too.
std::vector<PartlyFound> partly_found(std::span<const std::string> columns);

}  // namespace ecpr::instruments
