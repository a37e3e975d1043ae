#include "measures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ecpr/base/error.hpp"
#include "ecpr/study/outcome.hpp"
#include "number_signs.hpp"
#include "scoring.hpp"

namespace ecpr::survey {

namespace {

/// The columns of the measure at `place` become cells of `plan`; returns their places, in item order.
std::vector<std::uint32_t> place_items(std::size_t place, const Header& header, const Layout& layout, FilePlan& plan) {
  const CellKind kind = is_coded(layout.measures[place]) ? CellKind::answer : CellKind::number;
  std::vector<std::uint32_t> items;
  for (const auto& item : layout.measures[place].questionnaire.items)  // their cues are the names of the columns
    items.push_back(plan.add(header.require(item.cue), kind, layout.outcomes.size() + place));
  return items;
}

/// `blank_rows`: rows without any answer are ratings too.
void score_measure(const study::Outcome& source, const WaveAnswers& answers, bool blank_rows, MeasuredOnce& measured) {
  const ScoreColumn column = std::move(score(source.questionnaire, answers).front());
  for (std::size_t i = 0; i < column.value.size(); ++i) {
    if (!std::isnan(column.value[i])) {
      measured.scores.push_back(column.value[i]);
    } else {
      measured.not_scored += blank_rows || column.answered[i] > 0;
    }
  }
  auto products = item_products(source.questionnaire, answers, {}, {0, false, false});
  if (!products.empty()) measured.products = std::move(products.front());
}

}  // namespace

void place_measures(const study::Study& study, const std::vector<Header>& headers, Layout& layout) {
  for (const auto& measure : study.measures) {
    const std::size_t place = layout.measures.size();
    layout.measures.push_back(study::scale_of(measure));
    layout.measure_items.emplace_back();
    if (measure.file) continue;
    const std::size_t file = measure.post ? layout.post.file : layout.pre.file;
    layout.measure_items.back() = place_items(place, headers[file], layout, layout.files[file]);
  }
}

std::vector<AnswerRule> answer_rules(const Layout& layout, const MissingWords& missing, NumberSpelling spelling,
                                     bool post) {
  std::vector<AnswerRule> rules;
  for (const auto* outcomes : {&layout.outcomes, &layout.measures}) {
    for (const auto& outcome : *outcomes) rules.emplace_back(outcome, missing, spelling, post);
  }
  return rules;
}

std::vector<RatingFile> rating_files(const study::Study& study) {
  std::vector<RatingFile> files;
  for (std::size_t i = 0; i < study.measures.size(); ++i) {
    const auto& path = study.measures[i].file;
    if (!path) continue;
    auto known = std::find_if(files.begin(), files.end(), [&](const RatingFile& file) { return file.path == *path; });
    if (known == files.end()) known = files.insert(files.end(), {*path, 0, {}, {}, {}, {}});
    known->measures.push_back(i);
  }
  constexpr std::size_t most_files = 200;  // a problem's file is one byte
  if (files.size() > most_files)
    throw InputError(fmt::format("the measures stand in {} files, more than {}", files.size(), most_files));
  return files;
}

void read_ratings(Table& table, const Rows& rows, RatingFile& file, ProblemLog& problems) {
  const MissingWords missing(rows.study->input.missing);
  const Header header(table.name(), table.columns());
  file.plan.has_ids = false;
  for (const std::size_t measure : file.measures)
    file.items.push_back(place_items(measure, header, *rows.layout, file.plan));
  ReadingRules rules;
  rules.plan = &file.plan;
  rules.missing = &missing;
  rules.file = static_cast<std::uint8_t>(file.place);
  rules.delimiter = table.reader().dialect().delimiter;
  rules.spelling = {true, rules.delimiter != ','};
  rules.answers = answer_rules(*rows.layout, missing, rules.spelling);
  People nobody_known;
  read_rows(table, rules, file.store, nobody_known, problems);
  settle_signs(file.store, file.plan, file.store.signs, {nullptr, rules.file}, problems);
  if (table.rows() == 0) throw InputError(fmt::format("{}: the file has a header but no rows below it", table.name()));
}

void score_measures(const Rows& rows, const Settled& settled, const std::vector<RatingFile>& files, Survey& survey) {
  const Layout& layout = *rows.layout;
  for (std::size_t i = 0; i < layout.measures.size(); ++i) {
    const study::Measure& measure = rows.study->measures[i];
    const study::Outcome& source = layout.measures[i];
    MeasuredOnce& measured = survey.measures.emplace_back();
    measured.source = source;
    measured.mark = measure.mark;
    if (measure.file) continue;
    const WaveCells& wave = measure.post ? layout.post : layout.pre;
    const auto& row = measure.post ? settled.post : settled.pre;
    score_measure(source,
                  {&rows.stores[wave.file], &layout.files[wave.file], &row, &layout.measure_items[i], is_coded(source)},
                  false, measured);
  }
  for (const RatingFile& file : files) {
    std::vector<std::uint32_t> row(file.store.rows());
    std::iota(row.begin(), row.end(), 0U);
    for (std::size_t i = 0; i < file.measures.size(); ++i) {
      const study::Outcome& source = layout.measures[file.measures[i]];
      score_measure(source, {&file.store, &file.plan, &row, &file.items[i], is_coded(source)}, true,
                    survey.measures[file.measures[i]]);
    }
  }
}

}  // namespace ecpr::survey
