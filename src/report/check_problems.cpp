#include "check_problems.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/survey/no_answer.hpp"

namespace ecpr::report {

using survey::ProblemKind;
using survey::ProblemLog;

namespace {

constexpr std::size_t cases_shown = 5;

constexpr std::array<std::string_view, survey::problem_kinds> headings = {
    "Answers out of range",
    "Answers that are not whole numbers",
    "Answers that cannot be read",
    "Scores that may be codes for no answer",
    "Numbers in one wave, texts in the other",
    "Questionnaires that lack items and are left out",
    "Ids that count the rows",
    "Items that nobody answered in a wave",
    "Answers of two waves that do not look like one form",
    "Rows with too few cells",
    "Rows with too many cells",
    "Rows without id",
    "Rows without wave",
    "Rows of a wave nearly called like one of the two, left out",
    "Rows that repeat another one",
    "Further rows of the same person and wave, left out",
    "Further rows of the same person and wave, undecided",
    "Unmatched ids that resemble each other",
    "People whose group changes",
    "Groups that are not listed",
    "Groups that are spelt nearly alike",
    "Rows without any answer",
    "Text behind a closing quotation mark",
    "Text that is not UTF-8",
    "Text that cannot be decoded",
};
static_assert(!headings.back().empty());

/// The first cases of a kind and, each once, what would settle them.
struct Cases {
  document::List sentences, remedies;
};

/// The different values of a kind, in quotes, that missing = [...] could name.
std::vector<std::string> values_to_name(const survey::Survey& survey, ProblemKind kind) {
  std::vector<std::string> values;
  for (const auto& value : survey.problems.values()) {
    if (value.kind != kind) continue;
    const std::string_view text = survey.problems.text(value.value);
    if (!survey::may_mean_no_answer(survey, value.outcome, text)) continue;
    std::string quoted = "\"" + printable(text) + "\"";
    if (std::find(values.begin(), values.end(), quoted) == values.end()) values.push_back(std::move(quoted));
  }
  return values;
}

/// "missing = [...]": all values of a kind in one line; empty for one value or too many of them.
std::string all_at_once(const survey::Survey& survey, ProblemKind kind) {
  constexpr std::size_t most = 20;
  const auto values = values_to_name(survey, kind);
  if (values.size() < 2 || values.size() > most) return "";
  const std::string missing =
      fmt::format("those that mean no answer: missing = [{}] under [input]", fmt::join(values, ", "));
  if (kind == ProblemKind::unreadable)
    return "those that are answers: \"TEXT\" = NUMBER, a line each, under [outcome.answers]; " + missing;
  if (kind != ProblemKind::suspicious_code) return missing;
  return missing + "; if they are scores: range = [LOWEST, HIGHEST] under the [[outcome]]";
}

/// How the remedy of a text begins that nearly is a known answer.
constexpr std::string_view nearly = "if it is the answer ";

Cases first_cases(const survey::Survey& survey, ProblemKind kind) {
  Cases cases;
  std::vector<std::string> known;
  const auto add_remedy = [&](std::string remedy) {
    if (remedy.empty() || std::find(known.begin(), known.end(), remedy) != known.end()) return;
    cases.remedies.items.emplace_back(remedy);
    known.push_back(std::move(remedy));
  };
  const std::string together = all_at_once(survey, kind);
  add_remedy(together);
  for (const survey::Problem& problem : survey.problems.kept()) {
    if (problem.kind != kind) continue;
    cases.sentences.items.emplace_back(sentence(survey, problem, true));
    std::string remedy = survey::remedy(survey, problem);
    const bool general = remedy.find("if it means no answer: ") != remedy.npos && !remedy.starts_with(nearly);
    if (together.empty() || !general) add_remedy(std::move(remedy));
    if (cases.sentences.items.size() == cases_shown) break;
  }
  return cases;
}

document::Column line_column() { return {"Line", document::ColumnKind::text, 0, document::Alignment::right}; }

document::Cell line(std::uint32_t number) { return document::Text(std::to_string(number)); }

/// An id as a table shows it: a run of blanks, which would look like one, as signs.
std::string shown(const std::string& id) {
  const std::string text = printable(id);
  return text.find("  ") == text.npos ? text : replaced(text, " ", "\u2423");
}

/// Pairs of ids that may be one person's.
Blocks near_misses(const survey::Survey& survey) {
  constexpr std::size_t pairs_shown = 20;
  document::Table table;
  table.row_header = "Id after";
  table.columns = {line_column(), {"Id before"}, line_column(), {"The two ids"}};
  for (std::size_t i = 0; i < std::min(survey.near_misses.size(), pairs_shown); ++i) {
    const survey::NearMiss& pair = survey.near_misses[i];
    table.rows.push_back({shown(survey.ids[pair.post]),
                          {line(survey.post_line[pair.post]), document::Text(shown(survey.ids[pair.pre])),
                           line(survey.pre_line[pair.pre]), document::Text(words_for(pair))}});
  }
  if (survey.near_misses.size() > pairs_shown)
    table.notes.emplace_back(fmt::format("And {} more.", with_thousands(survey.near_misses.size() - pairs_shown)));
  return {std::move(table)};
}

/// What joins them: by case, or one by one.
document::List near_miss_remedies(const survey::Survey& survey) {
  document::List remedies;
  const auto by_case = std::count_if(survey.near_misses.begin(), survey.near_misses.end(), [](const auto& pair) {
    return pair.likeness == survey::Likeness::letter_case && !pair.several;
  });
  if (by_case > 0)
    remedies.items.emplace_back(
        fmt::format("for {} in case only: --match folded (match = \"folded\" under [input])",
                    counted(static_cast<std::size_t>(by_case), "pair that differs", "pairs that differ")));
  remedies.items.emplace_back(
      "for all: ecpr check --write-repairs FILE writes them as a list; look through it (yes or no in the column "
      "same_person: where it says nothing, you decide) and hand it back: --repairs FILE (repairs = \"FILE\" under "
      "[input])");
  return remedies;
}

Blocks cases_of(const survey::Survey& survey, ProblemKind kind) {
  Cases cases = first_cases(survey, kind);
  Blocks blocks;
  if (kind == ProblemKind::near_miss) {
    blocks = near_misses(survey);
    cases.remedies = near_miss_remedies(survey);
  } else {
    if (survey.problems.count(kind) > cases.sentences.items.size())
      blocks.emplace_back(document::Paragraph{fmt::format("The first {}:", cases.sentences.items.size())});
    blocks.emplace_back(std::move(cases.sentences));
  }
  if (cases.remedies.items.empty()) return blocks;
  blocks.emplace_back(document::Paragraph{"What settles them:"});
  blocks.emplace_back(std::move(cases.remedies));
  return blocks;
}

}  // namespace

document::Text problem_sentence(const ProblemLog& problems) {
  if (problems.total() == 0) return "No problems were found.";
  std::size_t kinds = 0;
  for (std::size_t kind = 0; kind < survey::problem_kinds; ++kind) kinds += problems.count(ProblemKind(kind)) > 0;
  if (problems.total() == 1) return "1 problem was found, described below.";
  return fmt::format("{} problems of {} were found, listed below.", with_thousands(problems.total()),
                     counted(kinds, "kind", "kinds"));
}

Blocks problem_blocks(const survey::Survey& survey) {
  Blocks blocks;
  if (survey.problems.total() > 0) blocks.emplace_back(document::Heading{1, "Problems"});
  for (std::size_t place = 0; place < survey::problem_kinds; ++place) {
    const ProblemKind kind{static_cast<std::uint8_t>(place)};
    const std::size_t count = survey.problems.count(kind);
    if (count == 0) continue;
    blocks.emplace_back(document::Heading{2, fmt::format("{}: {}", headings[place], with_thousands(count))});
    for (document::Block& block : cases_of(survey, kind)) blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace ecpr::report
