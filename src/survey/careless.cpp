#include "ecpr/survey/careless.hpp"

#include <fmt/format.h>

#include "ecpr/base/text.hpp"

namespace ecpr::survey {

namespace {

std::string what_was_answered(const Survey& survey, const CarelessAnswers& answers) {
  const std::string label =
      answers.kind == Carelessness::mostly_missing ? "" : printable(survey.sources[answers.source].label);
  switch (answers.kind) {
    case Carelessness::same_answer:
      return fmt::format("gave one answer to {} of the {} items of {}, though some are reversed",
                         answers.count == answers.of ? std::string("all") : std::to_string(answers.count), answers.of,
                         label);
    case Carelessness::long_run:
      return fmt::format("gave one answer to {} items in a row, of the {} of {}", answers.count, answers.of, label);
    case Carelessness::mostly_missing: break;
  }
  return fmt::format("answered {} of {} items", answers.count, answers.of);
}

}  // namespace

std::string_view name_of(Carelessness kind) {
  switch (kind) {
    case Carelessness::same_answer: return "same_answer";
    case Carelessness::long_run: return "long_run";
    case Carelessness::mostly_missing: break;
  }
  return "mostly_missing";
}

std::uint32_t line_of(const Survey& survey, const CarelessAnswers& answers) {
  return (answers.post ? survey.post_line : survey.pre_line)[answers.person];
}

const FileSummary& file_of(const Survey& survey, const CarelessAnswers& answers) {
  return survey.files[answers.post ? survey.wave_files - 1 : 0];
}

std::string sentence(const Survey& survey, const CarelessAnswers& answers, bool base_names) {
  const FileSummary& file = file_of(survey, answers);
  return fmt::format("{}:{}: id '{}' {}", base_names ? file.base_name : file.name, line_of(survey, answers),
                     printable(survey.ids[answers.person]), what_was_answered(survey, answers));
}

}  // namespace ecpr::survey
