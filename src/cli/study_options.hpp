// The options that say what the study is; shared by the commands that read one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ecpr/study/study.hpp"

namespace CLI {
class App;
}

namespace ecpr::cli {

/// As typed; texts are parsed by `make_study`.
struct StudyOptions {
  std::string file;  ///< study file, CSV file or "-"
  std::optional<std::string> pre, post, id, group, wave, pre_label, post_label;
  std::vector<std::string> instruments, outcomes, higher_is_better, lower_is_better, codings, orders, missing,
      same_form;
  std::optional<std::string> group_order, delimiter, decimal, encoding, platform, match, repairs, exclude, duplicates;
  bool strict = false, quiet = false;
  std::optional<std::string> cluster;
};

/// The options behind the numbers, for `analyze`.
struct ChoiceOptions {
  std::optional<std::string> confidence, alpha, adjust, effect_sizes, d_av_ci, min_cell, style;
  std::optional<std::string> equivalence, bootstrap, seed, threads;
};

void add_study_options(CLI::App& command, StudyOptions& options);
void add_choice_options(CLI::App& command, ChoiceOptions& options);

/// Overrides `choices` by the options. Throws UsageError.
void set_choices(const ChoiceOptions& options, study::Choices& choices);

/// How many threads share the work: as many as there are processors, unless the options say otherwise.
unsigned thread_count(const ChoiceOptions& options);

/// The study file, if one is named, overridden by the flags. Throws UsageError, InputError, DefinitionError.
study::Study make_study(const StudyOptions& options, const ChoiceOptions& choices = {});

/// Every file that is read for `study`, its study file included: none of them may be overwritten.
std::vector<std::string> input_paths(const study::Study& study, const std::string& file);

}  // namespace ecpr::cli
