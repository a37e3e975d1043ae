#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

#include "ecpr/base/error.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/cli/commands.hpp"
#include "ecpr/csv/writer.hpp"
#include "ecpr/definition/definition.hpp"
#include "ecpr/simulation/simulation.hpp"
#include "output.hpp"

namespace ecpr::cli {

namespace fs = std::filesystem;

namespace {

struct Options {
  std::string study, folder;
  std::optional<std::string> plan, seed, pairs;
};

std::uint64_t whole_number(const char* option, const std::string& text, double least, double most) {
  const auto number = parse_number(text);
  if (!number || *number < least || *number > most ||
      *number != static_cast<double>(static_cast<std::uint64_t>(*number)))
    throw UsageError(fmt::format("{} {}: it should be a whole number, {:.0f} or more", option, printable(text), least));
  return static_cast<std::uint64_t>(*number);
}

simulation::Plan make_plan(const Options& options) {
  constexpr double largest_seed = 9007199254740992, most_people = 1e7;
  simulation::Plan plan = options.plan ? simulation::load_plan(*options.plan) : simulation::Plan{};
  if (options.seed) plan.seed = whole_number("--seed", *options.seed, 0, largest_seed);
  if (!options.pairs) return plan;
  if (!plan.groups.empty())
    throw UsageError("--pairs: the plan says for every [[group]] how many people there are; leave --pairs out");
  plan.pairs = static_cast<std::size_t>(whole_number("--pairs", *options.pairs, 1, most_people));
  return plan;
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return std::move(bytes).str();
}

std::string csv_of(const simulation::Simulation& made_up, std::size_t file) {
  std::ostringstream out;
  csv::Writer writer(out);
  writer.row(made_up.files()[file].header);
  for (std::size_t row = 0; row < made_up.files()[file].rows; ++row) writer.row(made_up.row(file, row));
  return std::move(out).str();
}

/// A file to write: a copy of one that the study consists of, or (without `copy_of`) its next data file.
struct Target {
  fs::path path;
  std::optional<fs::path> copy_of;
};

/// The instrument files that a study file names.
std::vector<std::string> instrument_files(const std::string& study) {
  const definition::Value root = definition::parse_definition(bytes_of(study), study);
  std::vector<std::string> names;
  const definition::Value* outcomes = root.find("outcome");
  if (!outcomes) return names;
  for (const auto& outcome : outcomes->elements) {
    const definition::Value* instrument = outcome.find("instrument");
    if (!instrument || !instrument->text.ends_with(".toml")) continue;
    if (std::find(names.begin(), names.end(), instrument->text) == names.end()) names.push_back(instrument->text);
  }
  return names;
}

/// `name` under the folder, where the copy of the study file looks for it.
fs::path under_folder(const Options& options, const std::string& name) {
  const fs::path path = fs::path(name).lexically_normal();
  if (path.is_absolute() || *path.begin() == "..")
    throw InputError(
        fmt::format("{}: {} is not below the study file's folder; name it by a path that is, so that a "
                    "copy of the study file finds the made-up one",
                    options.study, printable(name)));
  return fs::path(options.folder) / path;
}

fs::path copied_study(const Options& options) { return fs::path(options.folder) / fs::path(options.study).filename(); }

/// Every file to write; throws InputError when one of them exists. In the study file's own folder nothing is copied.
std::vector<Target> targets(const Options& options, const simulation::Simulation& made_up) {
  std::vector<Target> targets;
  std::error_code ignored;
  if (!fs::equivalent(copied_study(options), options.study, ignored)) {
    targets.push_back({copied_study(options), options.study});
    for (const auto& name : instrument_files(options.study))
      targets.push_back({under_folder(options, name), fs::path(options.study).parent_path() / name});
  }
  for (const auto& file : made_up.files()) targets.push_back({under_folder(options, file.name), {}});
  for (const auto& target : targets) {
    if (fs::exists(target.path, ignored))
      throw InputError(fmt::format("{}: this file exists, and made-up answers replace nothing; name another folder",
                                   target.path.string()));
  }
  return targets;
}

void write_study(const Options& options, const std::vector<Target>& targets, const simulation::Simulation& made_up) {
  OutputFiles files({options.study, options.plan.value_or(options.study)});
  std::size_t file = 0;
  for (const auto& target : targets) {
    files.make_folder(target.path.parent_path().string());
    files.write(target.path.string(), target.copy_of ? bytes_of(target.copy_of->string()) : csv_of(made_up, file++));
  }
  files.publish();
}

std::string summary(const Options& options, const simulation::Plan& plan, const simulation::PeopleCounts& people,
                    const std::vector<Target>& targets) {
  std::string text = fmt::format("Made up with seed {}: {} before, {} after, {} both times.\n", plan.seed,
                                 counted(people.pairs + people.pre_only, "person", "people"),
                                 with_thousands(people.pairs + people.post_only), with_thousands(people.pairs));
  for (const auto& target : targets) text += "  " + target.path.string() + '\n';
  return text + "Next: ecpr analyze " + copied_study(options).string() + '\n';
}

void run(const Options& options) {
  if (!options.study.ends_with(".toml"))
    throw UsageError(
        fmt::format("simulate {}: it takes a study file, whose name ends with .toml", printable(options.study)));
  study::Study study = study::load_study(options.study);
  study::complete(study);
  const simulation::Plan plan = make_plan(options);
  const simulation::Simulation made_up(study, plan);
  const auto files = targets(options, made_up);
  write_study(options, files, made_up);
  write_lines(summary(options, plan, made_up.people(), files));
}

}  // namespace

void add_simulate_command(CLI::App& app) {
  auto* command = app.add_subcommand("simulate", "Makes up the answers to a study file, to try things out");
  auto options = std::make_shared<Options>();
  command->add_option("STUDY", options->study, "Study file (TOML)")->required();
  command->add_option("-o,--out", options->folder, "Folder for the data files and a copy of the study file")
      ->type_name("FOLDER")
      ->required();
  command->add_option("--plan", options->plan, "How many people, which effects, how much is missing (TOML)")
      ->type_name("FILE");
  command->add_option("--pairs", options->pairs, "People who answer before and after, without a plan's groups (100)")
      ->type_name("N");
  command->add_option("--seed", options->seed, "Other people, the same plan (the plan's seed, else 1)")->type_name("N");
  command->footer(
      "Without a plan 100 people answer both times and nothing changes but by chance. A plan states people\n"
      "per group, missing answers, and for each score mean, SD, reliability, correlation and d_z.\n"
      "Same study, plan and seed: same bytes. Files that exist are never replaced.\n"
      "Examples:\n"
      "  ecpr simulate study.toml --out made-up\n"
      "  ecpr simulate study.toml --plan plan.toml --seed 7 --out made-up");
  command->callback([options] { run(*options); });
}

}  // namespace ecpr::cli
