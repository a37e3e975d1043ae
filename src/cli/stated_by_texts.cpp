#include "stated_by_texts.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "ecpr/base/text.hpp"
#include "ecpr/survey/survey.hpp"

namespace ecpr::cli {

namespace {

using instruments::MissingChoice;

StudyOptions with_codings(StudyOptions options, const std::vector<MissingChoice>& choices, std::size_t place) {
  for (const auto& choice : choices) {
    options.typed.place_of("--coding")
        .push_back(choice.id + '=' + choice.names[std::min(place, choice.names.size() - 1)]);
  }
  return options;
}

bool same(const std::vector<double>& a, const std::vector<double>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); });
}

bool same_scores(const survey::Survey& a, const survey::Survey& b) {
  return std::equal(a.outcomes.begin(), a.outcomes.end(), b.outcomes.begin(), b.outcomes.end(),
                    [](const auto& x, const auto& y) {
                      return x.name == y.name && x.unscored.empty() && y.unscored.empty() &&
                             same(x.pre.value, y.pre.value) && same(x.post.value, y.post.value);
                    });
}

survey::Survey scored(const StudyOptions& options) {
  return survey::read_survey(make_study(options), {.item_sums = survey::ItemSums::none, .audit = true});
}

bool is_lasting(const std::string& path) {
  std::error_code ignored;
  return path.empty() || std::filesystem::is_regular_file(path, ignored);
}

}  // namespace

bool can_be_read_again(const StudyOptions& options) {
  std::vector<std::string> paths{options.file};
  if (case_folded(options.file).ends_with(".toml")) paths = input_paths(study::load_study(options.file), options.file);
  for (const std::string_view flag : {"--pre", "--post", "--repairs", "--exclude"}) {
    const auto& named = options.typed.all(flag);
    paths.insert(paths.end(), named.begin(), named.end());
  }
  return std::all_of(paths.begin(), paths.end(), is_lasting);
}

std::optional<StudyOptions> stated_by_texts(const StudyOptions& options, const instruments::ChoicesMissing& missing) {
  const auto& choices = missing.choices();
  const bool orders =
      std::any_of(choices.begin(), choices.end(), [](const auto& choice) { return choice.kind == "order"; });
  if (orders || !can_be_read_again(options)) return std::nullopt;
  std::size_t most = 0;
  for (const auto& choice : choices) most = std::max(most, choice.names.size());
  const StudyOptions first = with_codings(options, choices, 0);
  const survey::Survey survey = scored(first);
  for (std::size_t place = 1; place < most; ++place) {
    if (!same_scores(survey, scored(with_codings(options, choices, place)))) return std::nullopt;
  }
  return first;
}

}  // namespace ecpr::cli
