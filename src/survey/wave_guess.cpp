#include "wave_guess.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <span>
#include <unordered_map>

#include "answer_rule.hpp"
#include "ecpr/base/text.hpp"
#include "wave_spelling.hpp"

namespace ecpr::survey {

namespace {

constexpr std::array<std::string_view, 14> early_words = {"baseline",  "pre",       "before", "start", "begin",
                                                          "beginning", "first",     "intake", "t0",    "enrollment",
                                                          "admission", "screening", "vor",    "anfang"};
constexpr std::array<std::string_view, 13> late_words = {"post",      "after",      "end",  "final", "exit",
                                                         "discharge", "last",       "nach", "ende",  "follow",
                                                         "followup",  "completion", "close"};

std::vector<std::size_t> labels_with(const std::vector<std::string>& labels, std::span<const std::string_view> wanted) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto words = words_of(labels[i]);
    if (std::any_of(words.begin(), words.end(), [&](const std::string& word) {
          return std::find(wanted.begin(), wanted.end(), word) != wanted.end();
        }))
      found.push_back(i);
  }
  return found;
}

/// Of two labels one is enough.
std::optional<study::WaveNames> by_one_word(const std::vector<std::string>& labels) {
  const auto early = labels_with(labels, early_words), late = labels_with(labels, late_words);
  if (early.size() == 1 && late.empty()) return study::WaveNames{labels[early[0]], labels[1 - early[0]]};
  if (late.size() == 1 && early.empty()) return study::WaveNames{labels[1 - late[0]], labels[late[0]]};
  return study::WaveNames{labels[0], labels[1]};
}

constexpr std::size_t most_columns = 256, most_labels = 12;
using Filled = std::bitset<most_columns>;  ///< which columns of numbers hold something

/// Per person and label what is filled.
class Answers {
 public:
  Answers(const FileImpression& file, const Shape& shape) : labels_(std::min(shape.wave_labels.size(), most_labels)) {
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < labels_; ++i) places.emplace(shape.wave_labels[i], i);
    const std::size_t id = shape.ids[0]->column, wave = shape.wave->column;
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < file.columns.size() && columns.size() < most_columns; ++i) {
      if (i != id && i != wave && file.columns[i].numbers > 0) columns.push_back(i);
    }
    each_row(file.source, [&](std::span<const std::string_view> cells) {
      if (id >= cells.size() || wave >= cells.size()) return;
      const auto label = places.find(std::string(trimmed_unicode(cells[wave])));
      if (label == places.end()) return;
      auto& person = people_[std::string(trimmed_unicode(cells[id]))];
      person.resize(labels_);
      for (std::size_t k = 0; k < columns.size(); ++k) {
        if (columns[k] < cells.size() && !MissingWords::is_usual(cells[columns[k]])) person[label->second].set(k);
      }
    });
  }

  /// How many answers there are under both labels, over all people.
  std::size_t in_both(std::size_t first, std::size_t second) const {
    std::size_t count = 0;
    for (const auto& [id, filled] : people_) count += (filled[first] & filled[second]).count();
    return count;
  }

  std::size_t labels() const { return labels_; }

 private:
  std::size_t labels_;
  std::unordered_map<std::string, std::vector<Filled>> people_;
};

study::WaveNames by_answers(const FileImpression& file, const Shape& shape) {
  const Answers answers(file, shape);
  std::size_t most = 0, pre = 0, post = 1;
  for (std::size_t i = 0; i < answers.labels(); ++i) {
    for (std::size_t j = i + 1; j < answers.labels(); ++j) {
      const std::size_t count = answers.in_both(i, j);
      if (count <= most) continue;
      most = count;
      pre = i;
      post = j;
    }
  }
  return {shape.wave_labels[pre], shape.wave_labels[post]};
}

}  // namespace

std::optional<study::WaveNames> waves_by_words(const std::vector<std::string>& labels) {
  const auto early = labels_with(labels, early_words), late = labels_with(labels, late_words);
  if (early.size() != 1 || late.size() != 1 || early == late) return std::nullopt;
  return study::WaveNames{labels[early[0]], labels[late[0]]};
}

std::optional<study::WaveNames> guess_waves(const FileImpression& file, const Shape& shape) {
  if (shape.wave_labels.size() < 2) return std::nullopt;
  if (auto names = waves_by_words(shape.wave_labels)) return names;
  if (shape.wave_labels.size() == 2) return by_one_word(shape.wave_labels);
  if (!shape.ids[0]) return study::WaveNames{shape.wave_labels[0], shape.wave_labels[1]};
  return by_answers(file, shape);
}

}  // namespace ecpr::survey
