#include "unused_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "ecpr/base/text.hpp"
#include "people.hpp"

namespace ecpr::draft {

namespace {

std::set<std::size_t> used_columns(const Material& material, const Draft& draft, std::size_t file) {
  const auto& shape = material.shape;
  std::set<std::size_t> used;
  if (shape.ids[file]) used.insert(shape.ids[file]->column);
  if (shape.groups[file]) used.insert(shape.groups[file]->column);
  if (shape.wave) used.insert(shape.wave->column);
  for (const auto& outcome : draft.outcomes) {
    for (const std::size_t place : outcome.columns) {
      const auto& variable = shape.variables[place];
      if (file == 0) used.insert(variable.pre);
      if (file + 1 == material.files.size()) used.insert(variable.post);
    }
  }
  return used;
}

/// Columns that are named in the draft without being outcomes.
std::set<std::string> named_columns(const Material& material, const Draft& draft) {
  std::set<std::string> names;
  for (const auto& block : draft.characteristics) names.insert(block.name);
  for (const auto& name : training_columns(material)) names.insert(name);
  return names;
}

}  // namespace

std::vector<std::string> unused_columns(const Material& material, const Draft& draft) {
  constexpr std::size_t few = 30;
  std::vector<std::string> lines;
  const auto named = named_columns(material, draft);
  for (std::size_t file = 0; file < material.files.size(); ++file) {
    const auto used = used_columns(material, draft, file);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < material.files[file].columns.size(); ++i) {
      const auto& column = material.files[file].columns[i];
      if (column.filled == 0 || column.name.by_platform || used.count(i) > 0 || named.count(column.called) > 0)
        continue;
      names.push_back("'" + printable(column.called.empty() ? column.name.name : column.called) + "'");
    }
    if (names.empty()) continue;
    const std::size_t more = names.size() > few ? names.size() - few : 0;
    if (more > 0) names.resize(few);
    if (more > 0) names.push_back(fmt::format("{} more", more));
    lines.push_back(fmt::format("Not used of {}: {}", printable(material.files[file].name), listed(names)));
  }
  return lines;
}

}  // namespace ecpr::draft
