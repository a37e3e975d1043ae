#include "wave_spelling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "id_edit.hpp"

namespace ecpr::survey {

namespace {

struct WordPair {
  std::string_view pre, post;
};

constexpr std::array<WordPair, 14> usual_words = {{{"pre", "post"},
                                                   {"t1", "t2"},
                                                   {"baseline", "post"},
                                                   {"baseline", "followup"},
                                                   {"baseline", "follow-up"},
                                                   {"baseline", "follow_up"},
                                                   {"before", "after"},
                                                   {"time1", "time2"},
                                                   {"wave1", "wave2"},
                                                   {"w1", "w2"},
                                                   {"pretest", "posttest"},
                                                   {"t0", "t1"},
                                                   {"1", "2"},
                                                   {"0", "1"}}};

constexpr std::array<std::string_view, 14> usual_patterns = {
    "{column}_{wave}",  "{wave}_{column}",  "{column}.{wave}",   "{wave}.{column}",   "{column}-{wave}",
    "{wave}-{column}",  "{column} {wave}",  "{column} ({wave})", "{column} [{wave}]", "{wave} {column}",
    "{wave}: {column}", "{column}: {wave}", "{column}{wave}",    "{wave}{column}"};

std::string capitalized(std::string_view word) {
  std::string result(word);
  if (!result.empty()) result[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(result[0])));
  return result;
}

std::string upper(std::string_view word) {
  std::string result(word);
  for (char& c : result) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return result;
}

/// The usual words in the three ways in which they are cased.
std::vector<study::WaveNames> usual_names() {
  std::vector<study::WaveNames> names;
  for (const auto& [pre, post] : usual_words) {
    names.push_back({std::string(pre), std::string(post)});
    if (std::isdigit(static_cast<unsigned char>(pre[0]))) continue;
    names.push_back({capitalized(pre), capitalized(post)});
    names.push_back({upper(pre), upper(post)});
  }
  return names;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += word;
  return text;
}

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](unsigned char c) { return std::isalpha(c) != 0 || c >= 0x80; });
}

/// A label without case, and, unless it is a number such as "-1", without blanks, hyphens and underscores.
std::string key_of(std::string_view label) {
  const std::string text = joined(words_of(label));
  return has_letter(text) ? text : comparison_key(label);
}

/// The labels of a wave column, ready to be compared with the usual words.
class WaveLabels {
 public:
  explicit WaveLabels(const std::vector<std::string>& labels) {
    for (const auto& label : labels) {
      const auto words = words_of(label);
      labels_.push_back(
          {key_of(label), joined(words), words.empty() ? "" : words[0], words.size() < 2 ? "" : words[0] + words[1]});
    }
  }

  std::vector<std::size_t> with_key(std::string_view key) const {
    return places([&](const Label& label) { return label.key == key; });
  }

  /// The labels of the wave that `word` names: those that are the word, else those of the only wave that says it, in
  /// all or in its first words (REDCap: "baseline_arm_1").
  std::vector<std::size_t> saying(std::string_view word) const {
    auto exact = with_key(key_of(word));
    if (!exact.empty()) return exact;
    const std::string wanted = joined(words_of(word));
    auto found = places([&](const Label& label) {
      return label.joined == wanted || label.first == wanted || label.first_two == wanted;
    });
    const bool one_wave = std::all_of(found.begin(), found.end(), [&](std::size_t place) {
      return labels_[place].key == labels_[found.front()].key;
    });
    return one_wave ? found : std::vector<std::size_t>{};
  }

  bool all_alike() const { return with_key(labels_.front().key).size() == labels_.size(); }

 private:
  struct Label {
    std::string key, joined, first, first_two;
  };

  template <class Predicate>
  std::vector<std::size_t> places(Predicate fits) const {
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      if (fits(labels_[i])) result.push_back(i);
    }
    return result;
  }

  std::vector<Label> labels_;
};

std::string quoted_list(const std::vector<std::string>& labels) {
  constexpr std::size_t few = 8;
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < std::min(labels.size(), few); ++i) shown.push_back("'" + printable(labels[i]) + "'");
  if (labels.size() > few) shown.push_back(fmt::format("{} more", labels.size() - few));
  return listed(shown);
}

