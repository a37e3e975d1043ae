#include "answer_count.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"

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

std::string many_out_of_range(const AnswerCount& both, const Questionnaire& questionnaire) {
  return fmt::format("{} of {} answers {} outside {} to {}: another form or coding is suspected",
                     with_thousands(both.out_of_range), with_thousands(both.answers),
                     both.out_of_range == 1 ? "is" : "are", shortest(questionnaire.lowest),
                     shortest(questionnaire.highest));
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

std::string reason_not_to_score(const AnswerCount& pre, const AnswerCount& post, const Questionnaire& questionnaire) {
  if (!questionnaire.published) return "";
  constexpr double most = 0.05;
  AnswerCount both = pre;
  both.answers += post.answers;
  both.out_of_range += post.out_of_range;
  both.other_coding += post.other_coding;
  const bool many = static_cast<double>(both.out_of_range) > most * static_cast<double>(both.answers);
  const OtherCoding* other = both.other_coding > 0 ? wider_coding(questionnaire) : nullptr;
  if (!other) return many ? many_out_of_range(both, questionnaire) : "";
  const std::string ask =
      fmt::format("--coding {0}={1} (coding = \"{1}\" in the study file)", questionnaire.id, other->name);
  if (many)
    return fmt::format("{}; {} of them {} the coding {} ({}): {}", many_out_of_range(both, questionnaire),
                       with_thousands(both.other_coding), both.other_coding == 1 ? "fits" : "fit", other->name,
                       other->meaning, ask);
  if (!questionnaire.coding_assumed || !(looks_otherwise(pre) || looks_otherwise(post))) return "";
  return fmt::format("the coding {} is assumed, but {} the coding {} ({}) alone; state the coding: {}",
                     questionnaire.coding, counted(both.other_coding, "answer fits", "answers fit"), other->name,
                     other->meaning, ask);
}

}  // namespace ecpr::survey
