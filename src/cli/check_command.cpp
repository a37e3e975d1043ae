#include <CLI/CLI.hpp>
#include <memory>

#include "ecpr/cli/commands.hpp"
#include "ecpr/render/text.hpp"
#include "ecpr/report/check_report.hpp"
#include "output.hpp"
#include "study_options.hpp"

namespace ecpr::cli {

namespace {

struct Options {
  StudyOptions study;
};

void run(const Options& options) {
  const study::Study study = make_study(options.study);
  const survey::Survey survey = survey::read_survey(study, {.hash = false, .cross_products = false});
  render::Options rendering;
  rendering.width = output_width();
  rendering.ansi = output_is_styled();
  write_output(render::render_text(report::check_report(survey, study), rendering));
  survey::require_pairs(survey);
  if (survey.problems.total() > 0) throw ProblemsFound{};
}

}  // namespace

void add_check_command(CLI::App& app) {
  auto* command = app.add_subcommand("check", "Reads everything, reports every problem, analyses nothing");
  auto options = std::make_shared<Options>();
  add_study_options(*command, options->study);
  command->footer(
      "Exit code 0: nothing is wrong; 3: there are problems; 1: the data cannot be used.\n"
      "Examples:\n"
      "  ecpr check study.toml\n"
      "  ecpr check --pre pre.csv --post post.csv --id id");
  command->callback([options] { run(*options); });
}

}  // namespace ecpr::cli
