#include "groups.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/error.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/survey/notes.hpp"

namespace ecpr::survey {

namespace {

/// A text per person from the row before, the row after and any other row; no_place: none.
struct PersonTexts {
  std::vector<std::uint32_t> pre, post, any;
};

/// Collects one text column. `text_of(store, row)` gives a number in `pool`, or no_place.
template <class TextOf>
PersonTexts collect(const Rows& rows, const Settled& settled, TextOf text_of) {
  PersonTexts texts;
  texts.any.assign(rows.people.shown.size(), no_place);
  for (std::size_t file = 0; file < rows.stores.size(); ++file) {
    const RowStore& store = rows.stores[file];
    for (std::uint32_t row = 0; row < store.rows(); ++row) {
      const auto text = text_of(file, row);
      if (text != no_place && texts.any[store.person[row]] == no_place) texts.any[store.person[row]] = text;
    }
  }
  const auto at = [&](std::size_t file, std::uint32_t row) { return row == no_place ? no_place : text_of(file, row); };
  for (std::size_t i = 0; i < settled.person.size(); ++i) {
    texts.pre.push_back(at(rows.layout->pre.file, settled.pre[i]));
    texts.post.push_back(at(rows.layout->post.file, settled.post[i]));
  }
  return texts;
}

std::uint32_t first_of(const PersonTexts& texts, const Settled& settled, std::size_t i) {
  if (texts.pre[i] != no_place) return texts.pre[i];
  return texts.post[i] != no_place ? texts.post[i] : texts.any[settled.person[i]];
}

/// Group labels as they are met: the study's levels first, then its order, then the values that are left.
class GroupLabels {
 public:
  explicit GroupLabels(const study::Grouping& grouping) : declared_(grouping.levels.size()) {
    for (const auto& level : grouping.levels) {
      add(level.label);
      for (const auto& value : level.values) level_of_[comparison_key(value)] = level.label;
    }
    for (const auto& level : grouping.levels) level_of_.try_emplace(comparison_key(level.label), level.label);
  }

  /// The place of the label of `value`, new ones at the end.
  std::uint32_t place_of(const std::string& value) {
    const auto level = level_of_.find(comparison_key(value));
    const std::string label = level == level_of_.end() ? normalized(value) : level->second;
    return add(label);
  }

  bool lists(const std::string& value) const { return level_of_.contains(comparison_key(value)); }
  std::size_t declared() const { return declared_; }
  const std::vector<std::string>& labels() const { return labels_; }

 private:
  std::uint32_t add(const std::string& label) {
    const auto [found, is_new] = places_.try_emplace(label, static_cast<std::uint32_t>(labels_.size()));
    if (is_new) labels_.push_back(label);
    return found->second;
  }