/// The two usual waves; empty when there are none, or when they may be others.
std::optional<WavePlaces> usual_waves(const WaveLabels& labels) {
  for (const auto& [pre, post] : usual_words) {
    auto first = labels.saying(pre), second = labels.saying(post);
    if (first.empty() || second.empty() || first == second) continue;
    const auto earlier = earlier_waves({std::string(pre), std::string(post)});
    const bool later =
        std::any_of(earlier.begin(), earlier.end(), [&](const auto& word) { return !labels.saying(word).empty(); });
    if (later) return std::nullopt;
    return WavePlaces{std::move(first), std::move(second)};
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string> words_of(std::string_view label) {
  std::vector<std::string> words(1);
  for (const char c : case_folded(label)) {
    if (std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool same_wave(std::string_view a, std::string_view b) { return key_of(a) == key_of(b); }

bool nearly_alike(std::string_view a, std::string_view b) {
  const std::string first = key_of(a), second = key_of(b);
  constexpr std::size_t shortest = 3;
  const bool swapped = first.size() == second.size() && first.size() >= shortest && has_letter(first) &&
                       std::is_permutation(first.begin(), first.end(), second.begin());
  return swapped || one_edit(first, second) == Edit::of_other_letters;
}

std::string WaveSpelling::spelt(std::string_view column, bool post) const {
  return replaced(replaced(pattern, "{wave}", post ? names.post : names.pre), "{column}", column);
}

std::vector<WaveSpelling> wave_spellings(const study::Input& input) {
  std::vector<WaveSpelling> spellings;
  const auto names = input.wave_names ? std::vector{*input.wave_names} : usual_names();
  for (const auto& pair : names) {
    if (input.column_pattern) {
      spellings.push_back({*input.column_pattern, pair});
      continue;
    }
    for (const auto pattern : usual_patterns) spellings.push_back({std::string(pattern), pair});
  }
  return spellings;
}

std::vector<std::string> columns_of_wave(const Header& header, const WaveSpelling& spelling, bool post) {
  const std::string around = replaced(spelling.pattern, "{wave}", post ? spelling.names.post : spelling.names.pre);
  const std::size_t hole = around.find("{column}");
  const std::string before = around.substr(0, hole), behind = around.substr(hole + std::string_view("{column}").size());
  std::vector<std::string> columns;
  for (const auto& name : header.names()) {
    if (name.size() > before.size() + behind.size() && name.starts_with(before) && name.ends_with(behind))
      columns.push_back(name.substr(before.size(), name.size() - before.size() - behind.size()));
  }
  return columns;
}

std::vector<std::string> columns_of_both_waves(const Header& header, const WaveSpelling& spelling) {
  auto columns = columns_of_wave(header, spelling, false);
  std::erase_if(columns, [&](const auto& column) { return !header.has(spelling.spelt(column, true)); });
  return columns;
}

std::vector<std::string> earlier_waves(const study::WaveNames& names) {
  std::vector<std::string> earlier;
  for (const auto& pair : usual_names()) {
    if (case_folded(pair.post) == case_folded(names.pre)) earlier.push_back(pair.pre);
  }
  return earlier;
}

WavePlaces find_waves(const std::vector<std::string>& labels, const std::optional<study::WaveNames>& names,
                      const std::string& file) {
  const WaveLabels known(labels);
  const auto named = [&](const std::string& label, const char* wave) {
    auto places = known.with_key(key_of(label));
    if (places.empty())
      throw InputError(fmt::format("{}: no row of the {} wave: no wave is called '{}'; the waves are {}", file, wave,
                                   printable(label), quoted_list(labels)));
    return places;
  };
  if (names) return {named(names->pre, "pre"), named(names->post, "post")};
  if (auto places = usual_waves(known)) return *places;
  if (known.all_alike())
    throw InputError(fmt::format("{}: all rows are of one wave, '{}': there is nothing to compare it with", file,
                                 printable(labels[0])));
  throw InputError(fmt::format(
      "{}: which waves are pre and post? The wave column says {}; name two: --pre-label LABEL --post-label LABEL, or "
      "wave = {{ column = \"...\", pre = \"...\", post = \"...\" }} in the study file",
      file, quoted_list(labels)));
}

}  // namespace ecpr::survey
