#include "group_guess.hpp"

#include <algorithm>

#include "answer_texts.hpp"
#include "ecpr/base/text.hpp"
#include "kinds_of_columns.hpp"

namespace ecpr::draft {

namespace {

bool is_taken(const std::optional<survey::ColumnChoice>& choice, std::size_t column) {
  return choice && choice->column == column;
}

bool may_be_group(const survey::ColumnImpression& column, std::size_t rows) {
  constexpr std::size_t most_groups = 12;
  if (column.called.empty() || column.numbers > 0 || column.many_values || 3 * column.filled < rows) return false;
  if (column.values.size() < 2 || column.values.size() > most_groups) return false;
  std::vector<std::string> texts;
  for (const auto& value : column.values) {
    if (value.count < 2 || value.text.find(':') != value.text.npos) return false;
    texts.push_back(value.text);
  }
  return answers_for(texts).answers.empty() && kind_of_column(column.name, column.called) == ColumnKind::asked;
}

/// The only column of `file` with the same values, most of them at least.
std::optional<survey::ColumnChoice> column_with_values(const survey::FileImpression& file,
                                                       const survey::ColumnImpression& group) {
  std::optional<survey::ColumnChoice> found;
  for (std::size_t i = 0; i < file.columns.size(); ++i) {
    if (file.columns[i].called.empty() || file.columns[i].values.empty()) continue;
    const auto& values = file.columns[i].values;
    const auto known = std::count_if(values.begin(), values.end(), [&](const survey::SeenValue& value) {
      return std::any_of(group.values.begin(), group.values.end(), [&](const survey::SeenValue& other) {
        return comparison_key(other.text) == comparison_key(value.text);
      });
    });
    if (10 * static_cast<std::size_t>(known) < 8 * values.size()) continue;
    if (found) return std::nullopt;
    found = survey::ColumnChoice{i, false};
  }
  return found;
}

}  // namespace

std::vector<std::size_t> group_candidates(const Material& material) {
  std::vector<std::size_t> candidates;
  const auto& file = material.files.front();
  for (std::size_t i = 0; i < file.columns.size(); ++i) {
    const bool taken = is_taken(material.shape.ids[0], i) || is_taken(material.shape.wave, i);
    if (!taken && may_be_group(file.columns[i], file.rows)) candidates.push_back(i);
  }
  return candidates;
}

void guess_group(Material& material) {
  auto& shape = material.shape;
  if (shape.groups.front()) return;
  const auto candidates = group_candidates(material);
  if (candidates.size() != 1) return;
  shape.groups.front() = survey::ColumnChoice{candidates[0], false};
  const auto twin = std::find_if(shape.variables.begin(), shape.variables.end(),
                                 [&](const survey::Variable& variable) { return variable.pre == candidates[0]; });
  if (twin != shape.variables.end()) {
    if (shape.groups.size() > 1) shape.groups.back() = survey::ColumnChoice{twin->post, false};
    shape.variables.erase(twin);
  } else if (shape.groups.size() > 1) {
    shape.groups.back() = column_with_values(material.files.back(), material.files.front().columns[candidates[0]]);
  }
}

}  // namespace ecpr::draft
