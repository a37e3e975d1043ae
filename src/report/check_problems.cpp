#include "check_problems.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"

namespace ecpr::report {

using survey::ProblemKind;
using survey::ProblemLog;

namespace {

constexpr std::size_t cases_shown = 5;

constexpr std::array<std::string_view, survey::problem_kinds> headings = {
    "Answers out of range",       "Answers that are not whole numbers", "Answers that cannot be read",
    "Rows with too few cells",    "Rows with too many cells",           "Rows without id",
    "Rows without wave",          "Rows that repeat another one",       "Further rows of the same person and wave",
    "People whose group changes", "Groups that are not listed",         "Rows without any answer",
    "Text that is not UTF-8",
};

/// The first cases of a kind and, each once, what would settle them.
struct Cases {
  document::List sentences, remedies;
};

Cases first_cases(const survey::Survey& survey, ProblemKind kind) {
  Cases cases;
  std::vector<std::string> known;
  for (const survey::Problem& problem : survey.problems.kept()) {
    if (problem.kind != kind) continue;
    cases.sentences.items.emplace_back(sentence(survey, problem, true));
    const std::string remedy = survey::remedy(survey, problem);
    if (!remedy.empty() && std::find(known.begin(), known.end(), remedy) == known.end()) {
      known.push_back(remedy);
      cases.remedies.items.emplace_back(remedy);
    }
    if (cases.sentences.items.size() == cases_shown) break;
  }
  return cases;
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
    Cases cases = first_cases(survey, kind);
    const bool all = count <= cases.sentences.items.size();
    blocks.emplace_back(document::Heading{2, fmt::format("{}: {}", headings[place], with_thousands(count))});
    if (!all) {
      blocks.emplace_back(document::Paragraph{fmt::format("The first {}:", cases.sentences.items.size())});
    }
    blocks.emplace_back(std::move(cases.sentences));
    if (cases.remedies.items.empty()) continue;
    blocks.emplace_back(document::Paragraph{"What settles them:"});
    blocks.emplace_back(std::move(cases.remedies));
  }
  return blocks;
}

}  // namespace ecpr::report
