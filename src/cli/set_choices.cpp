#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/study/resamples.hpp"
#include "option_values.hpp"
#include "study_options.hpp"

namespace ecpr::cli {

namespace {

constexpr std::uint64_t most_resamples = 10'000'000, most_threads = 1024;

std::vector<std::string> effect_sizes(const std::string& list) {
  const auto names = split(list, ',');
  const std::vector<std::string> known(study::effect_size_names.begin(), study::effect_size_names.end());
  for (const auto& name : names) {
    if (std::find(known.begin(), known.end(), name) == known.end())
      throw UsageError(fmt::format("--effect-size {}: there is no '{}'; known are {}", printable(list), printable(name),
                                   listed(known)));
  }
  return names;
}

/// 0.5 or d_z:0.3.
study::Equivalence equivalence(const std::string& text) {
  constexpr std::string_view standardized = "d_z:";
  const bool in_d_z = text.starts_with(standardized);
  const auto bound = in_d_z ? text.substr(standardized.size()) : text;
  try {
    return {positive_number("--equivalence", bound), in_d_z};
  } catch (const UsageError&) {
    refuse_value("--equivalence", text, "a change above 0 in score units, or d_z:X");
  }
}

/// None, or enough of them for the tails of an interval.
std::uint64_t resamples(const std::string& text) {
  const auto number = whole_number("--bootstrap", text, 0, most_resamples);
  if (number > 0 && number < study::fewest_resamples)
    refuse_value("--bootstrap", text, fmt::format("0 for none, or {} or more", study::fewest_resamples));
  return number;
}

void set_tests(const ChoiceOptions& options, study::Choices& choices) {
  if (options.confidence) choices.confidence = share("--confidence", *options.confidence);
  if (options.alpha) choices.alpha = share("--alpha", *options.alpha);
  if (options.adjust)
    choices.adjust = chosen<study::Adjustment>("--adjust", *options.adjust,
                                               {{"holm", study::Adjustment::holm},
                                                {"bh", study::Adjustment::benjamini_hochberg},
                                                {"bonferroni", study::Adjustment::bonferroni},
                                                {"none", study::Adjustment::none}});
  if (options.equivalence) choices.equivalence = equivalence(*options.equivalence);
  if (options.bootstrap) choices.bootstrap = resamples(*options.bootstrap);
  if (options.seed) choices.seed = whole_number("--seed", *options.seed, 0);
}

}  // namespace

void set_choices(const ChoiceOptions& options, study::Choices& choices) {
  set_tests(options, choices);
  if (options.effect_sizes) choices.effect_sizes = effect_sizes(*options.effect_sizes);
  if (options.d_av_ci)
    choices.bonett_interval =
        chosen<bool>("--d-av-ci", *options.d_av_ci, {{"algina-keselman", false}, {"bonett", true}});
  if (options.min_cell) choices.min_cell = whole_number("--min-cell", *options.min_cell, 0);
  if (options.style) choices.style = chosen<std::string>("--style", *options.style, {{"jmir", "jmir"}, {"apa", "apa"}});
}

unsigned thread_count(const ChoiceOptions& options) {
  if (options.threads) return static_cast<unsigned>(whole_number("--threads", *options.threads, 1, most_threads));
  return std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace ecpr::cli
