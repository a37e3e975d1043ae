#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <thread>

#include "ecpr/base/typed_value.hpp"
#include "ecpr/study/option.hpp"
#include "option_values.hpp"
#include "study_options.hpp"

namespace ecpr::cli {

namespace {

/// "How numbers are written: jmir or apa (jmir)".
std::string help_of(const study::Option& option) {
  std::string help(option.sentence);
  if (option.words) help += ": " + words_to_choose(option.words());
  if (!option.otherwise.empty()) help += fmt::format(" ({})", option.otherwise);
  return help;
}

void add(CLI::App& command, const study::Option& option, const char* group, TypedOptions& typed) {
  auto* declared = command.add_option(std::string(option.flag), typed.place_of(option.flag), help_of(option));
  declared->allow_extra_args(false)->type_name(std::string(option.type))->group(group);
  if (!option.repeatable) declared->expected(1);
}

}  // namespace

const std::vector<std::string>& TypedOptions::all(std::string_view flag) const {
  static const std::vector<std::string> none;
  const auto found = values_.find(flag);
  return found == values_.end() ? none : found->second;
}

bool TypedOptions::any() const {
  return std::any_of(values_.begin(), values_.end(), [](const auto& one) { return !one.second.empty(); });
}

void add_study_options(CLI::App& command, StudyOptions& options) {
  command
      .add_option("FILE", options.file,
                  "Study file (.toml), or a CSV file that holds both waves, or - for standard input")
      ->type_name("");
  for (const auto* option : study::input_flags()) add(command, *option, "Input", options.typed);
  command.add_flag("--strict", options.strict,
                   "Stop with exit code 3 when anything in the data is not as it should be");
  command.add_flag("-q,--quiet", options.quiet, "No notes and warnings on standard error");
}

void add_analysis_options(CLI::App& command, StudyOptions& options) {
  for (const auto* option : study::analysis_flags()) add(command, *option, "Analysis", options.typed);
}

unsigned thread_count(const StudyOptions& options) {
  constexpr std::uint64_t most_threads = 1024;
  if (options.typed.has("--threads"))
    return static_cast<unsigned>(whole_number("--threads", options.typed.one("--threads"), 1, most_threads));
  return std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace ecpr::cli
