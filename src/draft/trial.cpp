#include "trial.hpp"

#include "ecpr/base/error.hpp"
#include "ecpr/study/study.hpp"

namespace ecpr::draft {

Trial try_study(const std::string& text, const std::string& folder) {
  study::Study study = study::parse_study(text, "the draft", folder);
  Trial trial;
  try {
    study::complete(study);
    trial.survey = survey::read_survey(study, {.audit = true});
    trial.trouble = trial.survey->obstacle;
    if (trial.trouble.empty()) survey::require_pairs(*trial.survey);
  } catch (const InputError& error) {
    trial.trouble = error.what();
  } catch (const UsageError& error) {
    trial.trouble = error.what();
  }
  return trial;
}

}  // namespace ecpr::draft
