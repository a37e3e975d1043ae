#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "answer_rule.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/survey/near_answer.hpp"
#include "ecpr/survey/no_answer.hpp"
#include "ecpr/survey/survey.hpp"
#include "id_edit.hpp"
#include "wave_spelling.hpp"

namespace ecpr::survey {

namespace {

std::string range_of(const study::Outcome& outcome) {
  if (outcome.scored) return shortest(outcome.questionnaire.lowest) + " to " + shortest(outcome.questionnaire.highest);
  const Interval range = outcome.range.value_or(Interval{-largest_score, largest_score});
  return shortest(range.lower) + " to " + shortest(range.upper);
}

/// The coding that allows `value`, where this one does not; null when there is none.
const instruments::OtherCoding* coding_allowing(const study::Outcome& outcome, std::string_view value) {
  const auto number = NumberSpelling{true, true}.parse(value);
  if (!number || *number != std::floor(*number)) return nullptr;
  for (const auto& other : outcome.questionnaire.other_codings) {
    if (*number >= other.lowest && *number <= other.highest) return &other;
  }
  return nullptr;
}

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

std::string missing_option(std::string_view value) { return "--missing=" + printable(value); }

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

/// What is wrong, without the place.
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

std::string place_of(const FileSummary& file, const Problem& problem, bool base_names) {
  return fmt::format("{}:{}", base_names ? file.base_name : file.name, problem.line);
}

}  // namespace

std::string_view column_of(const Survey& survey, const Problem& problem) {
  const bool whole_row =
      problem.column == no_place || problem.kind == ProblemKind::near_miss || is_remark(problem.kind);
  return whole_row ? std::string_view() : survey.files[problem.file].header[problem.column];
}

std::string sentence(const Survey& survey, const Problem& problem, bool base_names) {
  return place_of(survey.files[problem.file], problem, base_names) + ": " + what_is_wrong(survey, problem, base_names);
}

namespace {

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

namespace {

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
