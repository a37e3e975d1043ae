#include "number_signs.hpp"

#include <fmt/format.h>

#include "answer_rule.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"

namespace ecpr::survey {

namespace {

void take_as_unreadable(const UnclearNumber& cell, RowStore& store, const FilePlan& plan, const SignedFile& whose,
                        ProblemLog& problems) {
  if (!cell.is_read) return;  // it is so already
  if (cell.use.kind == CellKind::answer) {
    store.answers[cell.row * plan.answers + cell.use.place] = code::unreadable;
  } else {
    store.numbers[cell.row * plan.numbers + cell.use.place] = number_code::unreadable;
  }
  const std::string_view id = whose.people ? std::string_view(whose.people->shown[store.person[cell.row]]) : "";
  problems.add({cell.line, cell.use.column, 0, 0, ProblemKind::unreadable, whose.file, cell.use.outcome, cell.wave},
               cell.text, id);
}

bool has_evidence(const UnclearNumber& cell, char sign, const NumberSigns& evidence, char delimiter) {
  if (!cell.is_read) return false;
  const bool semicolons = delimiter == ';';  // between cells where the comma is for fractions
  return sign == ',' ? evidence.comma || semicolons : evidence.point || !semicolons;
}

NumberSigns pooled(const std::vector<RowStore>& stores) {
  NumberSigns evidence;
  for (const auto& store : stores) {
    evidence.comma = evidence.comma || store.signs.comma;
    evidence.point = evidence.point || store.signs.point;
  }
  return evidence;
}

double as_fraction(std::string_view text, char sign) { return parse_number(text, sign).value_or(0); }
double as_thousands(std::string_view text, char sign) { return parse_thousands(text, sign).value_or(0); }

/// Whether the outcome is a ready score that may have either number.
bool takes_both(const study::Outcome& outcome, std::string_view text, char sign) {
  if (outcome.scored) return false;
  if (!outcome.range) return true;
  const auto fits = [&](double value) { return value >= outcome.range->lower && value <= outcome.range->upper; };
  return fits(as_thousands(text, sign)) && (!may_have_thousands(text) || fits(as_fraction(text, sign)));
}

UnclearScore question(std::string_view text, char sign) {
  const char other = sign == ',' ? '.' : ',';
  const std::string_view called = sign == ',' ? "comma" : "point";
  if (!may_have_thousands(text))
    return {fmt::format("'{}' has a {} between thousands", printable(text), called),
            fmt::format("--decimal {0} reads it so (decimal = \"{0}\" under [input])", other)};
  return {fmt::format("'{}' may be {} or {}", printable(text), shortest(as_thousands(text, sign)),
                      shortest(as_fraction(text, sign))),
          fmt::format("--decimal {0} takes its {1} for a sign between thousands, --decimal {2} for that of a fraction "
                      "(decimal = \"{0}\" or \"{2}\" under [input])",
                      other, called, sign)};
}

void note_thousands(const std::string& file, const NumberSigns& signs, Survey& survey) {
  if (signs.thousands == 0) return;
  const char sign = thousands_sign(signs.first_thousands);
  survey.notes.push_back(fmt::format("{}: the {} in {} is taken for a sign between thousands, as in '{}'", file,
                                     sign == ',' ? "comma" : "point", counted(signs.thousands, "number", "numbers"),
                                     printable(signs.first_thousands)));
}

}  // namespace

std::vector<UnclearNumber> settle_signs(RowStore& store, const FilePlan& plan, const NumberSigns& evidence,
                                        const SignedFile& whose, ProblemLog& problems) {
  std::vector<UnclearNumber> open;
  for (const UnclearNumber& cell : store.signs.unclear) {
    const char sign = thousands_sign(cell.text);
    if (cell.is_read && (sign == ',' ? evidence.point : evidence.comma)) {
      take_as_unreadable(cell, store, plan, whose, problems);
    } else if (!has_evidence(cell, sign, evidence, store.signs.delimiter)) {
      open.push_back(cell);
    }
  }
  return open;
}

void settle_signs(Rows& rows, Survey& survey) {
  rows.unclear_scores.resize(rows.layout->outcomes.size());
  const NumberSigns evidence = pooled(rows.stores);
  for (std::size_t file = 0; file < rows.stores.size(); ++file) {
    RowStore& store = rows.stores[file];
    const FilePlan& plan = rows.layout->files[file];
    const SignedFile whose{&rows.people, static_cast<std::uint8_t>(file)};
    for (const auto& cell : settle_signs(store, plan, evidence, whose, survey.problems)) {
      if (cell.use.outcome >= rows.unclear_scores.size()) continue;  // a measure
      const char sign = thousands_sign(cell.text);
      if (!takes_both(rows.layout->outcomes[cell.use.outcome], cell.text, sign)) continue;
      take_as_unreadable(cell, store, plan, whose, survey.problems);
      UnclearScore& score = rows.unclear_scores[cell.use.outcome];
      if (score.question.empty()) score = question(cell.text, sign);
    }
    note_thousands(rows.file_names[file], store.signs, survey);
  }
}

}  // namespace ecpr::survey