  std::size_t declared_;
  std::vector<std::string> labels_;
  std::unordered_map<std::string, std::uint32_t> places_;
  std::unordered_map<std::string, std::string> level_of_;
};

/// Per file the place of each group text's label.
std::vector<std::vector<std::uint32_t>> places_of_texts(const Rows& rows, GroupLabels& labels) {
  std::vector<std::vector<std::uint32_t>> places;
  for (const auto& store : rows.stores) {
    auto& of_file = places.emplace_back();
    for (const auto& text : store.group_texts.texts()) of_file.push_back(labels.place_of(text));
  }
  return places;
}

/// `place` says where a label stands in the survey's groups.
void report_conflicts(const Rows& rows, const Settled& settled, const PersonTexts& texts,
                      const std::vector<std::uint32_t>& place, Survey& survey) {
  const auto file = rows.layout->post.file;
  for (std::size_t i = 0; i < settled.person.size(); ++i) {
    if (texts.pre[i] == no_place || texts.post[i] == no_place || texts.pre[i] == texts.post[i]) continue;
    survey.problems.add({rows.stores[file].line[settled.post[i]], no_place, 0, 0, ProblemKind::group_conflict,
                         static_cast<std::uint8_t>(file), static_cast<std::uint16_t>(place[texts.pre[i]])},
                        survey.groups[place[texts.post[i]]], survey.ids[i]);
  }
}

void report_unlisted(const Rows& rows, const GroupLabels& labels, Survey& survey) {
  if (labels.declared() == 0) return;
  for (std::size_t file = 0; file < rows.stores.size(); ++file) {
    const RowStore& store = rows.stores[file];
    for (std::size_t row = 0; row < store.group.size(); ++row) {
      if (store.group[row] == no_place) continue;
      const std::string& text = store.group_texts.texts()[store.group[row]];
      if (labels.lists(text)) continue;
      survey.problems.add(
          {store.line[row], no_place, 0, 0, ProblemKind::unlisted_group, static_cast<std::uint8_t>(file), 0}, text,
          rows.people.shown[store.person[row]]);
    }
  }
}

/// Per label whether a row of one of the two waves bears it, answered or not.
std::vector<bool> labels_in_waves(const Rows& rows, const std::vector<std::vector<std::uint32_t>>& places,
                                  std::size_t labels, const Settled& settled) {
  std::vector<bool> present(labels, false);
  for (std::size_t file = 0; file < rows.stores.size(); ++file) {
    const RowStore& store = rows.stores[file];
    for (std::size_t row = 0; row < store.group.size(); ++row) {
      const bool counts = store.wave.empty() || settled.wave_counts[store.wave[row]];
      if (counts && store.group[row] != no_place) present[places[file][store.group[row]]] = true;
    }
  }
  return present;
}

[[noreturn]] void refuse_unknown_group(const std::string& label, const std::vector<std::string>& known) {
  const std::string hint = did_you_mean(label, known);
  throw InputError(fmt::format("nobody is in the group '{}' of --group-order{}", printable(label),
                               hint.empty() ? "; the groups are " + listed(known) : hint));
}

/// The final order of the labels: places in `labels`. Groups that were not declared and hold nobody are dropped.
std::vector<std::uint32_t> final_order(const GroupLabels& labels, const study::Grouping& grouping,
                                       const std::vector<std::uint32_t>& group_of_person, std::vector<bool> wanted) {
  for (std::size_t i = 0; i < labels.declared(); ++i) wanted[i] = true;
  for (const auto group : group_of_person) {
    if (group != no_place) wanted[group] = true;
  }
  std::vector<std::uint32_t> order;
  for (const auto& label : grouping.order) {
    const auto found = std::find(labels.labels().begin(), labels.labels().end(), label);
    if (found == labels.labels().end()) refuse_unknown_group(label, labels.labels());
    const auto place = static_cast<std::uint32_t>(found - labels.labels().begin());
    if (std::find(order.begin(), order.end(), place) == order.end()) order.push_back(place);
    wanted[place] = false;
  }
  for (std::uint32_t i = 0; i < wanted.size(); ++i) {
    if (wanted[i]) order.push_back(i);
  }
  return order;
}

}  // namespace

namespace {

/// `group_of` gives the place of a person's group, or `nobody`.
template <class GroupOf>
void count_exclusions(const Rows& rows, const Settled& settled, GroupOf group_of, Survey& survey) {
  std::unordered_map<std::string_view, std::size_t> places;
  for (const ExcludedPerson& one : settled.excluded) {
    const std::string& reason = rows.exclusions[one.reason].reason;
    const auto [place, is_new] = places.try_emplace(reason, survey.exclusions.size());
    if (is_new) survey.exclusions.push_back({reason, 0, std::vector<std::size_t>(survey.groups.size(), 0)});
    Exclusion& exclusion = survey.exclusions[place->second];
    ++exclusion.people;
    ++survey.excluded;
    const std::uint32_t group = group_of(one.person);
    if (group != nobody) ++exclusion.by_group[group];
  }
}

}  // namespace

void settle_groups(const Rows& rows, const Settled& settled, Survey& survey) {
  survey.group.assign(settled.person.size(), nobody);
  if (survey.group_column.empty())
    return count_exclusions(
        rows, settled, [](std::uint32_t) { return nobody; }, survey);
  GroupLabels labels(rows.study->grouping);
  const auto places = places_of_texts(rows, labels);
  const auto texts = collect(rows, settled, [&](std::size_t file, std::uint32_t row) {
    const auto& group = rows.stores[file].group;
    return group.empty() || group[row] == no_place ? no_place : places[file][group[row]];
  });
  report_unlisted(rows, labels, survey);
  std::vector<std::uint32_t> group(settled.person.size());
  for (std::size_t i = 0; i < group.size(); ++i) group[i] = first_of(texts, settled, i);
  const auto order =
      final_order(labels, rows.study->grouping, group, labels_in_waves(rows, places, labels.labels().size(), settled));
  constexpr std::size_t most_groups = 1000;
  if (order.size() > most_groups)
    throw InputError(fmt::format("column '{}' says {} different groups, more than {}; is it the right column?",
                                 printable(survey.group_column), with_thousands(order.size()), most_groups));
  std::vector<std::uint32_t> new_place(labels.labels().size(), nobody);
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    new_place[order[i]] = i;
    survey.groups.push_back(labels.labels()[order[i]]);
  }
  report_conflicts(rows, settled, texts, new_place, survey);
  const auto place_of = [&](std::uint32_t label) { return label == no_place ? nobody : new_place[label]; };
  for (std::size_t i = 0; i < group.size(); ++i) survey.group[i] = place_of(group[i]);
  count_exclusions(
      rows, settled, [&](std::uint32_t person) { return place_of(texts.any[person]); }, survey);
}

