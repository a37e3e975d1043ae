#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "ecpr/base/text.hpp"
#include "ecpr/instruments/catalogue.hpp"

namespace ecpr::instruments {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A column name for comparison: case folded, runs of separators one `_`, none at the ends, no leading zeros.
std::string column_key(std::string_view name) {
  std::string key;
  bool separator = false;
  const std::string folded = case_folded(trimmed_unicode(name));
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const char c = folded[i];
    if (std::string_view(" \t_.-[]()").find(c) != std::string_view::npos) {
      separator = true;
      continue;
    }
    if (separator && !key.empty()) key += '_';
    separator = false;
    const bool leading_zero =
        c == '0' && (key.empty() || !is_digit(key.back())) && i + 1 < folded.size() && is_digit(folded[i + 1]);
    if (!leading_zero) key += c;
  }
  return key;
}

/// Columns by their keys. A key that two columns share leads to neither.
class ColumnIndex {
 public:
  explicit ColumnIndex(std::span<const std::string> columns) : columns_(columns) {
    for (std::size_t i = 0; i < columns.size(); ++i) add(by_name_, column_key(columns[i]), i);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string_view name = trimmed_unicode(columns[i]);
      const auto open = name.rfind('[');
      if (name.ends_with(']') && open != name.npos) add(by_row_, column_key(name.substr(open)), i);
    }
  }

  /// The column of `name`; with `rows` also that of a grid question whose row, in brackets at its end, is `name`.
  std::optional<std::size_t> find(const std::string& name, bool rows) const {
    const std::string key = column_key(name);
    if (const auto found = find(by_name_, key)) return found;
    return rows ? find(by_row_, key) : std::nullopt;
  }
  bool any(const std::string& name) const { return by_name_.contains(column_key(name)); }
  const std::string& spelling(std::size_t column) const { return columns_[column]; }

 private:
  static constexpr std::size_t ambiguous = static_cast<std::size_t>(-1);
  using Map = std::unordered_map<std::string, std::size_t>;

  static void add(Map& map, std::string key, std::size_t column) {
    const auto [place, added] = map.try_emplace(std::move(key), column);
    if (!added) place->second = ambiguous;
  }
  static std::optional<std::size_t> find(const Map& map, const std::string& key) {
    const auto found = map.find(key);
    if (found == map.end() || found->second == ambiguous) return std::nullopt;
    return found->second;
  }

  std::span<const std::string> columns_;
  Map by_name_, by_row_;
};

/// The columns of all items under `alias`; empty when one is missing or the items go on after the last.
std::vector<std::size_t> columns_under(const std::string& alias, const Instrument& instrument,
                                       const ColumnIndex& index) {
  const bool by_cue = alias.find("{cue}") != alias.npos;
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < instrument.items.size(); ++i) {
    const std::string name =
        by_cue ? replaced(alias, "{cue}", instrument.items[i].cue) : replaced(alias, "{item}", std::to_string(i + 1));
    const auto column = index.find(name, by_cue);
    if (!column || std::find(columns.begin(), columns.end(), *column) != columns.end()) return {};
    columns.push_back(*column);
  }
  if (!by_cue && index.any(replaced(alias, "{item}", std::to_string(instrument.items.size() + 1)))) return {};
  return columns;
}

std::vector<std::string> spellings(const std::vector<std::size_t>& columns, const ColumnIndex& index) {
  std::vector<std::string> names;
  for (const std::size_t column : columns) names.push_back(index.spelling(column));
  return names;
}

std::optional<ItemColumns> find_items(const Instrument& instrument, const ColumnIndex& index) {
  ItemColumns found;
  for (const auto& alias : instrument.aliases) {
    auto columns = columns_under(alias, instrument, index);
    if (columns.empty() || columns == found.columns) continue;
    if (found.columns.empty()) {
      found.columns = std::move(columns);
      found.pattern = item_pattern(spellings(found.columns, index));
    } else {
      found.others.push_back(alias);
    }
  }
  if (found.columns.empty()) return std::nullopt;
  return found;
}

