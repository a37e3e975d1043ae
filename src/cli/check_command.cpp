#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/base/typed_value.hpp"
#include "ecpr/base/version.hpp"
#include "ecpr/cli/commands.hpp"
#include "ecpr/export/check_json.hpp"
#include "ecpr/export/repairs_csv.hpp"
#include "ecpr/instruments/missing_choices.hpp"
#include "ecpr/render/html.hpp"
#include "ecpr/render/text.hpp"
#include "ecpr/report/check_report.hpp"
#include "ecpr/survey/open_problems.hpp"
#include "option_values.hpp"
#include "output.hpp"
#include "stated_by_texts.hpp"
#include "study_options.hpp"

namespace ecpr::cli {

namespace {

struct Options {
  StudyOptions study;
  std::string format = "text";
  std::optional<std::string> repairs;
  bool force = false;
  bool ids = false;
};

enum class Format { text, json, html };

constexpr Choice formats{std::array{
    ChoiceWord<Format>{"text", Format::text, "for the terminal"},
    ChoiceWord<Format>{"json", Format::json, "for scripts"},
    ChoiceWord<Format>{"html", Format::html, "a page to send on"},
}};

Format format_of(const Options& options) {
  return accepted("--format", options.format, typed_word(options.format, formats));
}

void show(const survey::Survey& survey, const study::Study& study, const Options& options) {
  const Format format = format_of(options);
  if (format == Format::json) return catalogue::write_check_json(std::cout, survey, {version(), options.ids});
  render::Options rendering;
  if (format == Format::html) return write_output(render::render_html(report::check_report(survey, study), rendering));
  rendering.width = output_width();
  rendering.ansi = output_is_styled();
  write_output(render::render_text(report::check_report(survey, study), rendering));
}

/// Throws when a list would be replaced on which somebody may have worked.
void refuse_edited_list(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored) || std::filesystem::file_size(path, ignored) == 0) return;
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  if (catalogue::is_untouched_list(bytes.view())) return;
  throw InputError(fmt::format(
      "{}: this file was edited, or is no list of repairs, and is left as it is; --force replaces it", path));
}

void write_repairs(const std::string& path, const survey::Survey& survey, const Options& options,
                   const std::vector<std::string>& inputs) {
  std::ostringstream out;
  catalogue::write_repairs_csv(out, survey);
  write_file(path, out.str(), inputs, Readers::owner);
  if (options.study.quiet) return;
  const std::size_t count = survey.near_misses.size();
  const auto sure =
      static_cast<std::size_t>(std::count_if(survey.near_misses.begin(), survey.near_misses.end(), survey::is_sure));
  const std::string open =
      sure == count ? "" : fmt::format(", {} of them to decide (yes or no in same_person)", count - sure);
  tell(fmt::format("{}: {} to look through{}{}", path, counted(count, "proposed repair", "proposed repairs"), open,
                   count == 0 ? "" : "; then hand the file back with --repairs"));
}

void check(const Options& options) {
  const Format format = format_of(options);
  if (options.ids && format != Format::json)
    throw UsageError("--ids adds members to JSON; say --format json beside it");
  const study::Study study = make_study(options.study);
  const auto inputs = input_paths(study, options.study.file);
  if (options.repairs) check_target(*options.repairs, inputs);
  if (options.repairs && !options.force) refuse_edited_list(*options.repairs);
  const survey::Survey survey =
      survey::read_survey(study, {.hash = format == Format::json, .item_sums = survey::ItemSums::none, .audit = true});
  if (options.repairs) write_repairs(*options.repairs, survey, options, inputs);
  show(survey, study, options);
  if (!survey.obstacle.empty()) throw InputError(survey.obstacle);
  survey::require_pairs(survey);
  if (survey::open_problems(survey, study) > 0) throw ProblemsFound{};
}

/// Where codings or orders are still to state, shows what is there as if they were the first ones, then asks for them.
void run(const Options& options) {
  try {
    check(options);
  } catch (const instruments::ChoicesMissing& missing) {
    if (!can_be_read_again(options.study)) throw;
    Options assumed = options;
    if (const auto stated = stated_by_texts(options.study, missing)) {
      assumed.study = *stated;
      return check(assumed);
    }
    for (const auto& choice : missing.choices()) {
      assumed.study.typed.place_of(choice.kind == "order" ? "--order" : "--coding")
          .push_back(choice.id + '=' + choice.names.front());
      tell(fmt::format("the {} of {} is still to state: what follows takes {} for it", choice.kind, choice.id,
                       choice.names.front()));
    }
    try {
      check(assumed);
    } catch (const ProblemsFound&) {
      std::cout.flush();
    }
    throw;
  }
}

}  // namespace

void add_check_command(CLI::App& app) {
  auto* command = app.add_subcommand("check", "Reads everything, reports every problem, analyses nothing");
  auto options = std::make_shared<Options>();
  add_study_options(*command, options->study);
  command->add_option("--format", options->format, "Format on standard output: text, json or html (text)")
      ->type_name("NAME")
      ->group("Output");
  command->add_flag("--ids", options->ids, "With --format json: the id and the value of every problem, too")
      ->group("Output");
  command
      ->add_option("--write-repairs", options->repairs,
                   "CSV to write: unmatched ids that resemble each other, to edit and hand back with --repairs")
      ->type_name("FILE")
      ->group("Output");
  command->add_flag("--force", options->force, "Replace the list of repairs even if it was edited")->group("Output");
  command->footer(
      "Exit code 0: nothing is wrong; 3: there are problems; 1: the data cannot be used.\n"
      "Examples:\n"
      "  ecpr check study.toml\n"
      "  ecpr check --pre pre.csv --post post.csv --id id --format html > check.html\n"
      "  ecpr check study.toml --write-repairs repairs.csv");
  command->callback([options] { run(*options); });
}

}  // namespace ecpr::cli
