#include "two_waves.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "answers_seen.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "form_evidence.hpp"
#include "items_alike.hpp"

namespace ecpr::survey {

namespace {

std::string from_to(const Interval& range) {
  return fmt::format("from {} to {}", shortest(range.lower), shortest(range.upper));
}

std::string per_cent(double share) { return fmt::format("{:.0f}%", 100 * share); }

/// Evidence, and of how many items: 1, or of those named alike.
struct Found {
  FormEvidence evidence;
  std::size_t items = 1;
};

/// "the answers run from 1 to 5 before (56 answers) and from 1 to 7 after (56 answers)".
std::string both_sides(const Found& found) {
  const FormEvidence& evidence = found.evidence;
  const std::string whose =
      found.items == 1 ? "" : fmt::format(" to it and {} named alike", counted(found.items - 1, "item", "items"));
  return fmt::format("the answers{} run {} before ({}) and {} after ({})", whose, from_to(evidence.pre),
                     counted(evidence.n_pre, "answer", "answers"), from_to(evidence.post),
                     counted(evidence.n_post, "answer", "answers"));
}

std::string how_far(const FormEvidence& evidence) {
  if (evidence.beyond_pre == 1 && evidence.beyond_post == 1) return "no answer of one wave is among those of the other";
  std::vector<std::string> sides;
  if (evidence.beyond_pre > 0)
    sides.push_back(per_cent(evidence.beyond_pre) + " of those before lie beyond all those after");
  if (evidence.beyond_post > 0)
    sides.push_back(per_cent(evidence.beyond_post) + " of those after lie beyond all those before");
  return listed(sides);
}

/// "recode = { post = { 21 = 1, 22 = 2 } }": of the wave before, where only that one leaves the questionnaire's range.
std::string recoding(const FormEvidence& evidence, const study::Outcome& outcome) {
  if (!evidence.shift) return "";
  const auto& questionnaire = outcome.questionnaire;
  const auto fits = [&](const Interval& range) {
    return range.lower >= questionnaire.lowest && range.upper <= questionnaire.highest;
  };
  const bool before = outcome.scored && fits(evidence.post) && !fits(evidence.pre);
  const Interval& from = before ? evidence.pre : evidence.post;
  const double shift = before ? -*evidence.shift : *evidence.shift;
  std::vector<std::string> codes;
  for (double code = from.lower; code <= from.upper; ++code)
    codes.push_back(fmt::format("{} = {}", shortest(code), shortest(code - shift)));
  return fmt::format("recode = {{ {} = {{ {} }} }}", before ? "pre" : "post", fmt::join(codes, ", "));
}

std::string same_form(const study::Outcome& outcome) {
  return fmt::format("same_form = true under its [[outcome]] (--same-form \"{}\")", printable(outcome.name));
}

std::string remedy_for(const std::string& line, const study::Outcome& outcome) {
  const std::string one_form = "if both waves had the same form: " + same_form(outcome);
  if (line.empty()) return "see what each form asked for; " + one_form;
  const std::string range =
      outcome.scored && !outcome.questionnaire.published ? ", with the range of the other wave" : "";
  return fmt::format("if one wave numbers the same answers otherwise: {} under its [[outcome]]{}; {}", line, range,
                     one_form);
}

void report(const Rows& rows, std::size_t place, const Found& found, Survey& survey) {
  const study::Outcome& outcome = survey.sources[place];
  const std::size_t file = rows.layout->post.file;
  const std::string line = recoding(found.evidence, outcome);
  survey.problems.add(
      {rows.header_lines[file], static_cast<std::uint32_t>(survey.remarks.size()), 0, 0, ProblemKind::different_forms,
       static_cast<std::uint8_t>(file), static_cast<std::uint16_t>(place)},
      outcome.name, "");
  survey.remarks.push_back({fmt::format("{}: {}; {}: this does not look like one form", printable(outcome.label),
                                        both_sides(found), how_far(found.evidence)),
                            remedy_for(line, outcome), line});
}

AskedWith asked_with(const study::Outcome& outcome) {
  const bool ready = !outcome.scored && !outcome.single_item;
  return {std::max<std::size_t>(1, outcome.questionnaire.items.size()), ready, outcome.questionnaire.published};
}

/// Why the outcome is not compared.
std::string reason_of(const Found& found, const study::Outcome& outcome) {
  const std::string line = recoding(found.evidence, outcome);
  return fmt::format("{}, which does not look like one form; {}{} says that it is", both_sides(found),
                     line.empty() ? "" : line + " under its [[outcome]] recodes one wave, ", same_form(outcome));
}

/// The outcome's own evidence, else that of the items named alike.
std::optional<Found> found_of(const OutcomeSeen& seen, const std::optional<SharedEvidence>& alike,
                              const study::Outcome& outcome) {
  if (const auto own = other_form(seen.pre.codes, seen.post.codes, asked_with(outcome))) return Found{*own};
  if (alike) return Found{alike->evidence, alike->items};
  return std::nullopt;
}

}  // namespace

std::vector<WaveFit> compare_waves(const Rows& rows, const Settled& settled, Survey& survey) {
  const auto seen = answers_seen(rows, settled, survey);
  const auto alike = evidence_of_items_alike(seen, survey);
  std::vector<WaveFit> fits;
  for (std::size_t place = 0; place < seen.size(); ++place) {
    WaveFit& fit = fits.emplace_back();
    fit.scales = compare_items(rows, seen[place], place, survey);
    const study::Outcome& outcome = survey.sources[place];
    if (outcome.same_form) continue;
    const auto found = found_of(seen[place], alike[place], outcome);
    if (!found) continue;
    report(rows, place, *found, survey);
    if (outcome.scored || outcome.single_item) fit.reason = reason_of(*found, outcome);
  }
  return fits;
}

}  // namespace ecpr::survey
