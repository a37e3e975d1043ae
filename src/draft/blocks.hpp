// Lines that outcomes of every kind share.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "material.hpp"

namespace ecpr::draft {

/// The line that names the columns of an outcome, item 1 first: `pattern` with {item}, if it is not empty, else a
/// list. Columns that are called differently after than before are named apart.
Line columns_line(const Material& material, const std::vector<std::size_t>& variables, const std::string& pattern);

/// The line of a score's one column (or two lines).
std::vector<Line> column_lines(const Material& material, std::size_t variable);

/// What people were asked, where the file says so; of a matrix question its own row.
std::string asked_in(const survey::ColumnImpression& column);

/// The part between brackets of a question of a grid, "How often? [I feel left out]"; else the whole name.
std::string short_name(const std::string& column);

/// Holds the outcome back. `waits_for` joins what it waits for already.
void hold(Block& block, std::string_view waits_for);

/// "key = VALUE" with the value between quotation marks.
std::string assigned(std::string_view key, std::string_view text);

/// How a column was chosen: "guess: by its name".
std::string how(const survey::ColumnChoice& choice);

/// "-99", "3.5".
std::string number_text(double number);

/// "range = [1, 4]".
std::string range_text(const Interval& range);

/// The answers that were seen to the variables, texts aside; empty when there are none.
std::optional<Interval> seen_range(const Material& material, const std::vector<std::size_t>& variables);

/// The texts that were seen in the variables, each once.
std::vector<std::string> seen_texts(const Material& material, const std::vector<std::size_t>& variables);

/// "seen: 1 to 4", or which texts were.
std::string seen_words(const std::optional<Interval>& range, const std::vector<std::string>& texts);

}  // namespace ecpr::draft
