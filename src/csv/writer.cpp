#include "ecpr/csv/writer.hpp"

#include <ostream>

#include "ecpr/base/number.hpp"

namespace ecpr::csv {
namespace {

constexpr std::string_view formula_beginnings = "=+-@\t\r";

bool begins_formula(std::string_view cell) {
  return !cell.empty() && formula_beginnings.find(cell[0]) != std::string_view::npos;
}

void write_cell(std::ostream& out, std::string_view cell) {
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
    out << cell;
    return;
  }
  out << '"';
  for (const char c : cell) {
    if (c == '"') out << '"';
    out << c;
  }
  out << '"';
}

}  // namespace

std::string harmless_cell(std::string_view cell) {
  std::string harmless(begins_formula(cell) && !parse_number(cell) ? "'" : "");
  return harmless += cell;
}

std::string_view original_cell(std::string_view cell) {
  const bool guarded = cell.starts_with('\'') && begins_formula(cell.substr(1)) && !parse_number(cell.substr(1));
  return guarded ? cell.substr(1) : cell;
}

void Writer::row(std::span<const std::string> cells) {
  // A row of one empty cell would be a blank line.
  if (cells.size() == 1 && cells[0].empty()) out_ << "\"\"";
  const char* separator = "";
  for (const std::string& cell : cells) {
    out_ << separator;
    write_cell(out_, harmless_cell(cell));
    separator = ",";
  }
  out_ << '\n';
}

}  // namespace ecpr::csv
