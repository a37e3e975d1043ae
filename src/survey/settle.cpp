#include "settle.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "groups.hpp"
#include "id_decisions.hpp"
#include "wave_spelling.hpp"

namespace ecpr::survey {

namespace {

/// The answers of one wave in the rows of its file.
class WaveRows {
 public:
  WaveRows(const Layout& layout, const WaveCells& cells, const RowStore& store, const FilePlan& plan)
      : layout_(layout), cells_(cells), store_(store), plan_(plan) {}

  std::size_t answered(std::size_t row) const {
    std::size_t count = 0;
    each(row, [&](bool missing, auto) {
      count += !missing;
      return true;
    });
    return count;
  }

  bool any_answer(std::size_t row) const {
    bool any = false;
    each(row, [&](bool missing, auto) {
      any = !missing;
      return missing;
    });
    return any;
  }

  /// Whether two rows have the same answers and say nothing different of the person.
  bool equal(std::size_t a, std::size_t b) const {
    if (!store_.group.empty() && differ(store_.group[a], store_.group[b])) return false;
    for (std::size_t i = 0; i < plan_.texts; ++i) {
      if (differ(store_.texts[a * plan_.texts + i], store_.texts[b * plan_.texts + i])) return false;
    }
    std::vector<double> first, second;
    const auto values_into = [](std::vector<double>& values) {
      return [&values](bool missing, double value) {
        values.push_back(missing ? -1e308 : value);
        return true;
      };
    };
    each(a, values_into(first));
    each(b, values_into(second));
    return first == second;
  }

 private:
  static bool differ(std::uint32_t a, std::uint32_t b) { return a != b && a != no_place && b != no_place; }

  /// Calls `visit(missing, value)` for each cell until it returns false.
  template <class Visit>
  void each(std::size_t row, Visit visit) const {
    for (std::size_t outcome = 0; outcome < cells_.items.size(); ++outcome) {
      const bool coded = is_coded(layout_.outcomes[outcome]);
      for (const auto place : cells_.items[outcome]) {
        const double value =
            coded ? store_.answers[row * plan_.answers + place] : store_.numbers[row * plan_.numbers + place];
        if (!visit(coded ? value == code::missing : std::isnan(value), value)) return;
      }
    }
  }

  const Layout& layout_;
  const WaveCells& cells_;
  const RowStore& store_;
  const FilePlan& plan_;
};

/// Two different rows of one person in one wave.
struct Clash {
  std::uint32_t person, first_line, second_line;
  std::size_t file;
};

std::string reason_to_refuse(const std::vector<Clash>& clashes, const Rows& rows) {
  constexpr std::size_t few = 5;
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < std::min(clashes.size(), few); ++i)
    shown.push_back(fmt::format("'{}' (lines {} and {})", printable(rows.people.shown[clashes[i].person]),
                                clashes[i].first_line, clashes[i].second_line));
  if (clashes.size() > few) shown.push_back(fmt::format("{} more", clashes.size() - few));
  return fmt::format(
      "{}: {} different rows in the same wave: {}; correct an id that was mistyped, or, if the rows are one person's, "
      "decide with --duplicates first, last or most-complete (duplicates = \"...\" under [input])",
      rows.file_names[clashes[0].file], clashes.size() == 1 ? "an id has two" : "some ids have two", listed(shown));
}

/// Rows that do not count: each is reported and counted once, though a wide row stands in both waves.
class LeftOut {
 public:
  LeftOut(const Rows& rows, Survey& survey) : rows_(rows), survey_(survey) {
    for (const auto& store : rows.stores) known_.emplace_back(store.rows(), false);
  }

  void add(std::size_t file, std::uint32_t row, ProblemKind kind) {
    if (known_[file][row]) return;
    known_[file][row] = true;
    survey_.duplicates += kind != ProblemKind::no_answers;
    const RowStore& store = rows_.stores[file];
    const std::uint16_t wave = store.wave.empty() ? std::uint16_t{0} : wave_number(store.wave[row]);
    survey_.problems.add({store.line[row], no_place, 0, 0, kind, static_cast<std::uint8_t>(file), 0, wave}, "",
                         rows_.people.shown[store.person[row]]);
  }

