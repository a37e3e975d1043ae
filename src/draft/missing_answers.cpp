#include "missing_answers.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "ecpr/base/text.hpp"
#include "kinds_of_columns.hpp"

namespace ecpr::draft {

namespace {

using survey::ColumnImpression;

constexpr std::array<std::string_view, 27> phrases = {"prefer not to say",
                                                      "prefer not to answer",
                                                      "don't know",
                                                      "dont know",
                                                      "don\u2019t know",
                                                      "do not know",
                                                      "missing",
                                                      "?",
                                                      "??",
                                                      "--",
                                                      "---",
                                                      "refused",
                                                      "refused to answer",
                                                      "declined",
                                                      "skipped",
                                                      "skip",
                                                      "not applicable",
                                                      "no answer",
                                                      "no response",
                                                      "not answered",
                                                      "unanswered",
                                                      "n.a.",
                                                      "n. a.",
                                                      "keine angabe",
                                                      "wei\u00df nicht",
                                                      "no reply",
                                                      "declined to answer"};

bool is_phrase(const std::string& text) {
  return std::find(phrases.begin(), phrases.end(), comparison_key(text)) != phrases.end();
}

enum class Verdict { answer, doubtful, missing };

/// What a code means among the answers from `rest.lower` to `rest.upper`.
Verdict verdict_on(double code, const Interval& rest) {
  constexpr double short_scale = 10, far = 5, clear = 6, two_digits = 66, three_digits = 666;
  if (code >= rest.lower - 1 && code <= rest.upper + 1) return Verdict::answer;
  const double largest = std::max({std::abs(rest.lower), std::abs(rest.upper), 1.0});
  if (code < 0) {
    if (rest.lower >= 0) return code <= -clear ? Verdict::missing : Verdict::doubtful;
    return code < -2 * far * largest ? Verdict::missing : Verdict::answer;
  }
  if (rest.upper - rest.lower <= short_scale && code >= two_digits && rest.upper < two_digits / far)
    return Verdict::missing;
  if (code >= three_digits && code >= far * largest) return Verdict::missing;
  return Verdict::doubtful;
}

/// Codes beside the answers are answers, too: 7 and 8 of a scale of 1 to 8.
Interval with_neighbours(Interval rest, std::vector<survey::SeenCode> codes) {
  for (std::size_t round = 0; round < codes.size(); ++round) {
    for (const auto& seen : codes) {
      if (seen.code < rest.lower - 1 || seen.code > rest.upper + 1) continue;
      rest.lower = std::min(rest.lower, seen.code);
      rest.upper = std::max(rest.upper, seen.code);
    }
  }
  return rest;
}

struct Verdicts {
  double code;
  bool answer = false, doubtful = false, missing = false;
};

void judge(const ColumnImpression& pre, const ColumnImpression& post, std::vector<Verdicts>& verdicts) {
  std::vector<survey::SeenCode> codes = pre.codes;
  codes.insert(codes.end(), post.codes.begin(), post.codes.end());
  if (codes.empty()) return;
  std::optional<Interval> rest = pre.range ? pre.range : post.range;
  if (pre.range && post.range)
    rest = Interval{std::min(pre.range->lower, post.range->lower), std::max(pre.range->upper, post.range->upper)};
  const Interval answers = rest ? with_neighbours(*rest, codes) : Interval{-1e9, 1e9};
  for (const auto& seen : codes) {
    auto known = std::find_if(verdicts.begin(), verdicts.end(), [&](const auto& one) { return one.code == seen.code; });
    if (known == verdicts.end()) known = verdicts.insert(known, Verdicts{seen.code});
    const Verdict verdict = verdict_on(seen.code, answers);
    known->answer |= verdict == Verdict::answer;
    known->doubtful |= verdict == Verdict::doubtful;
    known->missing |= verdict == Verdict::missing;
  }
}

void add_phrases(const ColumnImpression& column, MissingAnswers& missing) {
  for (const auto& seen : column.texts) {
    if (is_phrase(seen.text) && !invalid_utf8(seen.text) &&
        std::find(missing.texts.begin(), missing.texts.end(), seen.text) == missing.texts.end())
      missing.texts.push_back(seen.text);
  }
}

}  // namespace

MissingAnswers find_missing_answers(const Material& material) {
  MissingAnswers missing;
  std::vector<Verdicts> verdicts;
  for (const auto& variable : material.shape.variables) {
    const auto& pre = material.pre(variable);
    const auto& post = material.post(variable);
    if (kind_of_column(pre.name, variable.name) != ColumnKind::asked) continue;
    add_phrases(pre, missing);
    add_phrases(post, missing);
    if (2 * (pre.numbers + post.numbers) >= pre.filled + post.filled) judge(pre, post, verdicts);
  }
  for (const auto& verdict : verdicts) {
    if (verdict.missing && !verdict.answer && !verdict.doubtful) {
      missing.codes.push_back(verdict.code);
    } else if (verdict.missing || (verdict.doubtful && !verdict.answer)) {
      missing.doubtful.push_back(verdict.code);
    }
  }
  return missing;
}

}  // namespace ecpr::draft
