#include "sentences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "answer_rule.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/survey/no_answer.hpp"
#include "ecpr/survey/survey.hpp"
#include "id_edit.hpp"
#include "wave_spelling.hpp"

namespace ecpr::survey {

std::string range_of(const study::Outcome& outcome) {
  if (outcome.scored) return shortest(outcome.questionnaire.lowest) + " to " + shortest(outcome.questionnaire.highest);
  const Interval range = outcome.range.value_or(Interval{-largest_score, largest_score});
  return shortest(range.lower) + " to " + shortest(range.upper);
}

const instruments::OtherCoding* coding_allowing(const study::Outcome& outcome, std::string_view value) {
  const auto number = NumberSpelling{true, true}.parse(value);
  if (!number || *number != std::floor(*number)) return nullptr;
  for (const auto& other : outcome.questionnaire.other_codings) {
    if (*number >= other.lowest && *number <= other.highest) return &other;
  }
  return nullptr;
}

std::string missing_option(std::string_view value) { return "--missing=" + printable(value); }

namespace {

std::string title_of(const study::Outcome& outcome) {
  return outcome.scored && outcome.questionnaire.published ? outcome.questionnaire.title : outcome.label;
}

/// " (id 'g05')", and for a row of a long file " (id 'g05', wave 'post')"; empty where nobody has an id.
std::string who_answered(const Survey& survey, const Problem& problem) {
  const std::string id = printable(survey.problems.text(problem.id));
  if (id.empty()) return "";
  if (problem.wave == 0) return fmt::format(" (id '{}')", id);
  return fmt::format(" (id '{}', wave '{}')", id, printable(survey.wave_labels[problem.wave - 1]));
}

std::string out_of_range(const Survey& survey, const Problem& problem) {
  const auto& outcome = survey.source(problem.outcome);
  const std::string_view value = survey.problems.text(problem.value);
  const auto* other = coding_allowing(outcome, value);
  std::string hint;
  if (other) {
    hint = fmt::format(", but not in the coding {} ({})", other->name, other->meaning);
  } else if (may_mean_no_answer(survey, problem.outcome, value)) {
    hint = fmt::format(" and may be a code for no answer, which {} names", missing_option(value));
  }
  return fmt::format("column '{}': '{}' is outside {} ({}){}; treated as missing",
                     printable(column_of(survey, problem)), printable(value), range_of(outcome), title_of(outcome),
                     hint);
}

std::string near_miss(const Survey& survey, const Problem& problem, bool base_names) {
  const NearMiss& pair = survey.near_misses[problem.column];
  const FileSummary& file = survey.files.front();
  return fmt::format("id '{}' resembles '{}' before ({}:{}): they {}; the two are not joined",
                     printable(survey.problems.text(problem.id)), printable(survey.problems.text(problem.value)),
                     base_names ? file.base_name : file.name, survey.pre_line[pair.pre], words_for(pair));
}

/// "; did you mean 'post'?", for a wave that is nearly called so.
std::string meant_wave(const Survey& survey, std::string_view wave) {
  for (const auto& label : survey.wave_labels) {
    const auto& others = survey.other_waves;
    if (std::find(others.begin(), others.end(), label) == others.end() && nearly_alike(wave, label))
      return fmt::format("; did you mean '{}'?", printable(label));
  }
  return "";
}

/// Who answered in the other wave only under an id that differs from the problem's by one letter: perhaps one of two
/// rows is theirs.
std::string neighbours(const Survey& survey, const Problem& problem) {
  constexpr std::size_t few = 3, most_people = 200'000;
  constexpr int before = 1, after = 2;
  if (survey.people() > most_people) return "";
  const std::string_view id = survey.problems.text(problem.id);
  std::vector<std::string> found;
  for (std::size_t i = 0; i < survey.people() && found.size() < few; ++i) {
    const int wave = survey.waves[i];
    const bool other = survey.wave_files == 2 ? wave == (problem.file == 0 ? after : before) : wave != (before | after);
    if (other && one_edit(id, survey.ids[i]) != Edit::none)
      found.push_back(fmt::format("'{}' ({} only)", printable(survey.ids[i]), wave == before ? "before" : "after"));
  }
  return found.empty() ? "" : fmt::format("; perhaps one of them is of {}, mistyped", listed(found, "or"));
}

std::string place_of(const FileSummary& file, const Problem& problem, bool base_names) {
  return fmt::format("{}:{}", base_names ? file.base_name : file.name, problem.line);
}

}  // namespace

std::string what_is_wrong(const Survey& survey, const Problem& problem, bool base_names) {
  const auto& log = survey.problems;
  const std::string value = printable(log.text(problem.value)), id = printable(log.text(problem.id));
  const std::string column = printable(column_of(survey, problem)), whose = who_answered(survey, problem);
  const auto& outcome =
      survey.source(std::min(std::size_t{problem.outcome}, survey.sources.size() + survey.measures.size() - 1));
  switch (problem.kind) {
    case ProblemKind::out_of_range: return out_of_range(survey, problem) + whose;
    case ProblemKind::not_whole:
      return fmt::format("column '{}': '{}' is not a whole number ({}); treated as missing{}", column, value,
                         title_of(outcome), whose);
    case ProblemKind::unreadable:
      if (thousands_sign(log.text(problem.value)) != 0)
        return fmt::format("column '{}': '{}' may be a fraction or have a sign between thousands; treated as missing{}",
                           column, value, whose);
      return fmt::format("column '{}': '{}' is no number{}; treated as missing{}", column, value,
                         outcome.scored ? " and no known answer of " + title_of(outcome) : "", whose);
    case ProblemKind::suspicious_code:
      return fmt::format(
          "column '{}': '{}' is far from all other values and may be a code for no answer; it counts as a score, "
          "unless "
          "{} names it{}",
          column, value, missing_option(value), whose);
    case ProblemKind::mixed_answers:
    case ProblemKind::incomplete_instrument:
    case ProblemKind::counting_ids:
    case ProblemKind::unanswered_item:
    case ProblemKind::different_forms:
    case ProblemKind::similar_groups: return survey.remarks[problem.column].sentence;
    case ProblemKind::short_row:
      return fmt::format("the row has {} of {} cells; the others are taken as missing{}", value,
                         survey.files[problem.file].header.size(), whose);
    case ProblemKind::long_row:
      return fmt::format("the row has {} cells under {} headers; the cells beyond are ignored{}", value,
                         survey.files[problem.file].header.size(), whose);
    case ProblemKind::blank_id: return fmt::format("the row has no id in column '{}' and is left out", column);
    case ProblemKind::blank_wave:
      return fmt::format("the row has no wave in column '{}' and is left out (id '{}')", column, id);
    case ProblemKind::similar_wave:
      return fmt::format("the row is left out, as its wave in column '{}' is neither pre nor post: '{}'{} (id '{}')",
                         column, value, meant_wave(survey, log.text(problem.value)), id);
    case ProblemKind::identical_row: return fmt::format("id '{}' answered the same twice; counted once", id);
    case ProblemKind::settled_duplicate:
      return fmt::format("id '{}' has two different rows in this wave; this one is left out", id);
    case ProblemKind::undecided_duplicate:
      return fmt::format("id '{}' has another row with different answers in this wave{}", id,
                         neighbours(survey, problem));
    case ProblemKind::near_miss: return near_miss(survey, problem, base_names);
    case ProblemKind::group_conflict:
      return fmt::format("id '{}' is in group '{}' before, '{}' after; the group before counts", id,
                         printable(survey.groups[problem.outcome]), value);
    case ProblemKind::unlisted_group:
      return fmt::format("group '{}' is in no [[group.level]]; it stays a group of its own (id '{}')", value, id);
    case ProblemKind::no_answers: return fmt::format("id '{}' has no answer to any outcome", id);
    case ProblemKind::misplaced_quote:
      return "text stands behind a closing quotation mark: a cell further up may never have been closed";
    case ProblemKind::invalid_text: return "this is not UTF-8 text";
    case ProblemKind::undecodable_text:
      return fmt::format("some bytes mean nothing in {}", survey.files[problem.file].encoding);
    case ProblemKind::count_: break;
  }
  return "";
}

std::string_view column_of(const Survey& survey, const Problem& problem) {
  const bool whole_row =
      problem.column == no_place || problem.kind == ProblemKind::near_miss || is_remark(problem.kind);
  return whole_row ? std::string_view() : survey.files[problem.file].header[problem.column];
}

std::string sentence(const Survey& survey, const Problem& problem, bool base_names) {
  return place_of(survey.files[problem.file], problem, base_names) + ": " + what_is_wrong(survey, problem, base_names);
}

}  // namespace ecpr::survey
