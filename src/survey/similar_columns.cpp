#include "similar_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "ecpr/base/text.hpp"
#include "near_misses.hpp"

namespace ecpr::survey {

namespace {

using Names = std::vector<std::string>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Names of columns differ in their numbers by nature.
bool differ_in_digits(std::string a, std::string b) {
  std::erase_if(a, is_digit);
  std::erase_if(b, is_digit);
  return a == b;
}

/// "calm" for "calm.1" and "calm...7"; empty for other names.
std::string without_copy_number(const std::string& name) {
  const auto digits = static_cast<std::size_t>(std::find_if_not(name.rbegin(), name.rend(), is_digit) - name.rbegin());
  std::string before = name.substr(0, name.size() - digits);
  if (digits == 0 || !before.ends_with('.')) return "";
  while (before.ends_with('.')) before.pop_back();
  return before;
}

std::set<std::size_t> used_places(const FilePlan& plan) {
  std::set<std::size_t> places = {plan.id};
  if (plan.group) places.insert(*plan.group);
  if (plan.wave) places.insert(*plan.wave);
  for (const CellUse& cell : plan.cells) places.insert(cell.column);
  return places;
}

struct Pair {
  std::string unused, used;
};

std::vector<Pair> pairs_of(const Names& used, const Names& unused) {
  std::vector<Pair> pairs;
  for (const auto& name : unused) {
    const std::string original = without_copy_number(name);
    if (std::binary_search(used.begin(), used.end(), original)) pairs.push_back({name, original});
  }
  for (const IdPair& pair : near_misses(used, unused, {})) {
    if (pair.several) continue;
    const std::string &wanted = used[pair.pre], &name = unused[pair.post];
    const bool one_letter = pair.likeness == Likeness::one_edit && !differ_in_digits(wanted, name);
    if (pair.likeness <= Likeness::spelling || one_letter) pairs.push_back({name, wanted});
  }
  return pairs;
}

std::string sentence(const std::string& file, const std::vector<Pair>& pairs) {
  constexpr std::size_t few = 5;
  Names shown;
  for (std::size_t i = 0; i < std::min(few, pairs.size()); ++i)
    shown.push_back(fmt::format("'{}' (like '{}')", printable(pairs[i].unused), printable(pairs[i].used)));
  if (pairs.size() > few) shown.push_back(fmt::format("{} more", pairs.size() - few));
  return fmt::format("{}: not used, though nearly named like a column that is: {}", file, listed(shown));
}

}  // namespace

std::vector<std::string> similar_columns(const std::vector<Header>& headers, const Layout& layout) {
  std::set<std::string> wanted;
  for (std::size_t file = 0; file < headers.size(); ++file) {
    for (const auto place : used_places(layout.files[file])) wanted.insert(headers[file].names()[place]);
  }
  std::vector<std::string> sentences;
  for (std::size_t file = 0; file < headers.size(); ++file) {
    const auto places = used_places(layout.files[file]);
    const Names& names = headers[file].names();
    std::set<std::string> unused;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (!places.contains(i) && !names[i].empty() && !wanted.contains(names[i])) unused.insert(names[i]);
    }
    const auto pairs = pairs_of({wanted.begin(), wanted.end()}, {unused.begin(), unused.end()});
    if (!pairs.empty()) sentences.push_back(sentence(headers[file].file(), pairs));
  }
  return sentences;
}

}  // namespace ecpr::survey
