#include "outcomes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "blocks.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/instruments/catalogue.hpp"
#include "ecpr/instruments/instrument.hpp"
#include "instrument_outcome.hpp"
#include "own_outcomes.hpp"

namespace ecpr::draft {

namespace {

/// How the variables may be called: without their wave; where it has two names, as before, as after.
std::vector<std::vector<std::string>> names_of(const Material& material) {
  std::vector<std::vector<std::string>> names(3);
  for (const auto& variable : material.shape.variables) {
    names[0].push_back(variable.name);
    names[1].push_back(variable.own_names ? material.pre(variable).called : "");
    names[2].push_back(variable.own_names ? material.post(variable).called : "");
  }
  return names;
}

bool any_taken(const std::vector<std::size_t>& variables, const std::vector<bool>& taken) {
  return std::any_of(variables.begin(), variables.end(), [&](std::size_t place) { return taken[place]; });
}

/// Says so where columns of one name asked different things.
void note_other_questions(const Material& material, Block& block) {
  for (const std::size_t place : block.columns) {
    const auto& variable = material.shape.variables[place];
    const std::string before = asked_in(material.pre(variable)), after = asked_in(material.post(variable));
    if (variable.own_names || before.empty() || after.empty() || comparison_key(before) == comparison_key(after))
      continue;
    block.remarks.push_back(fmt::format("TO DECIDE: is '{}' one question? Before: '{}', after: '{}'.",
                                        printable(variable.name), printable(before), printable(after)));
    return;
  }
}

}  // namespace

void name_apart(std::vector<Block>& blocks) {
  std::set<std::string> names;
  for (const auto& block : blocks) {
    if (!block.lines[0].text.starts_with("instrument")) continue;
    names.insert(block.name);
    for (const auto& scale : instruments::find_instrument(block.name)->scales)
      names.insert(block.name + "." + scale.name);
  }
  for (auto& block : blocks) {
    if (block.lines[0].text.starts_with("instrument")) continue;
    const std::string wanted = block.name.empty() ? "score" : block.name;
    block.name = wanted;
    for (std::size_t number = 2; !names.insert(block.name).second; ++number)
      block.name = fmt::format("{} ({})", wanted, number);
    block.lines[0].text = assigned("name", block.name);
  }
}

std::vector<Block> draft_outcomes(const Material& material) {
  std::vector<Block> blocks;
  std::vector<bool> taken(material.shape.variables.size(), false);
  const auto names = names_of(material);
  for (const auto& some : names) {
    for (const auto& recognized : instruments::recognize(some)) {
      const bool shared = any_taken(recognized.items.columns, taken);
      if (shared && &some != &names.front()) continue;
      blocks.push_back(instrument_outcome(material, recognized));
      if (shared) {
        blocks.back().held = true;
        blocks.back().remarks.push_back("TO DECIDE: its columns are taken for another instrument already.");
      }
      for (const std::size_t place : recognized.items.columns) taken[place] = true;
    }
  }
  for (auto& block : own_outcomes(material, taken)) blocks.push_back(std::move(block));
  for (auto& block : blocks) note_other_questions(material, block);
  name_apart(blocks);
  std::stable_sort(blocks.begin(), blocks.end(),
                   [](const Block& a, const Block& b) { return a.columns.front() < b.columns.front(); });
  return blocks;
}

}  // namespace ecpr::draft
