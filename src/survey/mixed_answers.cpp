#include "mixed_answers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "answer_rule.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"

namespace ecpr::survey {

namespace {

/// Usable answers of one outcome in one wave.
struct Spelling {
  std::size_t answers = 0, texts = 0;

  bool all_numbers() const { return answers > 0 && texts == 0; }
  bool mostly_texts() const { return texts > 0 && 2 * texts >= answers; }
};

/// The rows of one wave in its file.
struct WaveOfFile {
  const RowStore& store;
  const FilePlan& plan;
  const std::vector<std::uint8_t>& labels;  ///< Settled::label_waves
  std::uint8_t wave;

  bool has(std::size_t label) const { return labels.empty() || labels[label] == wave; }
};

/// Whether the cell at `place` of a row is answered: an answer, or a number for outcomes that are not coded.
bool is_usable(const WaveOfFile& wave, std::size_t row, std::uint32_t place, bool coded) {
  if (coded) return wave.store.answers[row * wave.plan.answers + place] < code::first_unusable;
  return std::isfinite(wave.store.numbers[row * wave.plan.numbers + place]);
}

Spelling spelling_of(const WaveOfFile& wave, const std::vector<std::uint32_t>& places, bool coded) {
  Spelling spelling;
  const RowStore& store = wave.store;
  const std::size_t width = wave.plan.answers + wave.plan.numbers;
  for (const auto place : places) {
    for (std::size_t k = coded ? place : wave.plan.answers + place; k < store.answer_texts.size(); k += width)
      spelling.texts += wave.has(k / width) ? store.answer_texts[k] : 0;
    for (std::size_t row = 0; row < store.rows(); ++row)
      spelling.answers += wave.has(store.wave.empty() ? 0 : store.wave[row]) && is_usable(wave, row, place, coded);
  }
  return spelling;
}

bool any_text(const RowStore& store) { return !store.answer_texts.empty(); }

bool is_stated(const study::Outcome& outcome) {
  return std::any_of(outcome.labels.begin(), outcome.labels.end(),
                     [](const auto& label) { return parse_number(label.text).has_value(); });
}

void report(const Rows& rows, std::uint16_t place, bool texts_after, Survey& survey) {
  const study::Outcome& outcome = rows.layout->outcomes[place];
  const std::string& coding = outcome.questionnaire.coding_meaning;
  const WaveCells& wave = texts_after ? rows.layout->pre : rows.layout->post;
  const RowStore& store = rows.stores[wave.file];
  survey.problems.add({store.line.empty() ? 0 : store.line[0], static_cast<std::uint32_t>(survey.remarks.size()), 0, 0,
                       ProblemKind::mixed_answers, static_cast<std::uint8_t>(wave.file), place},
                      outcome.name, "");
  std::string remedy = "look into the form or the export for what 1 stands for; if it is as the texts say";
  remedy += ": \"1\" = NUMBER under [outcome.answers] says so";
  if (!outcome.questionnaire.other_codings.empty())
    remedy += fmt::format("; if the numbers run the other way: --coding {}={} (coding = \"...\" in the study file)",
                          outcome.questionnaire.id, outcome.questionnaire.other_codings[0].name);
  survey.remarks.push_back(
      {fmt::format("{}: the answers are {} before and {} after{}; whether the numbers mean the same as the texts, the "
                   "data do not show",
                   printable(outcome.label), texts_after ? "numbers" : "texts", texts_after ? "texts" : "numbers",
                   coding.empty() ? "" : "; the numbers are read as " + coding),
       std::move(remedy)});
}

}  // namespace

void find_mixed_answers(const Rows& rows, const Settled& settled, Survey& survey) {
  const Layout& layout = *rows.layout;
  if (std::none_of(rows.stores.begin(), rows.stores.end(), any_text)) return;
  const WaveOfFile pre{rows.stores[layout.pre.file], layout.files[layout.pre.file], settled.label_waves, 1};
  const WaveOfFile post{rows.stores[layout.post.file], layout.files[layout.post.file], settled.label_waves, 2};
  for (std::uint16_t place = 0; place < layout.outcomes.size(); ++place) {
    if (is_stated(layout.outcomes[place])) continue;
    const bool coded = is_coded(layout.outcomes[place]);
    const Spelling before = spelling_of(pre, layout.pre.items[place], coded);
    const Spelling after = spelling_of(post, layout.post.items[place], coded);
    if (before.all_numbers() && after.mostly_texts()) report(rows, place, true, survey);
    if (before.mostly_texts() && after.all_numbers()) report(rows, place, false, survey);
  }
}

}  // namespace ecpr::survey