 private:
  const Rows& rows_;
  Survey& survey_;
  std::vector<std::vector<bool>> known_;
};

/// Takes the rows of one wave, one by one.
class WaveChooser {
 public:
  WaveChooser(const Rows& rows, const WaveCells& cells, LeftOut& left_out)
      : rows_(rows),
        file_(cells.file),
        left_out_(left_out),
        store_(rows.stores[cells.file]),
        answers_(*rows.layout, cells, store_, rows.layout->files[cells.file]),
        chosen(rows.people.shown.size(), no_place) {}

  bool any_answer(std::uint32_t row) const { return answers_.any_answer(row); }

  /// False when the row has no answer.
  bool take(std::uint32_t row) {
    if (!answers_.any_answer(row)) return false;
    const std::uint32_t person = store_.person[row];
    std::uint32_t& kept = chosen[person];
    if (kept == no_place) {
      kept = row;
    } else if (answers_.equal(kept, row)) {
      left_out_.add(file_, row, ProblemKind::identical_row);
    } else {
      settle_clash(kept, row, person);
    }
    return true;
  }

 private:
  void settle_clash(std::uint32_t& kept, std::uint32_t row, std::uint32_t person) {
    const auto rule = rows_.study->input.duplicates;
    if (rule == study::Duplicates::refuse) {
      clashes.push_back({person, store_.line[kept], store_.line[row], file_});
      if (rows_.audit) left_out_.add(file_, row, ProblemKind::undecided_duplicate);
      return;
    }
    const bool replace = rule == study::Duplicates::last ||
                         (rule == study::Duplicates::most_complete && answers_.answered(row) > answers_.answered(kept));
    left_out_.add(file_, replace ? kept : row, ProblemKind::settled_duplicate);
    if (replace) kept = row;
  }

  const Rows& rows_;
  std::size_t file_;
  LeftOut& left_out_;
  const RowStore& store_;
  WaveRows answers_;

 public:
  std::vector<std::uint32_t> chosen;  ///< per person
  std::vector<Clash> clashes;
};

/// Reports rows of a wave that is nearly called like one of the two.
void report_similar_waves(const Rows& rows, const std::vector<std::uint8_t>& waves, Survey& survey) {
  const RowStore& store = rows.stores[0];
  const auto& labels = store.wave_texts.texts();
  std::vector<std::string> known;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (waves[i] != 0) known.push_back(labels[i]);
  }
  std::vector<bool> similar(labels.size(), false);
  for (std::size_t i = 0; i < labels.size(); ++i)
    similar[i] = waves[i] == 0 && std::any_of(known.begin(), known.end(),
                                              [&](const auto& label) { return nearly_alike(labels[i], label); });
  const auto column = static_cast<std::uint32_t>(rows.layout->files[0].wave.value_or(no_place));
  for (std::size_t row = 0; row < store.rows(); ++row) {
    const auto wave = store.wave[row];
    if (similar[wave])
      survey.problems.add({store.line[row], column, 0, 0, ProblemKind::similar_wave, 0, 0, wave_number(wave)},
                          labels[wave], rows.people.shown[store.person[row]]);
  }
}

/// Per number of a wave label: in which wave its rows count.
std::vector<std::uint8_t> waves_of_labels(const Rows& rows, Survey& survey) {
  const RowStore& store = rows.stores[0];
  const auto& labels = store.wave_texts.texts();
  std::vector<std::uint8_t> waves(labels.size(), 0);
  if (labels.empty()) return waves;
  const WavePlaces places = find_waves(labels, rows.study->input.wave_names, rows.file_names[0]);
  for (const std::size_t place : places.pre) waves[place] = in_pre;
  for (const std::size_t place : places.post) waves[place] = in_post;
  std::vector<std::size_t> rows_of(labels.size(), 0);
  for (const auto wave : store.wave) ++rows_of[wave];
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (waves[i] != 0) continue;
    survey.other_waves.push_back(labels[i]);
    survey.rows_of_other_wave.push_back(rows_of[i]);
    survey.other_wave_rows += rows_of[i];
  }
  report_similar_waves(rows, waves, survey);
  return waves;
}