namespace {

/// The texts of one column, which has a cell in some files, as numbers of `pool`.
PersonTexts collect_texts(const Rows& rows, const Settled& settled,
                          const std::vector<std::optional<std::uint32_t>>& cells, TextPool& pool) {
  return collect(rows, settled, [&](std::size_t file, std::uint32_t row) {
    if (!cells[file]) return no_place;
    const RowStore& store = rows.stores[file];
    const auto text = store.texts[row * rows.layout->files[file].texts + *cells[file]];
    return text == no_place ? no_place : pool.number_of(store.characteristic_texts.texts()[text]);
  });
}

}  // namespace

void settle_clusters(const Rows& rows, const Settled& settled, Survey& survey) {
  if (rows.layout->clusters.empty()) return;
  TextPool pool;
  const PersonTexts texts = collect_texts(rows, settled, rows.layout->clusters, pool);
  std::size_t changed = 0, unknown = 0;
  for (std::size_t i = 0; i < settled.person.size(); ++i) {
    const auto text = first_of(texts, settled, i);
    survey.cluster.push_back(text == no_place ? nobody : text);
    unknown += text == no_place;
    changed += texts.pre[i] != no_place && texts.post[i] != no_place && texts.pre[i] != texts.post[i];
  }
  survey.cluster_column = *rows.study->input.cluster;
  survey.clusters = pool.texts();
  const std::string column = "'" + printable(survey.cluster_column) + "'";
  if (changed > 0)
    survey.notes.push_back(fmt::format("{} another value of {} after than before; the one before counts",
                                       counted(changed, "person has", "people have"), column));
  if (unknown > 0)
    survey.notes.push_back(fmt::format("{} no value of {}, and {} as a cluster alone",
                                       counted(unknown, "person has", "people have"), column,
                                       unknown == 1 ? "counts" : "each counts"));
}

namespace {

/// Says that texts stand in a column that the study calls a number.
void note_texts(const CharacteristicColumn& column, const std::string& name, Survey& survey) {
  constexpr std::size_t few = 3;
  std::vector<std::string> shown;
  std::size_t people = 0;
  for (std::size_t text = 0; text < column.texts.size(); ++text) {
    if (parse_number(column.texts[text])) continue;
    if (shown.size() < few) shown.push_back("'" + printable(column.texts[text]) + "'");
    people += static_cast<std::size_t>(
        std::count(column.value.begin(), column.value.end(), static_cast<std::uint32_t>(text)));
  }
  if (people == 0) return;
  const auto note = [&](const std::string& examples) {
    return fmt::format(
        "column '{}' should hold numbers (kind = \"number\"): {} no number there{}, which counts "
        "as missing; mend the file, or say kind = \"category\"",
        printable(name), counted(people, "person has", "people have"), examples);
  };
  add_note_on_people(survey, note(", such as " + listed(shown, "or")), note(""));
}

}  // namespace

void settle_characteristics(const Rows& rows, const Settled& settled, Survey& survey) {
  for (std::size_t i = 0; i < rows.study->characteristics.size(); ++i) {
    const auto& wanted = rows.study->characteristics[i];
    TextPool pool;
    const auto texts = collect_texts(rows, settled, rows.layout->characteristics[i], pool);
    CharacteristicColumn column;
    column.label = wanted.label;
    column.kind = wanted.kind;
    for (std::size_t person = 0; person < settled.person.size(); ++person)
      column.value.push_back(first_of(texts, settled, person));
    column.texts = pool.texts();
    if (column.kind == study::Characteristic::Kind::number) note_texts(column, wanted.column, survey);
    survey.characteristics.push_back(std::move(column));
  }
}

}  // namespace ecpr::survey
