#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <memory>

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/analysis/progress.hpp"
#include "ecpr/analysis/require_comparison.hpp"
#include "ecpr/base/error.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/base/version.hpp"
#include "ecpr/cli/commands.hpp"
#include "ecpr/cli/progress_line.hpp"
#include "ecpr/figure/figures.hpp"
#include "ecpr/report/report.hpp"
#include "figure_output.hpp"
#include "output.hpp"
#include "output_formats.hpp"
#include "stated_by_texts.hpp"
#include "study_options.hpp"

namespace ecpr::cli {

namespace {

struct Options {
  StudyOptions study;
  std::vector<std::string> files;
  std::optional<std::string> format, tables, title, caption_start, color, figures, figure_format;
};

std::size_t caption_start(const std::string& text) {
  const auto number = parse_number(text);
  if (!number || *number < 1 || *number > 9999 || *number != static_cast<double>(static_cast<int>(*number)))
    throw UsageError(fmt::format("--caption-start {}: it should be a whole number from 1 on", printable(text)));
  return static_cast<std::size_t>(*number);
}

report::ReportOptions report_options(const Options& options, const study::Study& study) {
  report::ReportOptions result;
  if (options.tables) result.tables = split(*options.tables, ',');
  result.style =
      study.choices.style == NumberForm::apa ? document::apa(study.choices.alpha) : document::jmir(study.choices.alpha);
  if (options.caption_start) result.caption_start = caption_start(*options.caption_start);
  result.title = options.title.value_or(study.title);
  result.version = version();
  return result;
}

bool styled(const Options& options) {
  const std::string color = options.color.value_or("auto");
  if (color != "auto" && color != "always" && color != "never")
    throw UsageError(fmt::format("--color {}: it should be auto, always or never", printable(color)));
  return color == "always" || (color == "auto" && output_is_styled());
}

/// Fails for unknown formats, parts and colours before any file is read.
void check_words(const Options& options) {
  for (const auto& file : options.files) format_of_file(file);
  if (options.format) format_named(*options.format);
  if (options.tables) report::require_sections(split(*options.tables, ','));
  styled(options);
  if (options.figure_format) figure_format_named(*options.figure_format);
  if (options.figure_format && !options.figures) throw UsageError("--figure-format needs --figures FOLDER beside it");
}

bool wants(const Options& options, bool (*property)(const OutputFormat&)) {
  if (options.format && property(format_named(*options.format))) return true;
  return std::any_of(options.files.begin(), options.files.end(),
                     [&](const auto& file) { return property(format_of_file(file)); });
}

/// LaTeX cannot show SVG: it gets the pictures of the report as PDF, too.
std::vector<std::string> figure_formats(const Options& options) {
  if (!options.figures) return {};
  std::vector<std::string> formats = {options.figure_format.value_or("svg")};
  const bool latex = wants(options, [](const OutputFormat& format) { return format.name == "latex"; });
  if (latex && formats.front() == "svg") formats.emplace_back("pdf");
  return formats;
}

void write_figure_folder(const Options& options, const Results& results, OutputFiles& files) {
  const auto& style = results.options.style;
  const auto formats = figure_formats(options);
  write_figures(*options.figures, figure_format_named(formats.front()),
                figure::figures(results.analysis, results.survey, style), files);
  if (formats.size() > 1)
    write_figures(*options.figures, figure_format_named(formats.back()),
                  figure::overview_figures(results.analysis, style), files);
}

/// The folder of figures as a file beside others refers to it.
std::string seen_from(const std::string& file, const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code no_working_folder;
  const auto place = fs::absolute(file, no_working_folder).lexically_normal().parent_path();
  const auto way = fs::absolute(folder, no_working_folder).lexically_normal().lexically_relative(place);
  return way.empty() || no_working_folder ? folder : way.generic_string();
}

/// All of them, or none.
void write_files(const Options& options, Results results) {
  OutputFiles files(input_paths(results.study, options.study.file));
  for (const auto& file : options.files) {
    if (options.figures) results.figure_folder = seen_from(file, *options.figures);
    files.write(file, written(format_of_file(file), results));
  }
  if (options.figures) write_figure_folder(options, results, files);
  files.publish();
}

void write_results(const Options& options, Results results) {
  results.figure_formats = figure_formats(options);
  write_files(options, results);
  if ((!options.files.empty() || options.figures) && !options.format) return;
  results.figure_folder = options.figures.value_or("");
  results.options.width = output_width();
  results.options.ansi = styled(options);
  write_output(written(format_named(options.format.value_or("text")), results));
}

/// The reliability of each group stands in JSON alone.
survey::ReadingOptions reading_options(const Options& options) {
  const bool json = wants(options, [](const OutputFormat& format) { return format.name == "json"; });
  return {.hash = wants(options, [](const OutputFormat& format) { return format.names_inputs; }),
          .item_sums = json ? survey::ItemSums::everybody_and_groups : survey::ItemSums::everybody};
}

/// Says which of the parts that were asked for are empty.
void name_empty_parts(const Options& options, const analysis::Analysis& analysis, const report::ReportOptions& report) {
  if (options.study.quiet) return;
  for (const auto& section : report::sections()) {
    const bool named = std::find(report.tables.begin(), report.tables.end(), section.name) != report.tables.end();
    if (named && section.build(analysis, report).empty())
      tell(fmt::format("--tables {}: there is nothing to show of it ({})", section.name, section.summary));
  }
}

analysis::Analysis analysed(const survey::Survey& survey, const study::Study& study, unsigned threads, bool quiet) {
  using Clock = std::chrono::steady_clock;
  ProgressLine line(std::cerr, !quiet && errors_are_seen(), Clock::now());
  return analysis::analyse(survey, study, threads,
                           [&line](std::size_t done, std::size_t of) { line.show(done, of, Clock::now()); });
}

void analyze(const Options& options) {
  check_words(options);
  const unsigned threads = thread_count(options.study);
  const study::Study study = make_study(options.study);
  for (const auto& file : options.files) check_target(file, input_paths(study, options.study.file));
  if (options.figures) check_figure_folder(*options.figures);
  const report::ReportOptions report = report_options(options, study);
  const survey::Survey survey = survey::read_survey(study, reading_options(options));
  report_problems(survey, study, options.study.quiet, options.study.strict);
  if (!options.study.quiet) {
    for (const auto& sentence : analysis::not_scored(survey)) tell(sentence);
  }
  const analysis::Analysis analysis = analysed(survey, study, threads, options.study.quiet);
  analysis::require_comparison(analysis, survey);
  name_empty_parts(options, analysis, report);
  const document::Document document = report::analysis_report(analysis, report);
  write_results(options, {study, survey, analysis, document, report, {.style = report.style}, !options.tables});
}

void run(const Options& options) {
  try {
    analyze(options);
  } catch (const instruments::ChoicesMissing& missing) {
    const auto stated = stated_by_texts(options.study, missing);
    if (!stated) throw;
    Options again = options;
    again.study = *stated;
    analyze(again);
  }
}

std::string format_list() {
  std::vector<std::string> names;
  for (const auto& format : output_formats) names.emplace_back(format.name);
  return "Format on standard output: " + listed(names, "or") + " (text)";
}

std::string table_list() {
  std::vector<std::string> names;
  for (const auto& section : report::sections()) names.emplace_back(section.name);
  return "Only these parts: " + listed(names) + " (all)";
}

}  // namespace

void add_analyze_command(CLI::App& app) {
  auto* command = app.add_subcommand("analyze", "Tables of who answered, what changed, by how much, in which group");
  auto options = std::make_shared<Options>();
  add_study_options(*command, options->study);
  add_analysis_options(*command, options->study);
  const char* output = "Output";
  command->add_option("-o,--output", options->files, "File to write, format by its ending; repeatable")
      ->allow_extra_args(false)
      ->type_name("FILE")
      ->group(output);
  command->add_option("--format", options->format, format_list())->type_name("NAME")->group(output);
  command->add_option("--tables", options->tables, table_list())->type_name("LIST")->group(output);
  command->add_option("--figures", options->figures, "Folder for the figures: flow, forest plots, changes per outcome")
      ->type_name("FOLDER")
      ->group(output);
  command->add_option("--figure-format", options->figure_format, "Format of the figures: svg, pdf or png (svg)")
      ->type_name("NAME")
      ->group(output);
  command->add_option("--title", options->title, "Title of the report")->type_name("TEXT")->group(output);
  command->add_option("--caption-start", options->caption_start, "Number of the first table (1)")
      ->type_name("N")
      ->group(output);
  command->add_option("--color", options->color, "Bold and dim text: auto, always or never")
      ->type_name("WHEN")
      ->group(output);
  command->footer(
      "Examples:\n"
      "  ecpr analyze --pre pre.csv --post post.csv --id id --group role\n"
      "  ecpr analyze survey.csv --id id --instrument ucla3=lonely_{item}_{wave}\n"
      "  ecpr analyze scores.csv --id id --outcome hope=hope_before:hope_after --higher-is-better hope\n"
      "  ecpr analyze study.toml -o report.html -o tables.tex -o results.csv\n"
      "  ecpr analyze study.toml --figures figures --figure-format png");
  command->callback([options] { run(*options); });
}

}  // namespace ecpr::cli
