#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

#include "ecpr/base/error.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/cli/commands.hpp"
#include "ecpr/csv/writer.hpp"
#include "ecpr/simulation/simulation.hpp"
#include "output.hpp"

namespace ecpr::cli {

namespace fs = std::filesystem;

namespace {

struct Options {
  std::string study, folder;
  std::optional<std::string> plan, seed, pairs;
};

std::uint64_t whole_number(const char* option, const std::string& text, double most) {
  const auto number = parse_number(text);
  if (!number || *number < 0 || *number > most || *number != static_cast<double>(static_cast<std::uint64_t>(*number)))
    throw UsageError(fmt::format("{} {}: it should be a whole number, 0 or more", option, printable(text)));
  return static_cast<std::uint64_t>(*number);
}

simulation::Plan make_plan(const Options& options) {
  constexpr double largest_seed = 9007199254740992, most_people = 1e7;
  simulation::Plan plan = options.plan ? simulation::load_plan(*options.plan) : simulation::Plan{};
  if (options.seed) plan.seed = whole_number("--seed", *options.seed, largest_seed);
  if (!options.pairs) return plan;
  if (!plan.groups.empty())
    throw UsageError("--pairs: the plan says for every [[group]] how many people there are; leave --pairs out");
  plan.pairs = static_cast<std::size_t>(whole_number("--pairs", *options.pairs, most_people));
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

/// Where the copy of the study file goes, and the data files: under the folder, as the study file spells them.
struct Places {
  fs::path study;
  bool copies_study = true;  ///< false: the folder is the study file's own
  std::vector<fs::path> data;
};

Places places(const Options& options, const simulation::Simulation& made_up) {
  const fs::path folder(options.folder);
  Places places;
  places.study = folder / fs::path(options.study).filename();
  std::error_code ignored;
  places.copies_study = !fs::equivalent(places.study, options.study, ignored);
  for (const auto& file : made_up.files()) {
    const fs::path path = fs::path(file.name).lexically_normal();
    const bool inside = path.is_relative() && *path.begin() != "..";
    places.data.push_back(folder / (inside ? path : path.filename()));
  }
  return places;
}

void refuse_existing(const fs::path& path) {
  std::error_code ignored;
  if (fs::exists(path, ignored))
    throw InputError(
        fmt::format("{}: this file exists, and made-up answers replace nothing; name another folder", path.string()));
}

void write(const fs::path& path, const std::string& bytes) {
  std::error_code failure;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), failure);
  if (failure)
    throw InputError(fmt::format("{}: cannot make this folder: {}", path.parent_path().string(), failure.message()));
  write_file(path.string(), bytes, {});
}

void write_study(const Options& options, const simulation::Simulation& made_up, const Places& places) {
  if (places.copies_study) refuse_existing(places.study);
  for (const auto& path : places.data) refuse_existing(path);
  if (places.copies_study) write(places.study, bytes_of(options.study));
  for (std::size_t file = 0; file < places.data.size(); ++file) write(places.data[file], csv_of(made_up, file));
}

std::string summary(const simulation::Plan& plan, const simulation::PeopleCounts& people, const Places& places) {
  std::string text = fmt::format("Made up with seed {}: {} before, {} after, {} both times.\n", plan.seed,
                                 counted(people.pairs + people.pre_only, "person", "people"),
                                 with_thousands(people.pairs + people.post_only), with_thousands(people.pairs));
  if (places.copies_study) text += "  " + places.study.string() + '\n';
  for (const auto& path : places.data) text += "  " + path.string() + '\n';
  return text + "Next: ecpr analyze " + places.study.string() + '\n';
}

void run(const Options& options) {
  if (!options.study.ends_with(".toml"))
    throw UsageError(
        fmt::format("simulate {}: it takes a study file, whose name ends with .toml", printable(options.study)));
  study::Study study = study::load_study(options.study);
  study::complete(study);
  const simulation::Plan plan = make_plan(options);
  const simulation::Simulation made_up(study, plan);
  const Places to = places(options, made_up);
  write_study(options, made_up, to);
  write_output(summary(plan, made_up.people(), to));
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
