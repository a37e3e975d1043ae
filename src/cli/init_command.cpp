#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <vector>

#include "ecpr/base/error.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/cli/commands.hpp"
#include "ecpr/draft/study_draft.hpp"
#include "output.hpp"

namespace ecpr::cli {

namespace fs = std::filesystem;

namespace {

struct Options {
  std::vector<std::string> files;
  std::optional<std::string> output;
  bool force = false;
};

void check_output(const Options& options) {
  const std::string& path = *options.output;
  check_target(path, options.files);
  if (!path.ends_with(".toml"))
    throw UsageError(fmt::format("-o {}: a study file's name ends with .toml", printable(path)));
  std::error_code ignored;
  if (!options.force && fs::exists(path, ignored))
    throw InputError(fmt::format("{}: this file exists and is left as it is; --force replaces it", path));
}

std::string summary(const std::string& path, const draft::StudyDraft& draft) {
  std::string text = fmt::format("Wrote {}: {}", path, counted(draft.outcomes, "outcome", "outcomes"));
  if (draft.held_back > 0)
    text += fmt::format(", and {} behind # to decide on", with_thousands(draft.held_back) + " more");
  return text + fmt::format(". Read it through, then: ecpr check {}\n", path);
}

void run(const Options& options) {
  if (options.output) check_output(options);
  const std::string folder = options.output ? fs::path(*options.output).parent_path().string() : "";
  const auto draft = draft::draft_study(options.files, folder);
  for (const auto& note : draft.notes) tell(note);
  for (const auto& decision : draft.decisions) tell(decision);
  if (!options.output) return write_output(draft.text);
  write_file(*options.output, draft.text, options.files);
  write_lines(summary(*options.output, draft));
}

}  // namespace

void add_init_command(CLI::App& app) {
  auto* command = app.add_subcommand("init", "Looks at CSV files and drafts a study file with comments");
  auto options = std::make_shared<Options>();
  command->add_option("FILE", options->files, "CSV file that holds both waves, or two: before and after")
      ->required()
      ->type_name("");
  command->add_option("-o,--output", options->output, "Study file to write (standard output)")->type_name("FILE.toml");
  command->add_flag("--force", options->force, "Replace the study file if it exists");
  command->footer(
      "Nothing is decided in silence: what is a guess is marked as one, what cannot be known is left to decide.\n"
      "Examples:\n"
      "  ecpr init pre.csv post.csv -o study.toml\n"
      "  ecpr init survey.csv > study.toml");
  command->callback([options] { run(*options); });
}

}  // namespace ecpr::cli
