// The parts of an instrument file, one function each.
#pragma once

#include <initializer_list>

#include "ecpr/definition/definition.hpp"
#include "ecpr/instruments/instrument.hpp"

namespace ecpr::instruments {

/// Throws DefinitionError for the first key of `table` that is not among `keys`.
void expect_keys(definition::Reader& table, std::initializer_list<const char*> keys);

/// The name under `key`: letters, digits, `_` and `-`.
std::string read_name(definition::Reader& table, std::string_view key);

/// A range [lowest, highest]; of whole numbers, at most 250 of them, when `whole`.
std::pair<double, double> read_range(definition::Reader& table, bool whole);

/// Item numbers under `key`, counted from 0; empty when the key is absent.
std::optional<std::vector<std::size_t>> read_item_numbers(definition::Reader& table, std::string_view key,
                                                          std::size_t items);

// Each of these reads one kind of table of the file into `instrument`, which holds what stands above it:
// items and range, then counts, codings and orders, then scales, then what was published about them.
void read_answers(definition::Reader& root, Instrument& instrument);
void read_counts(definition::Reader& root, Instrument& instrument);
void read_codings(definition::Reader& root, Instrument& instrument);
void read_orders(definition::Reader& root, Instrument& instrument);
void read_scales(definition::Reader& root, Instrument& instrument);
void read_publications(definition::Reader& root, Instrument& instrument);
void read_certainty(definition::Reader& root, Instrument& instrument);

}  // namespace ecpr::instruments
