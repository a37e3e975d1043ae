#include "wide_spelling.hpp"

#include <algorithm>
#include <cctype>

#include "ecpr/instruments/catalogue.hpp"

namespace ecpr::survey {

namespace {

/// How well a spelling fits: columns of built-in instruments count first, then columns of any kind.
struct Fit {
  std::size_t items = 0, columns = 0;

  bool operator>(const Fit& other) const {
    return items != other.items ? items > other.items : columns > other.columns;
  }
};

/// Names that may be numbered items: waves that are numbers, and w1 or t1 with nothing between it and the column.
bool may_be_items(const WaveSpelling& spelling) {
  const bool numbered = std::isdigit(static_cast<unsigned char>(spelling.names.post.back())) != 0;
  const bool apart = spelling.pattern.size() > std::string_view("{column}{wave}").size();
  return !in_words(spelling.names) || (numbered && !apart);
}

/// x_1, x_2 and x_3 are items, not waves of x.
bool goes_on(const Header& header, const WaveSpelling& spelling, const std::string& column) {
  std::string third = spelling.names.post;
  third.back() = third.back() == '2' ? '3' : '2';
  return header.has(WaveSpelling{spelling.pattern, {third, third}}.spelt(column, false));
}

Fit fit_of(const std::vector<std::string>& columns) {
  Fit fit{0, columns.size()};
  if (columns.size() < 2) return fit;
  for (const auto& recognized : instruments::recognize(columns)) fit.items += recognized.items.columns.size();
  return fit;
}

}  // namespace

bool in_words(const study::WaveNames& names) { return std::isdigit(static_cast<unsigned char>(names.pre[0])) == 0; }

std::vector<std::string> wide_columns(const Header& header, const WaveSpelling& spelling) {
  auto columns = columns_of_both_waves(header, spelling);
  if (may_be_items(spelling))
    std::erase_if(columns, [&](const std::string& column) { return goes_on(header, spelling, column); });
  return columns;
}

std::optional<WaveSpelling> best_wide_spelling(const Header& header) {
  std::optional<WaveSpelling> best;
  Fit most;
  for (const auto& spelling : wave_spellings({})) {
    if (best && in_words(best->names) && !in_words(spelling.names)) continue;
    const Fit fit = fit_of(wide_columns(header, spelling));
    if (!(fit > most)) continue;
    most = fit;
    best = spelling;
  }
  return best;
}

}  // namespace ecpr::survey
