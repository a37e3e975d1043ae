#include "ecpr/survey/shape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <unordered_map>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "header.hpp"
#include "id_guess.hpp"
#include "same_questions.hpp"
#include "usual_columns.hpp"
#include "wave_guess.hpp"
#include "wave_spelling.hpp"
#include "wide_spelling.hpp"

namespace ecpr::survey {

namespace {

Header header_of(const FileImpression& file) {
  std::vector<ColumnName> names;
  for (const auto& column : file.columns) names.push_back(column.name);
  return Header(file.name, std::move(names));
}

std::optional<ColumnChoice> usual_column(const FileImpression& file, const Header& header,
                                         const std::vector<std::string_view>& usual) {
  for (const auto& wanted : usual) {
    for (std::size_t i = 0; i < file.columns.size(); ++i) {
      const auto& column = file.columns[i];
      if (!column.name.by_platform && !column.called.empty() && skeleton(header.names()[i]) == wanted)
        return ColumnChoice{i, true};
    }
  }
  return std::nullopt;
}

std::vector<std::string> labels_of(const ColumnImpression& column) {
  std::vector<std::string> labels;
  for (const auto& value : column.values) labels.push_back(value.text);
  return labels;
}

/// The first labels of the two waves among `labels`; empty when they are not understood.
std::optional<study::WaveNames> understood(const std::vector<std::string>& labels) {
  try {
    const WavePlaces places = find_waves(labels, std::nullopt, "");
    return study::WaveNames{labels[places.pre.front()], labels[places.post.front()]};
  } catch (const InputError&) {
    return std::nullopt;
  }
}

/// Whether the column says "pre" and "post", or the like, in words: numbers, and answers that begin with one, may be
/// anything.
bool says_waves(const ColumnImpression& column) {
  if (column.values.size() < 2 || column.numbers > 0 || column.called.empty()) return false;
  const auto labels = labels_of(column);
  const auto names = understood(labels);
  return (names && in_words(*names)) || (labels.size() == 2 && waves_by_words(labels));
}

/// Whether several columns are called like x_pre and x_post.
bool spelt_wide(const Header& header) {
  const auto spelling = best_wide_spelling(header);
  return spelling && in_words(spelling->names) && wide_columns(header, *spelling).size() > 1;
}

/// A column with a usual name counts when its labels are understood, or when REDCap says what it is.
std::optional<ColumnChoice> wave_column(const FileImpression& file, const Header& header) {
  if (const auto usual = usual_column(file, header, usual_waves)) {
    const auto& column = file.columns[usual->column];
    const bool events = file.platform == "redcap" && skeleton(column.name.name).ends_with("eventname");
    if (column.values.size() > 1 && (events || understood(labels_of(column)))) return usual;
  }
  if (spelt_wide(header)) return std::nullopt;
  for (std::size_t i = 0; i < file.columns.size(); ++i) {
    if (says_waves(file.columns[i])) return ColumnChoice{i, false};
  }
  return std::nullopt;
}

/// Throws when a column with a usual name says one wave and no other.
void refuse_one_wave(const FileImpression& file, const Header& header) {
  const auto usual = usual_column(file, header, usual_waves);
  if (!usual || file.columns[usual->column].values.size() != 1) return;
  throw InputError(fmt::format(
      "{}: all rows are of one wave, '{}'; if it is one of two files, name the other one, too: ecpr init PRE POST",
      file.name, printable(file.columns[usual->column].values[0].text)));
}

/// The spelling with the wave before its first one, where there is one: T0 and T1 instead of T1 and T2.
std::optional<WaveSpelling> with_earlier_wave(const Header& header, const WaveSpelling& spelling) {
  for (const auto& earlier : earlier_waves(spelling.names)) {
    WaveSpelling waves{spelling.pattern, {earlier, spelling.names.pre}};
    if (!wide_columns(header, waves).empty()) return waves;
  }
  return std::nullopt;
}

void add_variable(Shape& shape, const std::vector<FileImpression>& files, Variable variable) {
  const auto& first = files.front().columns[variable.pre];
  const auto& last = files.back().columns[variable.post];
  if (first.called.empty() || last.called.empty()) return;
  shape.variables.push_back(std::move(variable));
}

bool is_taken(const std::optional<ColumnChoice>& choice, std::size_t column) {
  return choice && choice->column == column;
}

bool is_id_like(const Shape& shape, std::size_t file, std::size_t column) {
  const auto& columns = shape.id_like[file];
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

bool is_free(const Shape& shape, std::size_t file, std::size_t column) {
  return !is_taken(shape.ids[file], column) && !is_taken(shape.groups[file], column) &&
         !is_id_like(shape, file, column);
}

void pair_long(Shape& shape, const std::vector<FileImpression>& files) {
  for (std::size_t i = 0; i < files[0].columns.size(); ++i) {
    if (!is_free(shape, 0, i) || is_taken(shape.wave, i)) continue;
    add_variable(shape, files, {files[0].columns[i].called, i, i});
  }
}

using Places = std::unordered_map<std::string, std::size_t>;

/// The columns that a study file can name, by that name.
Places places_of(const FileImpression& file) {
  Places places;
  for (std::size_t i = 0; i < file.columns.size(); ++i) {
    if (!file.columns[i].called.empty()) places.emplace(file.columns[i].called, i);
  }
  return places;
}

void pair_spelling(Shape& shape, const std::vector<FileImpression>& files, const Header& header,
                   const WaveSpelling& spelling, std::vector<bool>& used) {
  const Places places = places_of(files[0]);
  const bool main = spelling.pattern == shape.column_pattern && spelling.names.pre == shape.wave_names->pre;
  for (const auto& column : wide_columns(header, spelling)) {
    const auto pre = places.find(spelling.spelt(column, false)), post = places.find(spelling.spelt(column, true));
    if (pre == places.end() || post == places.end() || invalid_utf8(column)) continue;
    if (used[pre->second] || used[post->second]) continue;
    add_variable(shape, files, {column, pre->second, post->second, !main});
    used[pre->second] = used[post->second] = true;
  }
}

/// Columns in the spelling of the study first, then those that spell the waves otherwise, in words.
void pair_wide(Shape& shape, const std::vector<FileImpression>& files, const Header& header, const WaveSpelling& best) {
  std::vector<bool> used(files[0].columns.size(), false);
  if (shape.ids[0]) used[shape.ids[0]->column] = true;
  if (shape.groups[0]) used[shape.groups[0]->column] = true;
  pair_spelling(shape, files, header, best, used);
  for (const auto& spelling : wave_spellings({})) {
    if (in_words(spelling.names)) pair_spelling(shape, files, header, spelling, used);
  }
  std::stable_sort(shape.variables.begin(), shape.variables.end(),
                   [](const Variable& a, const Variable& b) { return a.pre < b.pre; });
}

void pair_files(Shape& shape, const std::vector<FileImpression>& files) {
  const Places after = places_of(files[1]);
  std::vector<bool> paired(files[0].columns.size(), false), used(files[1].columns.size(), false);
  for (std::size_t i = 0; i < files[0].columns.size(); ++i) {
    const auto same = after.find(files[0].columns[i].called);
    if (same == after.end() || !is_free(shape, 0, i) || !is_free(shape, 1, same->second)) continue;
    add_variable(shape, files, {files[0].columns[i].called, i, same->second});
    paired[i] = used[same->second] = true;
  }
  for (const auto& [pre, post, name] : same_questions(files[0], files[1])) {
    if (paired[pre] || used[post] || !is_free(shape, 0, pre) || !is_free(shape, 1, post)) continue;
    add_variable(shape, files, {name, pre, post, true});
  }
  std::stable_sort(shape.variables.begin(), shape.variables.end(),
                   [](const Variable& a, const Variable& b) { return a.pre < b.pre; });
}

}  // namespace

bool in_wrong_order(const std::string& first, const std::string& second) {
  const std::vector<std::string> labels{std::filesystem::path(first).stem().string(),
                                        std::filesystem::path(second).stem().string()};
  auto names = understood(labels);
  if (!names) names = waves_by_words(labels);
  return names && names->pre == labels[1];
}

void refuse_without_waves(const FileImpression& file) {
  throw InputError(
      fmt::format("{}: no two waves are found in it: no column says pre and post, and no columns are called like "
                  "x_pre and x_post; if it is one of two files, name the other one, too: ecpr init PRE POST",
                  file.name));
}

Shape shape_of(const std::vector<FileImpression>& files) {
  Shape shape;
  std::vector<Header> headers;
  shape.id_like.resize(files.size());
  for (const auto& file : files) {
    headers.push_back(header_of(file));
    shape.ids.push_back(usual_column(file, headers.back(), usual_ids));
    shape.groups.push_back(usual_column(file, headers.back(), usual_groups));
  }
  if (files.size() > 1) {
    guess_ids(files, headers, shape);
    pair_files(shape, files);
    return shape;
  }
  shape.wave = wave_column(files[0], headers[0]);
  if (shape.wave) {
    shape.kind = Shape::Kind::long_file;
    shape.wave_labels = labels_of(files[0].columns[shape.wave->column]);
    shape.wave_names = understood(shape.wave_labels);
    shape.waves_guessed = !shape.wave_names;
    if (shape.waves_guessed) shape.wave_names = guess_waves(files[0], shape);
    guess_ids(files, headers, shape);
    pair_long(shape, files);
    return shape;
  }
  shape.kind = Shape::Kind::wide_file;
  auto spelling = best_wide_spelling(headers[0]);
  if (!spelling) refuse_one_wave(files[0], headers[0]);
  if (!spelling) refuse_without_waves(files[0]);
  shape.wave_labels = {spelling->names.pre, spelling->names.post};
  if (auto earlier = with_earlier_wave(headers[0], *spelling)) {
    spelling = earlier;
    shape.waves_guessed = true;
    shape.wave_labels.insert(shape.wave_labels.begin(), earlier->names.pre);
  }
  shape.column_pattern = spelling->pattern;
  shape.wave_names = spelling->names;
  guess_ids(files, headers, shape);
  pair_wide(shape, files, headers[0], *spelling);
  return shape;
}

}  // namespace ecpr::survey