/// `name`, which ends in the number of an item or holds it last, with another number; as wide where it has leading
/// zeros.
std::string with_number(const std::string& name, std::size_t number) {
  const auto last = std::find_if(name.rbegin(), name.rend(), is_digit).base();
  auto first = last;
  while (first != name.begin() && is_digit(*(first - 1))) --first;
  std::string digits = std::to_string(number);
  const auto width = static_cast<std::size_t>(last - first);
  if (first != last && *first == '0' && digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return std::string(name.begin(), first) + digits + std::string(last, name.end());
}

/// What is there of an instrument under one alias.
PartlyFound partly_under(const std::string& alias, const Instrument& instrument, const ColumnIndex& index) {
  const bool by_cue = alias.find("{cue}") != alias.npos;
  PartlyFound result{instrument.id, {}, {}};
  std::vector<std::size_t> missing;
  std::string example;
  for (std::size_t i = 0; i < instrument.items.size(); ++i) {
    const std::string name =
        by_cue ? replaced(alias, "{cue}", instrument.items[i].cue) : replaced(alias, "{item}", std::to_string(i + 1));
    const auto column = index.find(name, by_cue);
    if (column) {
      result.columns.push_back(*column);
      if (example.empty() && !by_cue) example = index.spelling(*column);
    } else {
      missing.push_back(i);
      result.missing.push_back(name);
    }
  }
  for (std::size_t i = 0; i < missing.size() && !example.empty(); ++i)
    result.missing[i] = with_number(example, missing[i] + 1);
  if (!by_cue && index.any(replaced(alias, "{item}", std::to_string(instrument.items.size() + 1))))
    result.columns.clear();
  return result;
}

bool inside(const ItemColumns& inner, const ItemColumns& outer) {
  if (inner.columns.size() >= outer.columns.size()) return false;
  return std::all_of(inner.columns.begin(), inner.columns.end(), [&](std::size_t column) {
    return std::find(outer.columns.begin(), outer.columns.end(), column) != outer.columns.end();
  });
}

}  // namespace

std::string item_pattern(std::span<const std::string> names) {
  const std::string& first = names.front();
  for (std::size_t at = first.find('1'); at != first.npos; at = first.find('1', at + 1)) {
    const std::string pattern = first.substr(0, at) + "{item}" + first.substr(at + 1);
    bool all = true;
    for (std::size_t i = 0; i < names.size() && all; ++i)
      all = names[i] == replaced(pattern, "{item}", std::to_string(i + 1));
    if (all) return pattern;
  }
  return "";
}

std::optional<ItemColumns> find_items(const Instrument& instrument, std::span<const std::string> columns) {
  return find_items(instrument, ColumnIndex(columns));
}

std::vector<Recognized> recognize(std::span<const std::string> columns) {
  const ColumnIndex index(columns);
  std::vector<Recognized> found;
  for (const auto& id : instrument_ids()) {
    auto instrument = find_instrument(id);
    if (auto items = find_items(*instrument, index)) found.push_back({std::move(instrument), std::move(*items)});
  }
  std::vector<Recognized> kept;
  for (const auto& one : found) {
    const bool part = std::any_of(found.begin(), found.end(),
                                  [&](const Recognized& other) { return inside(one.items, other.items); });
    if (!part) kept.push_back(one);
  }
  std::stable_sort(kept.begin(), kept.end(), [](const Recognized& a, const Recognized& b) {
    return a.items.columns.front() < b.items.columns.front();
  });
  return kept;
}

std::vector<PartlyFound> partly_found(std::span<const std::string> columns) {
  const ColumnIndex index(columns);
  std::vector<PartlyFound> found;
  for (const auto& id : instrument_ids()) {
    const auto instrument = find_instrument(id);
    PartlyFound best;
    for (const auto& alias : instrument->aliases) {
      auto under = partly_under(alias, *instrument, index);
      if (under.columns.size() > best.columns.size()) best = std::move(under);
    }
    if (best.columns.size() >= 2 && 2 * best.columns.size() > instrument->items.size())
      found.push_back(std::move(best));
  }
  return found;
}

}  // namespace ecpr::instruments
