#include <fmt/format.h>

#include <algorithm>

#include "answer_rule.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/survey/near_answer.hpp"
#include "ecpr/survey/no_answer.hpp"
#include "ecpr/survey/survey.hpp"
#include "sentences.hpp"

namespace ecpr::survey {

namespace {

/// The cell as it is, and as the remedy shows it.
struct CellText {
  std::string_view text, shown;
};

std::string missing_remedy(const CellText& cell) {
  return fmt::format("if it means no answer: {} (missing = [\"{}\"] under [input])", missing_option(cell.shown),
                     printable(cell.shown));
}

/// Where the answer is no number that a study would call missing everywhere.
std::string range_remedy(const Survey& survey, std::size_t place) {
  const auto& outcome = survey.source(place);
  for (const auto& scored : survey.outcomes) {
    if (scored.source == place && scored.scale && !scored.unscored.empty())
      return fmt::format(
          "{} is not scored: {}; see what the form asked for (ecpr instruments show {}): \"TEXT\" = NUMBER, a line for "
          "each answer under [outcome.answers], recodes it",
          printable(outcome.name), scored.unscored_in_results, outcome.questionnaire.id);
  }
  if (outcome.instrument)
    return fmt::format(
        "correct the cell, or empty it; if many answers are so, the form may have asked for other answers than {} "
        "(ecpr instruments show {})",
        range_of(outcome), outcome.questionnaire.id);
  return fmt::format(
      "correct the cell, or empty it; if the form of {} has other answers than {}: range = [LOWEST, HIGHEST] under its "
      "[[outcome]]",
      printable(outcome.name), range_of(outcome));
}

std::string out_of_range_remedy(const Survey& survey, const Problem& problem, const CellText& cell) {
  const auto& outcome = survey.source(problem.outcome);
  if (const auto* other = coding_allowing(outcome, cell.text))
    return fmt::format("if the form was coded so: --coding {0}={1} (coding = \"{1}\" in the study file)",
                       outcome.questionnaire.id, other->name);
  return may_mean_no_answer(survey, problem.outcome, cell.text) ? missing_remedy(cell)
                                                                : range_remedy(survey, problem.outcome);
}

std::string suspicious_remedy(const Survey& survey, const Problem& problem, const CellText& cell) {
  const std::string_view score = "if it is a score: range = [LOWEST, HIGHEST] under its [[outcome]]";
  if (may_mean_no_answer(survey, problem.outcome, cell.text)) return fmt::format("{}; {}", missing_remedy(cell), score);
  return fmt::format("if it means no answer, empty the cell, as {} is an answer to another outcome; {}",
                     printable(cell.shown), score);
}

/// The number in front of a text such as "1 - often"; NUMBER where there is none.
std::string number_in_front(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  const bool fraction = end < text.size() && (text[end] == '.' || text[end] == ',');
  return end > 0 && !fraction ? std::string(text.substr(0, end)) : "NUMBER";
}

/// The known answer that an unreadable text nearly is.
std::optional<instruments::AnswerLabel> near_label(const Survey& survey, const Problem& problem, const CellText& cell) {
  if (cell.shown != cell.text) return std::nullopt;
  const auto& outcome = survey.source(problem.outcome);
  auto labels = outcome.questionnaire.labels;
  labels.insert(labels.end(), outcome.labels.begin(), outcome.labels.end());
  return near_answer(cell.text, labels);
}

std::string near_miss_remedy(const Survey& survey, const Problem& problem) {
  const NearMiss& pair = survey.near_misses[problem.column];
  const bool by_case = pair.likeness == Likeness::letter_case && !pair.several;
  return fmt::format(
      "{}ecpr check --write-repairs FILE writes what --repairs FILE joins (repairs = \"FILE\" under [input]) once its "
      "column same_person says yes, and keeps apart once it says no",
      by_case ? "--match folded joins ids whatever their case (match = \"folded\" under [input]); " : "");
}

std::string remedy(const Survey& survey, const Problem& problem, const CellText& cell) {
  switch (problem.kind) {
    case ProblemKind::out_of_range: return out_of_range_remedy(survey, problem, cell);
    case ProblemKind::not_whole:
      return "correct the cell, or empty it; if fractions are answers: whole = false under its [[outcome]]";
    case ProblemKind::suspicious_code: return suspicious_remedy(survey, problem, cell);
    case ProblemKind::unreadable:
      if (thousands_sign(cell.text) != 0)
        return "write numbers without a sign between thousands, or say which sign is that of fractions: --decimal , or "
               "--decimal . (decimal = \",\" or \".\" under [input])";
      if (const auto near = near_label(survey, problem, cell))
        return fmt::format(
            "if it is the answer '{2}': \"{0}\" = {1} under [outcome.answers]; if it means no answer: "
            "--missing=\"{0}\" (missing = [\"{0}\"] under [input])",
            printable(cell.shown), shortest(near->answer), printable(near->text));
      return fmt::format(
          "if it is an answer: \"{0}\" = {1} under [outcome.answers]; if it means no answer: --missing=\"{0}\" "
          "(missing "
          "= [\"{0}\"] under [input])",
          printable(cell.shown), number_in_front(cell.shown));
    case ProblemKind::unlisted_group:
      return fmt::format("add \"{}\" to the values of a [[group.level]]", printable(cell.shown));
    case ProblemKind::misplaced_quote:
      return "look at the lines above in a text editor: a quotation mark within a quoted cell is written twice (\"\")";
    case ProblemKind::undecodable_text:
      return "--encoding NAME says how the file was written (encoding = \"NAME\" under [input])";
    case ProblemKind::near_miss: return near_miss_remedy(survey, problem);
    case ProblemKind::invalid_text: return "--encoding windows-1252 (encoding = \"windows-1252\" under [input])";
    case ProblemKind::mixed_answers:
    case ProblemKind::incomplete_instrument:
    case ProblemKind::counting_ids:
    case ProblemKind::unanswered_item:
    case ProblemKind::different_forms:
    case ProblemKind::similar_groups: return survey.remarks[problem.column].remedy;
    case ProblemKind::similar_wave: return "write the wave's name into the file as the other rows have it";
    case ProblemKind::short_row:
    case ProblemKind::long_row:
      return "mend the row in the file; if all rows are so, --delimiter says what stands between the cells";
    case ProblemKind::blank_id: return "write the id into the file, or name another column: --id COLUMN";
    case ProblemKind::blank_wave: return "write the wave into the file, or delete the row if it is nobody's";
    case ProblemKind::identical_row: return "nothing to do, unless they are two people: then give one another id";
    case ProblemKind::settled_duplicate: return "--duplicates says which row counts (duplicates under [input])";
    case ProblemKind::undecided_duplicate:
      return "correct an id that was mistyped; if the rows are one person's: --duplicates first, last or most-complete "
             "(duplicates = \"...\" under [input])";
    case ProblemKind::group_conflict:
      return "mend the file; if two spellings are one group: values = [\"...\", \"...\"] of one [[group.level]]";
    case ProblemKind::no_answers:
      return "nothing to do if nobody answered; else see whether the outcomes' columns are right";
    case ProblemKind::count_: break;
  }
  return "";
}

}  // namespace

std::string remedy(const Survey& survey, const Problem& problem) {
  const std::string_view text = survey.problems.text(problem.value);
  return remedy(survey, problem, {text, text});
}

std::string remedy_without_value(const Survey& survey, const Problem& problem) {
  return remedy(survey, problem, {survey.problems.text(problem.value), "VALUE"});
}

}  // namespace ecpr::survey
