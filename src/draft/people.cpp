#include "people.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "blocks.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/definition/quoted.hpp"
#include "group_guess.hpp"
#include "kinds_of_columns.hpp"

namespace ecpr::draft {

namespace {

using survey::ColumnImpression;

/// Values that are one but for case and blanks.
struct Level {
  std::string key;
  std::vector<std::string> spellings;
  std::size_t rows = 0;
};

/// The levels of the group columns in order of first appearance; empty when there are too many to list.
std::vector<Level> levels_of(const Material& material) {
  std::vector<Level> levels;
  for (std::size_t file = 0; file < material.files.size(); ++file) {
    const auto& group = material.shape.groups[file];
    if (!group) continue;
    const ColumnImpression& column = material.files[file].columns[group->column];
    if (column.many_values) return {};
    for (const auto& value : column.values) {
      if (invalid_utf8(value.text)) return {};
      const std::string key = comparison_key(value.text);
      auto known = std::find_if(levels.begin(), levels.end(), [&](const Level& level) { return level.key == key; });
      if (known == levels.end()) known = levels.insert(known, Level{key, {}, 0});
      if (std::find(known->spellings.begin(), known->spellings.end(), value.text) == known->spellings.end())
        known->spellings.push_back(value.text);
      known->rows += value.count;
    }
  }
  return levels;
}

std::string quoted_list(const std::vector<std::string>& texts) {
  std::vector<std::string> quoted;
  for (const auto& text : texts) quoted.push_back(definition::quoted(text));
  return fmt::format("[{}]", fmt::join(quoted, ", "));
}

/// The column that a description stands in: in the first file that has it.
const ColumnImpression& column_of(const Material& material, std::size_t file, std::size_t column) {
  return material.files[file].columns[column];
}

bool is_taken(const Material& material, std::size_t file, std::size_t column) {
  const auto& shape = material.shape;
  const auto taken = [&](const std::optional<survey::ColumnChoice>& choice) {
    return choice && choice->column == column;
  };
  return taken(shape.ids[file]) || taken(shape.groups[file]) || (file == 0 && taken(shape.wave));
}

Block characteristic(const ColumnImpression& column, ColumnKind kind) {
  Block block;
  const bool number = kind == ColumnKind::age && 2 * column.numbers > column.filled;
  block.name = column.called;
  block.lines = {{assigned("column", column.called), "guess: by its name or question"},
                 {assigned("kind", number ? "number" : "category"), ""}};
  return block;
}

/// Columns that may be the groups, to choose from.
Block group_to_choose(const Material& material) {
  Block block;
  block.held = true;
  block.remarks.push_back("TO DECIDE: which of these says the groups, if any? Without one all people are one group.");
  for (const std::size_t column : group_candidates(material))
    block.lines.push_back({assigned("column", column_of(material, 0, column).called), ""});
  return block;
}

}  // namespace

Block draft_group(const Material& material) {
  Block block;
  const auto& group = material.shape.groups.front();
  if (!group) return group_to_choose(material);
  block.lines.push_back({assigned("column", material.files[0].columns[group->column].called), how(*group)});
  if (material.files[0].columns[group->column].many_values)
    block.remarks.push_back("Too many different values to list them here: each is a group.");
  for (const auto& level : levels_of(material)) {
    block.lines.push_back({"[[group.level]]", ""});
    block.lines.push_back({assigned("label", level.spellings[0]), counted(level.rows, "row", "rows")});
    block.lines.push_back({fmt::format("values = {}", quoted_list(level.spellings)),
                           level.spellings.size() > 1 ? "guess: spellings of one group" : ""});
  }
  return block;
}

std::vector<Block> draft_characteristics(const Material& material) {
  constexpr std::size_t most = 20;
  std::vector<Block> blocks;
  std::vector<std::string> known;
  for (std::size_t file = 0; file < material.files.size(); ++file) {
    for (std::size_t i = 0; i < material.files[file].columns.size(); ++i) {
      const ColumnImpression& column = column_of(material, file, i);
      if (column.called.empty() || column.filled == 0 || is_taken(material, file, i)) continue;
      const ColumnKind kind = kind_of_column(column.name, column.called);
      if (kind != ColumnKind::age && kind != ColumnKind::characteristic) continue;
      if (kind == ColumnKind::characteristic && column.many_values) continue;
      if (std::find(known.begin(), known.end(), column.called) != known.end() || blocks.size() == most) continue;
      known.push_back(column.called);
      blocks.push_back(characteristic(column, kind));
    }
  }
  return blocks;
}

std::vector<std::string> training_columns(const Material& material) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < material.files[0].columns.size(); ++i) {
    const ColumnImpression& column = column_of(material, 0, i);
    if (!column.called.empty() && !is_taken(material, 0, i) &&
        kind_of_column(column.name, column.called) == ColumnKind::training)
      names.push_back(column.called);
  }
  return names;
}

}  // namespace ecpr::draft
