#include "own_outcomes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "blocks.hpp"
#include "ecpr/base/text.hpp"
#include "kinds_of_columns.hpp"

namespace ecpr::draft {

namespace {

constexpr double most_answers = 10;  // a scale of 0 to 10
constexpr std::size_t fewest_items = 3, most_items = 100;

/// What the names of the items of one scale share: the question of a grid, or the name before its number.
std::string stem_of(const std::string& name) {
  if (name.ends_with(']')) {
    const std::size_t open = name.rfind('[');
    return open == name.npos || open == 0 ? "" : name.substr(0, open);
  }
  std::size_t end = name.size();
  while (end > 0 && name[end - 1] >= '0' && name[end - 1] <= '9') --end;
  return end == name.size() ? "" : name.substr(0, end);
}

/// A stem without what separates it from the number.
std::string bare(std::string stem) {
  while (!stem.empty() && std::string_view(" _.-:[(").find(stem.back()) != std::string_view::npos) stem.pop_back();
  return stem;
}

/// Stems that number the questions of a form, not the items of a scale.
bool is_plain_numbering(const std::string& stem) {
  const std::string word = case_folded(bare(stem));
  return word.size() < 2 || word == "question" || word == "item" || word == "var" || word == "frage" ||
         word == "column" || word == "col" || word == "field";
}

bool is_item(const Look& look) {
  return look.whole && look.range && look.range->upper - look.range->lower <= most_answers;
}

Block scale(const Material& material, const std::string& stem, const std::vector<std::size_t>& variables) {
  Block block;
  block.columns = variables;
  block.name = bare(stem);
  auto range = *seen_range(material, variables);
  const std::string seen = seen_words(range, {});
  if (range.lower == range.upper) range.upper = range.lower + 1;
  block.remarks.push_back(fmt::format("{} whose names begin alike; no built-in instrument",
                                      counted(variables.size(), "column", "columns")));
  block.lines = {{assigned("name", block.name), "guess: one scale, by the names of its columns"},
                 columns_line(material, variables, ""),
                 {range_text(range), "guess: the answers seen; write the lowest and the highest possible"},
                 {"# reversed = []", "TO DECIDE: items that count the other way round"},
                 {"# score = \"sum\"", "the mean of the items unless you say so"},
                 {"# higher_is = \"better\"", "TO DECIDE: better or worse; neutral while unsaid"}};
  return block;
}

Block score(const Material& material, std::size_t place) {
  const auto& variable = material.shape.variables[place];
  const Look look = material.look_of(variable);
  Block block;
  block.columns = {place};
  block.name = variable.name;
  block.lines = {{assigned("name", variable.name), "guess: " + seen_words(look.range, {})}};
  for (auto& line : column_lines(material, place)) block.lines.push_back(std::move(line));
  if (is_item(look)) {
    block.lines.push_back({"single_item = true", "guess: few different whole numbers"});
  }
  block.lines.push_back({"# range = [0, 100]", "the lowest and the highest possible, so that others are found"});
  block.lines.push_back({"# higher_is = \"better\"", "TO DECIDE: better or worse; neutral while unsaid"});
  return block;
}

/// Variables by the stem of their names, in order of first appearance.
std::vector<std::pair<std::string, std::vector<std::size_t>>> by_stem(const Material& material,
                                                                      const std::vector<std::size_t>& variables) {
  std::vector<std::pair<std::string, std::vector<std::size_t>>> groups;
  std::map<std::string, std::size_t> places;
  for (const std::size_t place : variables) {
    const std::string stem = stem_of(material.shape.variables[place].name);
    if (stem.empty() || is_plain_numbering(stem) || !is_item(material.look_of(material.shape.variables[place])))
      continue;
    const auto [known, added] = places.emplace(stem, groups.size());
    if (added) groups.push_back({stem, {}});
    groups[known->second].second.push_back(place);
  }
  return groups;
}

}  // namespace

std::vector<Block> own_outcomes(const Material& material, std::vector<bool>& taken) {
  std::vector<std::size_t> candidates;
  for (std::size_t i = 0; i < taken.size(); ++i) {
    const auto& variable = material.shape.variables[i];
    const Look look = material.look_of(variable);
    if (taken[i] || !look.numeric || look.pre == 0 || look.post == 0) continue;
    if (kind_of_column(material.pre(variable).name, variable.name) == ColumnKind::asked) candidates.push_back(i);
  }
  std::vector<Block> blocks;
  for (const auto& [stem, variables] : by_stem(material, candidates)) {
    if (variables.size() < fewest_items || variables.size() > most_items) continue;
    blocks.push_back(scale(material, stem, variables));
    for (const std::size_t place : variables) taken[place] = true;
  }
  for (const std::size_t place : candidates) {
    if (taken[place]) continue;
    blocks.push_back(score(material, place));
    taken[place] = true;
  }
  return blocks;
}

}  // namespace ecpr::draft
