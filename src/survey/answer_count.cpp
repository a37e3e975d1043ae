#include "answer_count.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/survey/near_answer.hpp"

namespace ecpr::survey {

using instruments::OtherCoding;
using instruments::Questionnaire;

namespace {

AnswerCount count_numbers(const WaveAnswers& answers) {
  AnswerCount count;
  for (const auto row : *answers.row) {
    if (row == no_place) continue;
    const double* of_row = answers.store->numbers.data() + row * answers.plan->numbers;
    for (const auto place : *answers.place) {
      const double number = of_row[place];
      count.answers += !std::isnan(number);
      count.out_of_range += number == number_code::out_of_range;
      count.unreadable += number == number_code::unreadable;
    }
  }
  return count;
}

/// Per code 1 where no other coding has that answer; all 0 without other codings.
std::array<std::uint8_t, 256> codes_of_this_coding(const Questionnaire& questionnaire) {
  std::array<std::uint8_t, 256> result{};
  const auto& others = questionnaire.other_codings;
  for (std::size_t code = 0; code < code::first_unusable && !others.empty(); ++code) {
    const double value = questionnaire.lowest + static_cast<double>(code);
    result[code] = std::none_of(others.begin(), others.end(), [&](const OtherCoding& other) {
      return value >= other.lowest && value <= other.highest;
    });
  }
  return result;
}

/// The coding that has answers which this one has not.
const OtherCoding* wider_coding(const Questionnaire& questionnaire) {
  const auto found = std::find_if(questionnaire.other_codings.begin(), questionnaire.other_codings.end(),
                                  [&](const OtherCoding& other) {
                                    return other.lowest < questionnaire.lowest || other.highest > questionnaire.highest;
                                  });
  return found == questionnaire.other_codings.end() ? nullptr : &*found;
}

AnswerCount sum(const AnswerCount& a, const AnswerCount& b) {
  return {a.answers + b.answers, a.out_of_range + b.out_of_range, a.unreadable + b.unreadable,
          a.other_coding + b.other_coding, a.this_coding + b.this_coding};
}

/// Answers of which too many cannot be used, and where they stand.
struct TooMany {
  AnswerCount count;
  std::string_view when;  ///< empty: in both waves together
};

/// Of both waves together, then of each. In one wave a single cell is a slip, whatever its share.
std::optional<TooMany> too_many(const AnswerCount& pre, const AnswerCount& post, std::size_t fewest) {
  constexpr double most = 0.05;
  constexpr std::size_t two = 2;
  const auto is_many = [](const AnswerCount& count, std::size_t at_least) {
    const std::size_t unusable = count.out_of_range + count.unreadable;
    return unusable >= at_least && static_cast<double>(unusable) > most * static_cast<double>(count.answers);
  };
  if (is_many(sum(pre, post), fewest)) return TooMany{sum(pre, post), ""};
  if (is_many(pre, std::max(fewest, two))) return TooMany{pre, " before"};
  if (is_many(post, std::max(fewest, two))) return TooMany{post, " after"};
  return std::nullopt;
}

std::string range_in_words(const study::Outcome& outcome) {
  const Interval range = outcome.scored ? Interval{outcome.questionnaire.lowest, outcome.questionnaire.highest}
                                        : outcome.range.value_or(Interval{0, 0});
  return fmt::format("{} to {}", shortest(range.lower), shortest(range.upper));
}

/// What to write down about a text that could not be read.
std::string line_for(const std::string& text, const study::Outcome& outcome) {
  auto labels = outcome.questionnaire.labels;
  labels.insert(labels.end(), outcome.labels.begin(), outcome.labels.end());
  if (const auto near = near_answer(text, labels))
    return fmt::format(", which is nearly '{}': \"{}\" = {} under [outcome.answers]", printable(near->text),
                       printable(text), shortest(near->answer));
  return fmt::format(
      "; if it is an answer: \"{0}\" = NUMBER under [outcome.answers]; if it means no answer: missing = "
      "[\"{0}\"] under [input]",
      printable(text));
}

std::string in_words(const TooMany& many, const study::Outcome& outcome, const std::string& commonest) {
  const AnswerCount& count = many.count;
  const std::size_t unusable = count.out_of_range + count.unreadable;
  const std::string start =
      fmt::format("{} of {} answers{}", with_thousands(unusable), with_thousands(count.answers), many.when);
  const bool one = unusable == 1;
  if (count.unreadable == 0)
    return fmt::format("{} {} outside {}: another form or coding is suspected", start, one ? "is" : "are",
                       range_in_words(outcome));
  const std::string text = commonest.empty() ? "" : fmt::format(", most often '{}'", printable(commonest));
  const std::string line = commonest.empty() ? "" : line_for(commonest, outcome);
  if (count.out_of_range == 0) return fmt::format("{} cannot be read{}{}", start, text, line);
  return fmt::format("{} cannot be used, {} outside {} and {} that cannot be read{}{}", start,
                     with_thousands(count.out_of_range), range_in_words(outcome), with_thousands(count.unreadable),
                     text, line);
}

bool looks_otherwise(const AnswerCount& wave) { return wave.other_coding > 0 && wave.this_coding == 0; }

}  // namespace

AnswerCount count_answers(const Questionnaire& questionnaire, const WaveAnswers& answers) {
  if (!answers.coded) return count_numbers(answers);
  AnswerCount count;
  const auto of_this_coding = codes_of_this_coding(questionnaire);
  for (const auto row : *answers.row) {
    if (row == no_place) continue;
    const std::uint8_t* of_row = answers.store->answers.data() + row * answers.plan->answers;
    for (const auto place : *answers.place) {
      const std::uint8_t answer = of_row[place];
      count.answers += answer != code::missing;
      count.out_of_range += answer == code::out_of_range || answer == code::other_coding;
      count.unreadable += answer == code::unreadable;
      count.other_coding += answer == code::other_coding;
      count.this_coding += of_this_coding[answer];
    }
  }
  return count;
}

std::string reason_not_to_score(const AnswerCount& pre, const AnswerCount& post, const study::Outcome& outcome,
                                const std::string& commonest) {
  const Questionnaire& questionnaire = outcome.questionnaire;
  if (!outcome.scored && !outcome.single_item) return "";
  constexpr std::size_t slips = 2;  // of a scale of one's own
  const auto many = too_many(pre, post, questionnaire.published ? 1 : slips + 1);
  const AnswerCount both = sum(pre, post);
  const OtherCoding* other = both.other_coding > 0 ? wider_coding(questionnaire) : nullptr;
  if (!other) return many ? in_words(*many, outcome, commonest) : "";
  const std::string ask =
      fmt::format("--coding {0}={1} (coding = \"{1}\" in the study file)", questionnaire.id, other->name);
  if (many)
    return fmt::format("{}; {} of them {} the coding {} ({}): {}", in_words(*many, outcome, commonest),
                       with_thousands(many->count.other_coding), many->count.other_coding == 1 ? "fits" : "fit",
                       other->name, other->meaning, ask);
  if (!questionnaire.coding_assumed || !(looks_otherwise(pre) || looks_otherwise(post))) return "";
  return fmt::format("the coding {} is assumed, but {} the coding {} ({}) alone; state the coding: {}",
                     questionnaire.coding, counted(both.other_coding, "answer fits", "answers fit"), other->name,
                     other->meaning, ask);
}

std::string unusable_answers(const AnswerCount& pre, const AnswerCount& post) {
  const AnswerCount both = sum(pre, post);
  const std::size_t unusable = both.out_of_range + both.unreadable;
  if (unusable == 0) return "";
  std::vector<std::string> kinds;
  if (both.out_of_range > 0) kinds.push_back(with_thousands(both.out_of_range) + " out of range or not whole");
  if (both.unreadable > 0) kinds.push_back(with_thousands(both.unreadable) + " unreadable");
  return fmt::format("{} of {} {} as missing: {}", with_thousands(unusable), counted(both.answers, "answer", "answers"),
                     unusable == 1 ? "counts" : "count", listed(kinds));
}

}  // namespace ecpr::survey
