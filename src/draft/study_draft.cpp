#include "ecpr/draft/study_draft.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "decisions.hpp"
#include "ecpr/base/error.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "group_guess.hpp"
#include "input_block.hpp"
#include "material.hpp"
#include "missing_answers.hpp"
#include "outcomes.hpp"
#include "people.hpp"
#include "refine.hpp"
#include "study_text.hpp"
#include "trial.hpp"
#include "unused_columns.hpp"

namespace ecpr::draft {

namespace fs = std::filesystem;

namespace {

/// How a study file in `folder` calls the file at `path`.
std::string name_from(const std::string& folder, const std::string& path) {
  if (invalid_utf8(path))
    throw InputError(fmt::format("{}: a study file cannot name this file: its name is not UTF-8", printable(path)));
  if (folder.empty()) return path;
  std::error_code failure;
  const fs::path relative = fs::proximate(path, folder, failure);
  return failure ? path : relative.string();
}

bool is_pipe(const std::string& path) {
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

void require_files(const std::vector<std::string>& paths) {
  if (paths.empty() || paths.size() > 2)
    throw UsageError("init looks at one file that holds both waves, or at two: pre and post");
  for (const auto& path : paths) {
    if (path == "-") throw UsageError("init reads a file more than once: save standard input to a file first");
    if (is_pipe(path))
      throw UsageError(
          fmt::format("{} is a pipe or a device, and init reads a file more than once: save what it holds "
                      "to a file first",
                      printable(path)));
    if (path.ends_with(".toml"))
      throw UsageError(fmt::format("{} is a study file; init takes CSV files", printable(path)));
  }
  std::error_code ignored;
  if (paths.size() > 1 && fs::equivalent(paths[0], paths[1], ignored))
    throw UsageError(fmt::format("{} is named for both waves; if it holds both, name it once", printable(paths[0])));
}

survey::FileImpression look_at_file(const std::string& path) {
  study::Source source;
  source.path = source.name = path;
  auto seen = survey::look_at(source);
  if (!seen.invalid_utf8_line) return seen;
  source.encoding = "windows-1252";
  return survey::look_at(source);
}

std::string people_seen(const survey::Survey& survey) {
  std::size_t pre = 0, post = 0, both = 0;
  for (const auto waves : survey.waves) {
    pre += waves & 1;
    post += waves >> 1;
    both += waves == 3;
  }
  return fmt::format("{} answered before, {} after, {} both times.", counted(pre, "person", "people"),
                     with_thousands(post), with_thousands(both));
}

std::vector<std::string> opening_of(const Trial& trial) {
  std::vector<std::string> lines = {
      "A study file to begin with. Read it through before you trust a number: what was taken by a name or a look is",
      "marked \"guess\", what only you can know \"TO DECIDE\". Behind a # nothing counts until the # is taken away."};
  lines.push_back(trial.trouble.empty() ? "It runs as it is: " + people_seen(*trial.survey)
                                        : "It does not run yet: something below is still to decide.");
  if (trial.survey && !trial.survey->near_misses.empty())
    lines.push_back(fmt::format("{} may be spelt in two ways: ecpr check shows them.",
                                counted(trial.survey->near_misses.size(), "person's id", "people's ids")));
  return lines;
}

}  // namespace

StudyDraft draft_study(std::vector<std::string> paths, const std::string& folder) {
  require_files(paths);
  const bool swapped = paths.size() > 1 && survey::in_wrong_order(paths[0], paths[1]);
  if (swapped) std::swap(paths[0], paths[1]);
  Material material;
  std::vector<std::string> names;
  for (const auto& path : paths) {
    names.push_back(name_from(folder, path));
    material.files.push_back(look_at_file(path));
    if (material.files.back().rows == 0)
      throw InputError(fmt::format("{}: the file has a header but no rows below it", material.files.back().name));
  }
  material.shape = survey::shape_of(material.files);
  guess_group(material);
  material.missing = find_missing_answers(material);
  Draft draft;
  draft.input = draft_input(material, names);
  draft.group = draft_group(material);
  draft.outcomes = draft_outcomes(material);
  draft.characteristics = draft_characteristics(material);
  if (material.shape.kind == survey::Shape::Kind::wide_file && draft.outcomes.empty())
    survey::refuse_without_waves(material.files[0]);
  draft.closing = unused_columns(material, draft);
  Trial trial = try_study(study_text(draft), folder);
  if (trial.survey && refine(material, *trial.survey, draft)) trial = try_study(study_text(draft), folder);
  draft.opening = opening_of(trial);
  StudyDraft result{study_text(draft), {}, {}};
  result.decisions = decisions(draft, result.text);
  for (const auto& block : draft.outcomes) ++(block.held ? result.held_back : result.outcomes);
  if (swapped)
    result.notes.push_back(fmt::format("taking {} for the wave before and {} for the wave after, as their names say",
                                       material.files[0].name, material.files[1].name));
  const bool all_held =
      std::all_of(draft.outcomes.begin(), draft.outcomes.end(), [](const Block& b) { return b.held; });
  if (all_held && !material.shape.id_trouble.empty())
    result.notes.push_back("which column holds the participants' ids? " + material.shape.id_trouble);
  if (all_held && !trial.survey && !draft.outcomes.empty())
    result.notes.push_back("the study does not run yet: all its outcomes wait behind a #");
  else if (!trial.trouble.empty())
    result.notes.push_back("the study does not run yet: " + trial.trouble);
  return result;
}

}  // namespace ecpr::draft
