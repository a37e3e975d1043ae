#include "own_outcomes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "answer_texts.hpp"
#include "blocks.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/definition/quoted.hpp"
#include "ecpr/instruments/catalogue.hpp"
#include "kinds_of_columns.hpp"

namespace ecpr::draft {

namespace {

constexpr double most_answers = 10;  // a scale of 0 to 10
constexpr std::size_t fewest_items = 3, most_items = 100, most_texts = 12;

/// What the names of the items of one scale share: the question of a grid, or the name before its number.
std::string stem_of(const std::string& name) {
  if (name.ends_with(']')) {
    const std::size_t open = name.rfind('[');
    return open == name.npos || open == 0 ? "" : name.substr(0, open);
  }
  std::size_t end = name.size();
  while (end > 0 && name[end - 1] >= '0' && name[end - 1] <= '9') --end;
  return end == name.size() ? "" : name.substr(0, end);
}

/// A stem without what separates it from the number.
std::string bare(std::string stem) {
  while (!stem.empty() && std::string_view(" _.-:[(").find(stem.back()) != std::string_view::npos) stem.pop_back();
  return stem;
}

/// Stems that number the questions of a form, or the boxes of one question, not the items of a scale.
bool is_plain_numbering(const std::string& stem) {
  const std::string word = case_folded(bare(stem));
  return word.size() < 2 || stem.ends_with("___") || word == "question" || word == "item" || word == "var" ||
         word == "frage" || word == "column" || word == "col" || word == "field";
}

std::vector<std::string> texts_of(const Look& look) {
  std::vector<std::string> texts;
  for (const auto& seen : look.texts) texts.push_back(seen.text);
  return texts;
}

bool few_whole_numbers(const Look& look) {
  return look.whole && look.range && look.range->upper - look.range->lower <= most_answers;
}

bool few_texts(const Look& look) {
  return !look.numeric && !look.many_texts && look.texts.size() > 1 && look.texts.size() <= most_texts;
}

/// The answers of `texts`, if the numbers that stand beside them are among these answers.
AnswerTexts answers_beside(const std::optional<Interval>& numbers, const std::vector<std::string>& texts) {
  AnswerTexts answers = answers_for(texts);
  if (numbers && (numbers->lower < answers.lowest || numbers->upper > answers.highest)) return {};
  return answers;
}

/// Texts that stand for answers, in the table at the end of an outcome.
void add_answers(const AnswerTexts& texts, Block& block) {
  block.lines.push_back({"[outcome.answers]", texts.numbered ? "the numbers that stand in the texts"
                                                             : "guess: in the order of their meaning"});
  for (const auto& label : texts.answers)
    block.lines.push_back({fmt::format("{} = {}", definition::quoted(label.text), number_text(label.answer)), ""});
}

/// Where numbers stand, and where texts: "numbers before, texts after".
std::string mixture(const Material& material, const std::vector<std::size_t>& variables) {
  std::size_t numbers[2] = {0, 0}, texts[2] = {0, 0};
  for (const std::size_t place : variables) {
    const auto& variable = material.shape.variables[place];
    const survey::ColumnImpression* waves[2] = {&material.pre(variable), &material.post(variable)};
    for (int wave = 0; wave < 2; ++wave) {
      numbers[wave] += waves[wave]->numbers;
      texts[wave] += waves[wave]->filled - waves[wave]->numbers;
    }
  }
  if (numbers[0] > texts[0] && numbers[1] < texts[1]) return "there are numbers before, texts after";
  if (numbers[0] < texts[0] && numbers[1] > texts[1]) return "there are texts before, numbers after";
  return "there are numbers beside the texts";
}

/// Which number is which text, where both are seen, is no guess to be made: one wave would be turned round.
void hold_for_direction(const Material& material, const AnswerTexts& answers, Block& block) {
  hold(block, "whether its numbers mean what its texts say");
  block.remarks.push_back(fmt::format(
      "TO DECIDE: {}: is {} '{}', as written below, or the other way round? Then take away the #.",
      mixture(material, block.columns), number_text(answers.answers[0].answer), printable(answers.answers[0].text)));
}

/// Texts of which nobody but the user knows the order.
void hold_for_answers(const std::vector<std::string>& texts, Block& block) {
  hold(block, "numbers of the answers");
  block.remarks.push_back(
      "TO DECIDE: which numbers do these texts stand for? Write them behind the =, and take away the #.");
  block.lines.push_back({"[outcome.answers]", ""});
  for (const auto& text : texts) block.lines.push_back({definition::quoted(text) + " = ", ""});
}

void add_direction(Block& block) {
  block.lines.push_back({"# higher_is = \"better\"", "TO DECIDE: better or worse; neutral while unsaid"});
}

/// "; perhaps ucla3 (ecpr instruments show ucla3)": built-in instruments with as many items that know all `texts` as
/// answers; empty without texts, or when there is none.
std::string likely_instruments(std::size_t items, const std::vector<std::string>& texts) {
  constexpr std::size_t fewest_texts = 3;
  if (texts.size() < fewest_texts) return "";
  std::vector<std::string> likely;
  for (const auto& id : instruments::instrument_ids()) {
    const auto instrument = instruments::find_instrument(id);
    const bool knows_all = std::all_of(texts.begin(), texts.end(), [&](const std::string& text) {
      return std::any_of(instrument->labels.begin(), instrument->labels.end(), [&](const auto& label) {
        const std::string key = comparison_key(label.text);
        return key == comparison_key(text) || key == comparison_key(words_behind_number(text));
      });
    });
    if (instrument->items.size() == items && knows_all) likely.push_back(id);
  }
  if (likely.empty()) return "";
  return fmt::format("; perhaps {}, which has as many items and these answers: ecpr instruments show {}",
                     listed(likely, "or"), likely.front());
}

Block scale(const Material& material, const std::string& stem, const std::vector<std::size_t>& variables) {
  Block block;
  block.columns = variables;
  block.name = bare(stem);
  block.scale = true;
  auto range = seen_range(material, variables).value_or(Interval{1, 5});
  const auto texts = seen_texts(material, variables);
  const AnswerTexts answers = answers_beside(seen_range(material, variables), texts);
  const bool labelled = !answers.answers.empty();
  if (labelled) range = {answers.lowest, answers.highest};
  if (range.lower == range.upper) range.upper = range.lower + 1;
  block.remarks.push_back(fmt::format("{} whose names begin alike; no built-in instrument by its names{}",
                                      counted(variables.size(), "column", "columns"),
                                      likely_instruments(variables.size(), texts)));
  block.lines = {{assigned("name", block.name), "guess: one scale, by the names of its columns"},
                 columns_line(material, variables, ""),
                 {range_text(range), labelled ? "guess: by the texts of the answers"
                                              : "guess: the answers seen; write the lowest and the highest possible"},
                 {"# reversed = []", "TO DECIDE: columns that count the other way round"},
                 {"# score = \"sum\"", "the mean of the items while unsaid"}};
  add_direction(block);
  if (labelled) {
    if (!answers.numbered && seen_range(material, variables)) hold_for_direction(material, answers, block);
    add_answers(answers, block);
  } else if (!texts.empty() && !material.look_of(material.shape.variables[variables[0]]).numeric) {
    hold_for_answers(texts, block);
  }
  return block;
}

/// Variables by the stem of their names, in order of first appearance.
std::vector<std::pair<std::string, std::vector<std::size_t>>> by_stem(const Material& material,
                                                                      const std::vector<std::size_t>& variables) {
  std::vector<std::pair<std::string, std::vector<std::size_t>>> groups;
  std::map<std::pair<std::string, bool>, std::size_t> places;  // of numbers, and of texts
  for (const std::size_t place : variables) {
    const auto& variable = material.shape.variables[place];
    const std::string stem = stem_of(variable.name);
    if (stem.empty() || is_plain_numbering(stem)) continue;
    const Look look = material.look_of(variable);
    if (!few_whole_numbers(look) && look.numeric) continue;
    const auto [known, added] = places.emplace(std::pair(stem, look.numeric), groups.size());
    if (added) groups.push_back({stem, {}});
    groups[known->second].second.push_back(place);
  }
  return groups;
}

bool may_be_outcome(const Material& material, const survey::Variable& variable) {
  if (kind_of_column(material.pre(variable).name, variable.name) != ColumnKind::asked) return false;
  const Look look = material.look_of(variable);
  return look.pre > 0 && look.post > 0 && (look.numeric || few_texts(look));
}

}  // namespace

Block single_outcome(const Material& material, std::size_t place, const std::vector<std::string>& all_texts) {
  const auto& variable = material.shape.variables[place];
  const Look look = material.look_of(variable);
  const auto texts = texts_of(look);
  const AnswerTexts answers =
      look.numeric ? AnswerTexts{} : answers_beside(look.range, all_texts.empty() ? texts : all_texts);
  Block block;
  block.columns = {place};
  block.name = short_name(variable.name);
  block.lines = {{assigned("name", block.name), look.unclear.empty()
                                                    ? seen_words(look.range, texts)
                                                    : "seen: numbers such as '" + printable(look.unclear) + "'"}};
  for (auto& line : column_lines(material, place)) block.lines.push_back(std::move(line));
  if (const auto asked = asked_in(material.pre(variable)); !asked.empty() && asked != variable.name)
    block.lines[1].comment = printable(asked);
  const bool item = few_whole_numbers(look) || !look.numeric;
  if (item) block.lines.push_back({"single_item = true", "guess: by its few answers"});
  if (look.range && look.range->lower < look.range->upper)
    block.lines.push_back({"# " + range_text(*look.range), "seen; with the possible ones, slips are found"});
  add_direction(block);
  if (!answers.answers.empty()) {
    if (!answers.numbered && look.range) hold_for_direction(material, answers, block);
    add_answers(answers, block);
  } else if (!look.numeric) {
    hold_for_answers(texts, block);
  }
  if (look.numeric && look.range && look.range->lower == look.range->upper) {
    hold(block, "the same number in every cell");
    block.remarks.push_back("The same number in every cell: nothing to compare.");
  }
  return block;
}

std::vector<Block> own_outcomes(const Material& material, std::vector<bool>& taken) {
  constexpr std::size_t most_single = 40;
  std::vector<std::size_t> candidates;
  for (std::size_t i = 0; i < taken.size(); ++i) {
    if (!taken[i] && may_be_outcome(material, material.shape.variables[i])) candidates.push_back(i);
  }
  std::vector<Block> blocks;
  for (const auto& [stem, variables] : by_stem(material, candidates)) {
    if (variables.size() < fewest_items || variables.size() > most_items) continue;
    blocks.push_back(scale(material, stem, variables));
    for (const std::size_t place : variables) taken[place] = true;
  }
  std::size_t single = 0;
  for (const std::size_t place : candidates) {
    if (taken[place] || single == 2 * most_single) continue;
    blocks.push_back(single_outcome(material, place, {}));
    taken[place] = true;
    if (++single <= most_single) continue;
    hold(blocks.back(), "an outcome?");
    blocks.back().remarks.push_back("TO DECIDE: an outcome? Many columns hold numbers, and these are the later ones.");
  }
  return blocks;
}

}  // namespace ecpr::draft
