#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <sstream>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/cli/commands.hpp"
#include "ecpr/export/scored_csv.hpp"
#include "output.hpp"
#include "study_options.hpp"

namespace ecpr::cli {

namespace {

struct Options {
  StudyOptions study;
  std::optional<std::string> file;
};

void check_ending(const std::string& path) {
  const std::string ending = case_folded(std::filesystem::path(path).extension().string());
  if (!ending.empty() && ending != ".csv")
    throw UsageError(fmt::format("-o {}: scores are written as CSV; name a file that ends with .csv", printable(path)));
}

void run(const Options& options) {
  if (options.file) check_ending(*options.file);
  const study::Study study = make_study(options.study);
  if (options.file) check_target(*options.file, input_paths(study, options.study.file));
  const survey::Survey survey = survey::read_survey(study, {.hash = false, .item_sums = survey::ItemSums::none});
  report_problems(survey, study, options.study.quiet, options.study.strict);
  std::ostringstream out;
  catalogue::write_scored_csv(out, survey);
  const std::string scores = std::move(out).str();
  if (options.file) return write_file(*options.file, scores, input_paths(study, options.study.file), Readers::owner);
  write_output(scores);
}

}  // namespace

void add_score_command(CLI::App& app) {
  auto* command = app.add_subcommand("score", "Writes the scored data set as CSV: a row per person and wave");
  auto options = std::make_shared<Options>();
  add_study_options(*command, options->study);
  command->add_option("-o,--output", options->file, "CSV file to write")->type_name("FILE")->group("Output");
  command->footer(
      "Examples:\n"
      "  ecpr score study.toml -o scores.csv\n"
      "  ecpr score --pre pre.csv --post post.csv --id id > scores.csv");
  command->callback([options] { run(*options); });
}

}  // namespace ecpr::cli
