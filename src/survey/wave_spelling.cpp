#include "wave_spelling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"

namespace ecpr::survey {

namespace {

struct WordPair {
  std::string_view pre, post;
};

constexpr std::array<WordPair, 13> usual_words = {{{"pre", "post"},
                                                   {"t1", "t2"},
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

constexpr std::array<std::string_view, 10> usual_patterns = {
    "{column}_{wave}", "{wave}_{column}", "{column}.{wave}", "{wave}.{column}", "{column}-{wave}",
    "{wave}-{column}", "{column} {wave}", "{wave} {column}", "{column}{wave}",  "{wave}{column}"};

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

/// The words of a label: "after_film_arm_1" is after, film, arm, 1.
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

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += word;
  return text;
}

/// Whether `label` is `word`, or says it in its first word (REDCap: "baseline_arm_1").
bool says(std::string_view label, std::string_view word) {
  const auto words = words_of(label);
  const std::string wanted = joined(words_of(word));
  if (words.empty()) return false;
  if (joined(words) == wanted) return true;
  if (words.size() < 2) return false;
  return words[0] == wanted || words[0] + words[1] == wanted;
}

std::vector<std::size_t> labels_saying(const std::vector<std::string>& labels, std::string_view word) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (comparison_key(labels[i]) == comparison_key(word)) return {i};
    if (says(labels[i], word)) places.push_back(i);
  }
  return places;
}

std::string quoted_list(const std::vector<std::string>& labels) {
  constexpr std::size_t few = 8;
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < std::min(labels.size(), few); ++i) shown.push_back("'" + printable(labels[i]) + "'");
  if (labels.size() > few) shown.push_back(fmt::format("{} more", labels.size() - few));
  return listed(shown);
}

std::size_t named_wave(const std::vector<std::string>& labels, const std::string& wanted, const char* wave,
                       const std::string& file) {
  const std::string key = comparison_key(wanted);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (comparison_key(labels[i]) == key) return i;
  }
  throw InputError(fmt::format("{}: no row of the {} wave: no wave is called '{}'; the waves are {}", file, wave,
                               printable(wanted), quoted_list(labels)));
}

}  // namespace

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

std::vector<std::string> columns_of_both_waves(const Header& header, const WaveSpelling& spelling) {
  const std::string around = replaced(spelling.pattern, "{wave}", spelling.names.pre);
  const std::size_t hole = around.find("{column}");
  const std::string before = around.substr(0, hole), behind = around.substr(hole + std::string_view("{column}").size());
  std::vector<std::string> columns;
  for (const auto& name : header.names()) {
    if (name.size() <= before.size() + behind.size() || !name.starts_with(before) || !name.ends_with(behind)) continue;
    auto column = name.substr(before.size(), name.size() - before.size() - behind.size());
    if (header.has(spelling.spelt(column, true))) columns.push_back(std::move(column));
  }
  return columns;
}

WavePlaces find_waves(const std::vector<std::string>& labels, const std::optional<study::WaveNames>& names,
                      const std::string& file) {
  if (names) {
    return {named_wave(labels, names->pre, "pre", file), named_wave(labels, names->post, "post", file)};
  }
  for (const auto& [pre, post] : usual_words) {
    const auto first = labels_saying(labels, pre), second = labels_saying(labels, post);
    if (first.size() == 1 && second.size() == 1 && first != second) return {first[0], second[0]};
  }
  if (labels.size() == 1)
    throw InputError(fmt::format("{}: all rows are of one wave, '{}': there is nothing to compare it with", file,
                                 printable(labels[0])));
  throw InputError(fmt::format(
      "{}: which waves are pre and post? The wave column says {}; name two: --pre-label LABEL --post-label LABEL, or "
      "wave = {{ column = \"...\", pre = \"...\", post = \"...\" }} in the study file",
      file, quoted_list(labels)));
}

}  // namespace ecpr::survey