void order_people(const Rows& rows, const WaveChooser& pre, const WaveChooser& post, Settled& settled) {
  for (std::uint32_t person = 0; person < rows.people.shown.size(); ++person) {
    if (pre.chosen[person] != no_place || post.chosen[person] != no_place) settled.person.push_back(person);
  }
  const auto& keys = rows.people.keys.texts();
  const auto by_key = [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; };
  if (!std::is_sorted(settled.person.begin(), settled.person.end(), by_key))
    std::sort(settled.person.begin(), settled.person.end(), by_key);
  for (const auto person : settled.person) {
    settled.pre.push_back(pre.chosen[person]);
    settled.post.push_back(post.chosen[person]);
  }
}

void name_people(const Rows& rows, const Settled& settled, Survey& survey) {
  const auto line_of = [&](std::size_t file, std::uint32_t row) {
    return row == no_place ? 0 : rows.stores[file].line[row];
  };
  for (std::size_t i = 0; i < settled.person.size(); ++i) {
    survey.pre_line.push_back(line_of(rows.layout->pre.file, settled.pre[i]));
    survey.post_line.push_back(line_of(rows.layout->post.file, settled.post[i]));
    survey.ids.push_back(rows.people.shown[settled.person[i]]);
    survey.waves.push_back(static_cast<std::uint8_t>((settled.pre[i] != no_place ? in_pre : 0) |
                                                     (settled.post[i] != no_place ? in_post : 0)));
  }
}

}  // namespace

Settled settle(Rows& rows, Survey& survey) {
  const Layout& layout = *rows.layout;
  const bool two_files = rows.stores.size() == 2;
  const auto label_waves = layout.long_file ? waves_of_labels(rows, survey) : std::vector<std::uint8_t>{};
  const WaveOfRow wave_of = [&](std::size_t file, std::uint32_t row) -> std::uint8_t {
    if (two_files) return file == 0 ? in_pre : in_post;
    return label_waves.empty() ? in_pre | in_post : label_waves[rows.stores[file].wave[row]];
  };
  const auto repaired = join_repaired(wave_of, rows, survey);
  const auto excluded = find_excluded(rows, survey);
  LeftOut left_out(rows, survey);
  WaveChooser pre(rows, layout.pre, left_out), post(rows, layout.post, left_out);
  std::vector<bool> excluded_answered(excluded.size(), false);
  for (std::size_t file = 0; file < rows.stores.size(); ++file) {
    const RowStore& store = rows.stores[file];
    for (std::uint32_t row = 0; row < store.rows(); ++row) {
      const std::uint8_t wave = wave_of(file, row);
      if (excluded[store.person[row]] != no_place) {
        if ((wave & in_pre && pre.any_answer(row)) || (wave & in_post && post.any_answer(row)))
          excluded_answered[store.person[row]] = true;
        continue;
      }
      bool answered = wave == 0;
      if (wave & in_pre) answered |= pre.take(row);
      if (wave & in_post) answered |= post.take(row);
      if (!answered && !rows.sparse[file]) left_out.add(file, row, ProblemKind::no_answers);
    }
  }
  if (const auto* clashes = !pre.clashes.empty() ? &pre.clashes : !post.clashes.empty() ? &post.clashes : nullptr) {
    survey.obstacle = reason_to_refuse(*clashes, rows);
    if (!rows.audit) throw InputError(survey.obstacle);
  }
  Settled settled;
  settled.label_waves = label_waves;
  for (const auto wave : label_waves) settled.wave_counts.push_back(wave != 0);
  order_people(rows, pre, post, settled);
  name_people(rows, settled, survey);
  for (std::size_t i = 0; i < settled.person.size(); ++i)
    survey.repaired += survey.waves[i] == (in_pre | in_post) && repaired[settled.person[i]];
  for (std::uint32_t person = 0; person < excluded.size(); ++person) {
    if (excluded_answered[person]) settled.excluded.push_back({person, excluded[person]});
  }
  settle_groups(rows, settled, survey);
  settle_characteristics(rows, settled, survey);
  settle_clusters(rows, settled, survey);
  return settled;
}

}  // namespace ecpr::survey
