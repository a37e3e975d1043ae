#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/survey/survey.hpp"
#include "sentences.hpp"

namespace ecpr::survey {

namespace {

/// The kinds in words, for a count of several.
std::string_view several(ProblemKind kind) {
  switch (kind) {
    case ProblemKind::out_of_range: return "answers are out of range and treated as missing";
    case ProblemKind::not_whole: return "answers are not whole numbers and treated as missing";
    case ProblemKind::unreadable: return "answers cannot be read and are treated as missing";
    case ProblemKind::suspicious_code: return "scores may be codes for no answer, but count as they stand";
    case ProblemKind::mixed_answers: return "questionnaires have numbers in one wave and texts in the other";
    case ProblemKind::incomplete_instrument: return "questionnaires lack items and are left out";
    case ProblemKind::counting_ids: return "columns of ids count the rows";
    case ProblemKind::unanswered_item: return "outcomes have items that nobody answered in a wave";
    case ProblemKind::different_forms: return "outcomes do not look as if both waves had one form";
    case ProblemKind::short_row: return "rows have too few cells";
    case ProblemKind::long_row: return "rows have too many cells";
    case ProblemKind::blank_id: return "rows have no id and are left out";
    case ProblemKind::blank_wave: return "rows have no wave and are left out";
    case ProblemKind::similar_wave: return "rows have a wave nearly called like one of the two and are left out";
    case ProblemKind::identical_row: return "rows repeat another one and are counted once";
    case ProblemKind::settled_duplicate: return "rows are left out because their id has another one";
    case ProblemKind::undecided_duplicate: return "rows differ from another one of the same id in the same wave";
    case ProblemKind::near_miss: return "unmatched ids resemble one of the other wave and are not joined";
    case ProblemKind::group_conflict: return "people change their group; the one before counts";
    case ProblemKind::unlisted_group: return "rows have a group that no [[group.level]] lists";
    case ProblemKind::similar_groups: return "groups are spelt nearly alike";
    case ProblemKind::no_answers: return "rows have no answer to any outcome";
    case ProblemKind::misplaced_quote: return "lines have text behind a closing quotation mark";
    case ProblemKind::invalid_text: return "lines are not UTF-8 text";
    case ProblemKind::undecodable_text: return "lines have bytes that mean nothing in the encoding";
    case ProblemKind::count_: break;
  }
  return "";
}

/// The problems of one kind in one file.
struct Tally {
  std::size_t count = 0;
  const Problem* first = nullptr;
  std::vector<std::uint32_t> lines = {};  ///< the first few different ones
};

constexpr std::size_t lines_shown = 5;

void add(const Problem& problem, Tally& tally) {
  if (tally.count++ == 0) tally.first = &problem;
  const bool known = std::find(tally.lines.begin(), tally.lines.end(), problem.line) != tally.lines.end();
  if (!known && tally.lines.size() <= lines_shown) tally.lines.push_back(problem.line);
}

/// "line 5", "lines 5 and 10", "lines 5, 6, 7, 8, 9 and others".
std::string lines_of(const Tally& tally) {
  std::vector<std::string> lines;
  for (const auto line : tally.lines) lines.push_back(lines.size() < lines_shown ? std::to_string(line) : "others");
  return (lines.size() == 1 ? "line " : "lines ") + listed(lines);
}

std::string sentence(const Survey& survey, const Tally& tally) {
  const Problem& first = *tally.first;
  if (tally.count == 1) return sentence(survey, first);
  return fmt::format("{}: {}{} {} ({}; the first: {})", survey.files[first.file].name,
                     survey.problems.truncated() ? "at least " : "", with_thousands(tally.count), several(first.kind),
                     lines_of(tally), what_is_wrong(survey, first, false));
}

}  // namespace

std::vector<std::string> warnings(const Survey& survey) {
  std::map<std::pair<ProblemKind, std::uint8_t>, Tally> tallies;
  for (const auto& problem : survey.problems.kept()) add(problem, tallies[{problem.kind, problem.file}]);
  std::vector<std::string> sentences;
  for (const auto& [key, tally] : tallies) sentences.push_back(sentence(survey, tally));
  return sentences;
}

}  // namespace ecpr::survey
