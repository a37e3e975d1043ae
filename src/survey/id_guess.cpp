#include "id_guess.hpp"

#include <algorithm>
#include <functional>
#include <string_view>

#include "answer_rule.hpp"
#include "ecpr/base/text.hpp"

namespace ecpr::survey {

namespace {

constexpr std::size_t most_candidates = 40;

bool may_hold_ids(const ColumnImpression& column, std::size_t rows) {
  const bool various = column.many_values || 2 * column.values.size() >= column.filled;
  const bool times = !column.values.empty() && column.values[0].text.find(':') != std::string::npos;
  return !column.called.empty() && !column.name.by_platform && column.fractions == 0 && column.filled >= 2 &&
         2 * column.filled >= rows && various && !times;
}

/// Values of one column in one wave, as hashes, in order; of large files a part that is the same in every file.
struct Values {
  std::size_t column = 0, count = 0;
  std::vector<std::size_t> different;

  bool mostly_different() const { return 10 * different.size() >= 8 * count && different.size() > 1; }
};

/// Collects the values of all candidates of a wave.
class Collector {
 public:
  Collector(const FileImpression& file, std::size_t rows) : stride_(1 + rows / 20'000) {
    for (std::size_t i = 0; i < file.columns.size() && values_.size() < most_candidates; ++i) {
      if (may_hold_ids(file.columns[i], file.rows)) values_.push_back({i, 0, {}});
    }
  }

  void add(std::span<const std::string_view> cells) {
    for (auto& values : values_) {
      if (values.column >= cells.size() || MissingWords::is_usual(cells[values.column])) continue;
      const std::size_t hash = std::hash<std::string>{}(normalized(trimmed_unicode(cells[values.column])));
      if (hash % stride_ != 0) continue;
      ++values.count;
      values.different.push_back(hash);
    }
  }

  std::vector<Values> finished() {
    for (auto& values : values_) {
      std::sort(values.different.begin(), values.different.end());
      values.different.erase(std::unique(values.different.begin(), values.different.end()), values.different.end());
    }
    return std::move(values_);
  }

 private:
  std::size_t stride_;
  std::vector<Values> values_;
};

std::size_t shared(const Values& a, const Values& b) {
  std::vector<std::size_t> both;
  std::set_intersection(a.different.begin(), a.different.end(), b.different.begin(), b.different.end(),
                        std::back_inserter(both));
  return both.size();
}

struct Match {
  std::size_t pre = 0, post = 0, shared = 0;
  bool same_name = false;

  bool operator>(const Match& other) const {
    return shared != other.shared ? shared > other.shared : same_name && !other.same_name;
  }
};

void choose_best(const std::vector<Values>& pre, const std::vector<Values>& post,
                 const std::vector<FileImpression>& files, Shape& shape) {
  Match best;
  for (const auto& a : pre) {
    for (const auto& b : post) {
      if (files.size() == 1 && a.column != b.column) continue;
      if (!a.mostly_different() || !b.mostly_different()) continue;
      if ((shape.ids.front() && shape.ids.front()->column != a.column) ||
          (shape.ids.back() && shape.ids.back()->column != b.column))
        continue;
      const Match match{a.column, b.column, shared(a, b),
                        files.front().columns[a.column].called == files.back().columns[b.column].called};
      if (3 * match.shared >= std::min(a.different.size(), b.different.size()) && match > best) best = match;
    }
  }
  if (best.shared < 2) return;
  if (!shape.ids.front()) shape.ids.front() = ColumnChoice{best.pre, false};
  if (!shape.ids.back()) shape.ids.back() = ColumnChoice{best.post, false};
}

void choose_in_waves(const std::vector<FileImpression>& files, Shape& shape) {
  const std::size_t rows = std::max(files.front().rows, files.back().rows);
  Collector pre(files.front(), rows), post(files.back(), rows);
  if (shape.kind == Shape::Kind::two_files) {
    each_row(files.front().source, [&](auto cells) { pre.add(cells); });
    each_row(files.back().source, [&](auto cells) { post.add(cells); });
  } else {
    const std::size_t wave = shape.wave->column;
    const std::string first = comparison_key(shape.wave_names->pre), second = comparison_key(shape.wave_names->post);
    each_row(files.front().source, [&](auto cells) {
      const std::string label = wave < cells.size() ? comparison_key(cells[wave]) : "";
      if (label == first) pre.add(cells);
      if (label == second) post.add(cells);
    });
  }
  choose_best(pre.finished(), post.finished(), files, shape);
}

void choose_in_wide_file(const FileImpression& file, Shape& shape) {
  Collector all(file, file.rows);
  each_row(file.source, [&](auto cells) { all.add(cells); });
  for (const auto& values : all.finished()) {
    const bool first = values.column == 0, texts = file.columns[values.column].numbers == 0;
    if (values.different.size() != values.count || values.count < 2 || !(first || texts)) continue;
    shape.ids[0] = ColumnChoice{values.column, false};
    return;
  }
}

}  // namespace

void guess_ids(const std::vector<FileImpression>& files, Shape& shape) {
  if (shape.ids.front() && shape.ids.back()) return;
  if (shape.kind == Shape::Kind::wide_file) return choose_in_wide_file(files[0], shape);
  if (shape.kind == Shape::Kind::long_file && !shape.wave_names) return;
  choose_in_waves(files, shape);
}

}  // namespace ecpr::survey
