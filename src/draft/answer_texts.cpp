#include "answer_texts.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"

namespace ecpr::draft {

namespace {

using Steps = std::vector<std::string_view>;

/// A row of answers from the least to the most; each step in its usual wordings, between bars.
struct Ladder {
  Steps steps;
  double first = 1;
};

const std::vector<Ladder>& ladders() {
  static const std::vector<Ladder> all = {
      {{"no|false|nein|non", "yes|true|ja|oui|si"}, 0},
      {{"strongly disagree", "disagree", "agree", "strongly agree"}},
      {{"strongly disagree|disagree strongly|completely disagree", "disagree",
        "neutral|neither agree nor disagree|neither|undecided|neither disagree nor agree|not sure", "agree",
        "strongly agree|agree strongly|completely agree"}},
      {{"strongly disagree", "disagree", "slightly disagree|mildly disagree|somewhat disagree|disagree somewhat",
        "slightly agree|mildly agree|somewhat agree|agree somewhat", "agree", "strongly agree"}},
      {{"strongly disagree", "disagree", "slightly disagree|mildly disagree|somewhat disagree|disagree somewhat",
        "neutral|neither agree nor disagree|neither|undecided|mixed or neither agree nor disagree",
        "slightly agree|mildly agree|somewhat agree|agree somewhat", "agree", "strongly agree"}},
      {{"hardly ever|hardly ever or never", "some of the time|sometimes", "often"}},
      {{"never", "sometimes", "often"}},
      {{"never", "rarely|seldom", "sometimes|occasionally", "often|frequently"}},
      {{"never", "rarely|seldom|almost never", "sometimes|occasionally", "often|frequently|fairly often|usually",
        "always|very often|almost always"}},
      {{"not at all", "several days", "more than half the days", "nearly every day"}, 0},
      {{"not at all", "somewhat|a little", "moderately so|moderately", "very much so|very much"}},
      {{"not at all", "a little|a little bit|slightly", "moderately|somewhat", "quite a bit|a lot",
        "extremely|very much|completely"}},
      {{"very slightly or not at all", "a little", "moderately", "quite a bit", "extremely"}},
      {{"poor", "fair", "good", "very good", "excellent"}},
      {{"very poor", "poor", "fair", "good", "very good"}},
      {{"very dissatisfied", "dissatisfied", "neutral|neither satisfied nor dissatisfied|neither", "satisfied",
        "very satisfied"}},
      {{"very unlikely", "unlikely", "neutral|neither likely nor unlikely", "likely", "very likely"}},
      {{"low", "medium|moderate|middle", "high"}}};
  return all;
}

bool says(std::string_view step, const std::string& key) {
  const auto wordings = split(step, '|');
  return std::find(wordings.begin(), wordings.end(), key) != wordings.end();
}

std::optional<std::size_t> step_of(const Ladder& ladder, const std::string& key) {
  for (std::size_t i = 0; i < ladder.steps.size(); ++i) {
    if (says(ladder.steps[i], key)) return i;
  }
  return std::nullopt;
}

std::optional<AnswerTexts> on_ladder(const Ladder& ladder, const std::vector<std::string>& texts) {
  AnswerTexts found;
  found.lowest = ladder.first;
  found.highest = ladder.first + static_cast<double>(ladder.steps.size() - 1);
  for (const auto& text : texts) {
    const auto step = step_of(ladder, comparison_key(text));
    if (!step) return std::nullopt;
    found.answers.push_back({text, ladder.first + static_cast<double>(*step)});
  }
  return found;
}

/// A number and the words behind it.
struct Numbered {
  double number;
  std::string_view words;
};

/// "3 - often", "3 = often", "3. often".
std::optional<Numbered> leading_number(std::string_view text) {
  constexpr std::size_t most_digits = 3;
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
  if (digits == 0 || digits > most_digits || digits == text.size()) return std::nullopt;
  std::string_view rest = text.substr(digits);
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  if (rest.size() < 2 || std::string_view("-=.:)").find(rest[0]) == rest.npos) return std::nullopt;
  if (rest[1] >= '0' && rest[1] <= '9') return std::nullopt;  // a date, a range
  const auto number = parse_number(text.substr(0, digits));
  if (!number) return std::nullopt;
  return Numbered{*number, trimmed_unicode(rest.substr(1))};
}

std::optional<AnswerTexts> numbered(const std::vector<std::string>& texts) {
  AnswerTexts found;
  found.numbered = true;
  for (const auto& text : texts) {
    const auto start = leading_number(trimmed_unicode(text));
    if (!start) return std::nullopt;
    found.answers.push_back({text, start->number});
    found.lowest = found.answers.size() == 1 ? start->number : std::min(found.lowest, start->number);
    found.highest = std::max(found.highest, start->number);
  }
  if (found.lowest == found.highest) return std::nullopt;
  return found;
}

/// One text of each that are the same but for case and blanks.
std::vector<std::string> distinct(const std::vector<std::string>& texts) {
  std::vector<std::string> kept, keys;
  for (const auto& text : texts) {
    const std::string key = comparison_key(text);
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    keys.push_back(key);
    kept.push_back(text);
  }
  return kept;
}

}  // namespace

std::string_view words_behind_number(std::string_view text) {
  const auto start = leading_number(trimmed_unicode(text));
  return start ? start->words : std::string_view();
}

AnswerTexts answers_for(const std::vector<std::string>& all_texts) {
  const auto texts = distinct(all_texts);
  if (texts.size() < 2) return {};
  std::optional<AnswerTexts> found = numbered(texts);
  for (const auto& ladder : ladders()) {
    if (!found) found = on_ladder(ladder, texts);
  }
  if (!found) return {};
  std::stable_sort(found->answers.begin(), found->answers.end(),
                   [](const auto& a, const auto& b) { return a.answer < b.answer; });
  return *found;
}

}  // namespace ecpr::draft
