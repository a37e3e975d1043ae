#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <sstream>

#include "ecpr/analysis/power.hpp"
#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/base/version.hpp"
#include "ecpr/cli/commands.hpp"
#include "ecpr/export/power_results.hpp"
#include "ecpr/report/power_report.hpp"
#include "output.hpp"
#include "output_formats.hpp"
#include "power_options.hpp"
#include "study_options.hpp"

namespace ecpr::cli {

namespace {

struct Options {
  StudyOptions study;
  PowerOptions power;
  std::vector<std::string> files;
  std::optional<std::string> format;
};

/// What was found, as a document and as data.
struct Findings {
  document::Document document;
  std::function<void(std::ostream&)> csv, json;
};

std::string written(const OutputFormat& format, const Findings& findings, const render::Options& rendering) {
  if (format.render) return format.render(findings.document, rendering);
  std::ostringstream out;
  (format.data == DataForm::csv ? findings.csv : findings.json)(out);
  return std::move(out).str();
}

void write(const Options& options, const Findings& findings, const std::vector<std::string>& inputs) {
  render::Options rendering;
  OutputFiles files(inputs);
  for (const auto& file : options.files) files.write(file, written(format_of_file(file), findings, rendering));
  files.publish();
  if (!options.files.empty() && !options.format) return;
  rendering.width = output_width();
  rendering.ansi = output_is_styled();
  write_output(written(format_named(options.format.value_or("text")), findings, rendering));
}

bool names_data(const StudyOptions& study) {
  return !study.file.empty() || study.typed.has("--pre") || study.typed.has("--post");
}

/// Options of the input make no sense without a file.
void refuse_input_options(const StudyOptions& study) {
  if (study.typed.any()) throw UsageError("no input: name a study file, a CSV file, or --pre FILE and --post FILE");
}

void run_plan(const Options& options) {
  refuse_input_options(options.study);
  const auto units = score_units(options.power);
  const auto answer = analysis::solve(power_plan(options.power, units), units);
  if (!answer.n) throw UsageError(fmt::format("no plan: {}", answer.n.reason()));
  write(options,
        {report::power_report(answer, {}), [&](std::ostream& out) { catalogue::write_power_csv(out, answer); },
         [&](std::ostream& out) { catalogue::write_power_json(out, answer, version()); }},
        {});
}

void run_study(const Options& options) {
  StudyOptions named = options.study;
  if (options.power.alpha) named.typed.place_of("--alpha") = {*options.power.alpha};
  const study::Study study = make_study(named);
  const double alpha = study.choices.alpha, power = power_of_study(options.power, alpha);
  const auto inputs = input_paths(study, options.study.file);
  for (const auto& file : options.files) check_target(file, inputs);
  const survey::Survey survey = survey::read_survey(study, {.item_sums = survey::ItemSums::none});
  report_problems(survey, study, options.study.quiet, options.study.strict);
  const auto analysis = analysis::analyse(survey, study);
  report::ReportOptions report;
  report.style = document::jmir(alpha);
  write(options,
        {report::power_report(analysis, power, alpha, report),
         [&](std::ostream& out) { catalogue::write_power_csv(out, analysis, power, alpha); },
         [&](std::ostream& out) { catalogue::write_power_json(out, analysis, power, alpha, version()); }},
        inputs);
}

void run(const Options& options) {
  for (const auto& file : options.files) format_of_file(file);
  if (options.format) format_named(*options.format);
  if (names_data(options.study)) return run_study(options);
  run_plan(options);
}

}  // namespace

void add_power_command(CLI::App& app) {
  auto* command = app.add_subcommand("power", "Pairs for a power, power for pairs, smallest change that can be found");
  auto options = std::make_shared<Options>();
  add_power_options(*command, options->power);
  add_study_options(*command, options->study);
  command->add_option("-o,--output", options->files, "File to write, format by its ending; repeatable")
      ->allow_extra_args(false)
      ->type_name("FILE")
      ->group("Output");
  command->add_option("--format", options->format, "Format on standard output, as of ecpr analyze (text)")
      ->type_name("NAME")
      ->group("Output");
  command->footer(
      "Of the effect, --n and --power one is left open and found. With a study file or data: the smallest\n"
      "change that each group could have shown in each outcome.\n"
      "Examples:\n"
      "  ecpr power --d-z 0.3\n"
      "  ecpr power --n 151 --power 0.9\n"
      "  ecpr power --d-z 0.3 --n 60\n"
      "  ecpr power --change 2.5 --sd 6 --correlation 0.6\n"
      "  ecpr power study.toml --format csv");
  command->callback([options] { run(*options); });
}

}  // namespace ecpr::cli
