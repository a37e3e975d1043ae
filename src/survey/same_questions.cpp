#include "same_questions.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "ecpr/base/text.hpp"
#include "header.hpp"
#include "platforms.hpp"

namespace ecpr::survey {

namespace {

/// What follows the last " - " of a matrix question.
std::string behind_dash(std::string_view question) {
  const std::size_t dash = question.rfind(" - ");
  return dash == question.npos ? "" : std::string(trimmed_unicode(question.substr(dash + 3)));
}

/// The name without "pre", "T1" and the like before or behind it.
std::string without_wave(std::string_view name) {
  static constexpr std::array<std::string_view, 12> waves = {
      "pre", "post", "t1", "t2", "t0", "baseline", "before", "after", "followup", "pretest", "posttest", "time1"};
  const std::string key = case_folded(name);
  if (key.size() != name.size()) return "";
  for (const auto wave : waves) {
    if (key.size() <= wave.size() + 1) continue;
    const char behind = key[wave.size()], before = key[key.size() - wave.size() - 1];
    const auto separates = [](char c) { return std::string_view("_.- ").find(c) != std::string_view::npos; };
    if (key.starts_with(wave) && separates(behind)) return std::string(name.substr(wave.size() + 1));
    if (key.ends_with(wave) && separates(before)) return std::string(name.substr(0, key.size() - wave.size() - 1));
  }
  return "";
}

/// The last of several words: "I feel tense" may be another file's "Tense".
std::string last_word(std::string_view label) {
  const std::size_t blank = label.rfind(' ');
  return blank == label.npos ? "" : std::string(label.substr(blank + 1));
}

/// A text by which a column may be known in the other file.
struct Key {
  std::string text;
  bool part = false;  ///< a word of it: leads to a whole text alone
};

std::vector<Key> keys_of(const ColumnImpression& column) {
  std::vector<Key> keys;
  const auto add = [&](std::string_view text, bool part) {
    std::string key = skeleton(text);
    if (key.size() < 2 || std::any_of(keys.begin(), keys.end(), [&](const Key& known) { return known.text == key; }))
      return;
    keys.push_back({std::move(key), part});
  };
  const ColumnName& name = column.name;
  std::vector<std::string> labels;
  for (const std::string* text : {&name.name, &name.full, &name.question}) {
    add(*text, false);
    for (auto& label : {row_label(*text), behind_dash(*text)}) {
      add(label, false);
      labels.push_back(label);
    }
  }
  for (const auto& other : name.others) add(other, false);
  add(without_wave(name.name), false);
  for (const auto& label : labels) add(last_word(label), true);
  return keys;
}

struct Place {
  std::size_t column = 0;
  bool part = false, shared = false;
};
using Columns = std::unordered_map<std::string, Place>;

Columns columns_by_key(const FileImpression& file) {
  Columns columns;
  for (std::size_t i = 0; i < file.columns.size(); ++i) {
    if (file.columns[i].called.empty() || file.columns[i].name.by_platform) continue;
    for (auto& key : keys_of(file.columns[i])) {
      const auto [place, added] = columns.try_emplace(std::move(key.text), Place{i, key.part});
      if (!added) place->second.shared = true;
    }
  }
  return columns;
}

/// The name without its wave where that is all that differs; else that of the post file.
std::string common_name(const ColumnImpression& pre, const ColumnImpression& post) {
  std::string name = without_wave(post.name.name);
  return !name.empty() && skeleton(name) == skeleton(without_wave(pre.name.name)) ? name : post.called;
}

}  // namespace

std::vector<QuestionPair> same_questions(const FileImpression& pre, const FileImpression& post) {
  const Columns before = columns_by_key(pre), after = columns_by_key(post);
  std::vector<QuestionPair> pairs;
  std::vector<bool> used(post.columns.size(), false);
  for (std::size_t i = 0; i < pre.columns.size(); ++i) {
    for (const auto& key : keys_of(pre.columns[i])) {
      const auto own = before.find(key.text), other = after.find(key.text);
      if (own == before.end() || own->second.column != i || own->second.shared || other == after.end()) continue;
      if (other->second.shared || used[other->second.column] || (key.part && other->second.part)) continue;
      used[other->second.column] = true;
      pairs.push_back({i, other->second.column, common_name(pre.columns[i], post.columns[other->second.column])});
      break;
    }
  }
  return pairs;
}

}  // namespace ecpr::survey
