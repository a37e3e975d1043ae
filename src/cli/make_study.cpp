#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "ecpr/base/error.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/csv/reader.hpp"
#include "ecpr/instruments/catalogue.hpp"
#include "ecpr/study/outcome.hpp"
#include "ecpr/survey/platform.hpp"
#include "option_values.hpp"
#include "study_options.hpp"

namespace ecpr::cli {

namespace {

using study::Study;

study::Source source(const std::string& path) {
  study::Source file;
  file.path = file.name = path;
  return file;
}

char one_character(const char* option, const std::string& text) {
  if (text == "tab" || text == "\\t") return '\t';
  if (text.size() != 1)
    throw UsageError(fmt::format("{} {}: it should be one character, or tab", option, printable(text)));
  return text[0];
}

/// ID=NAME of --coding and --order. Throws UsageError when the study has no instrument ID, nor the program.
std::pair<std::string, std::string> id_and_name(const char* option, const std::string& text, const Study& study) {
  const std::size_t equals = text.find('=');
  if (equals == text.npos || equals == 0 || equals + 1 == text.size())
    throw UsageError(fmt::format("{} {}: write it as ID=NAME, such as scs8=agree-first", option, printable(text)));
  const std::string id = text.substr(0, equals);
  if (std::none_of(study.outcomes.begin(), study.outcomes.end(), [&](const auto& outcome) {
        return outcome.instrument && study::instrument_id(*outcome.instrument) == id;
      }))
    instruments::find_instrument(id);
  return {id, text.substr(equals + 1)};
}

void refuse_same_file(const std::string& pre, const std::string& post) {
  std::error_code ignored;
  if (std::filesystem::equivalent(pre, post, ignored))
    throw UsageError(fmt::format("{} is named for both waves; if it holds both, name it once: ecpr analyze {}",
                                 printable(pre), printable(pre)));
}

void choose_files(const StudyOptions& options, Study& study) {
  if (!options.file.empty() && (options.pre || options.post))
    throw UsageError(fmt::format("{} is named as well as --pre or --post; name one file for both waves, or two",
                                 options.file == "-" ? "standard input" : printable(options.file)));
  if (options.pre.has_value() != options.post.has_value())
    throw UsageError(
        fmt::format("--{0} needs --{1} FILE beside it", options.pre ? "pre" : "post", options.pre ? "post" : "pre"));
  if (options.pre) {
    refuse_same_file(*options.pre, *options.post);
    study.input.pre = source(*options.pre);
    study.input.post = source(*options.post);
  } else if (options.file.empty()) {
    throw UsageError("no input: name a study file, a CSV file, or --pre FILE and --post FILE");
  } else {
    study.input.file = source(options.file);
  }
  study.grouping.guess = true;
}

void set_ways(const StudyOptions& options, Study& study) {
  for (auto* file : {&study.input.pre, &study.input.post, &study.input.file}) {
    if (!*file) continue;
    if (options.delimiter) (*file)->delimiter = one_character("--delimiter", *options.delimiter);
    if (options.encoding && !csv::known_encoding(*options.encoding))
      refuse_value("--encoding", *options.encoding, "an encoding, such as utf-8, utf-16 or windows-1252");
    if (options.encoding) (*file)->encoding = *options.encoding;
    if (options.platform) (*file)->platform = std::string(survey::platform_named(*options.platform, "--platform").name);
    if (options.decimal) (*file)->decimal = chosen<char>("--decimal", *options.decimal, {{".", '.'}, {",", ','}});
    if (options.id) (*file)->id.reset();
    if (options.group) (*file)->group.reset();
  }
}

void set_waves(const StudyOptions& options, Study& study) {
  auto& input = study.input;
  if (options.wave && input.two_files())
    throw UsageError("--wave is for one file that holds both waves; --pre and --post say it already");
  if (options.wave) input.wave_column = options.wave;
  if (options.pre_label.has_value() != options.post_label.has_value() && !input.wave_names)
    throw UsageError("--pre-label and --post-label go together");
  if (!options.pre_label && !options.post_label) return;
  if (!input.wave_names) input.wave_names.emplace();
  if (options.pre_label) input.wave_names->pre = *options.pre_label;
  if (options.post_label) input.wave_names->post = *options.post_label;
  if (comparison_key(input.wave_names->pre) == comparison_key(input.wave_names->post))
    throw UsageError(fmt::format("--pre-label and --post-label name the same label twice, '{}': a wave each",
                                 printable(input.wave_names->pre)));
}

void set_people(const StudyOptions& options, Study& study) {
  auto& input = study.input;
  if (options.id) input.id = options.id;
  if (options.cluster) input.cluster = options.cluster;
  if (options.group) {
    study.grouping.column = options.group;
    study.grouping.guess = false;
  }
  if (options.group_order) study.grouping.order = split(*options.group_order, ',');
  input.missing.insert(input.missing.end(), options.missing.begin(), options.missing.end());
  if (options.match)
    input.match = chosen<study::Match>(
        "--match", *options.match,
        {{"trimmed", study::Match::trimmed}, {"folded", study::Match::folded}, {"bytes", study::Match::bytes}});
  if (options.repairs) input.repairs = options.repairs;
  if (options.exclude) input.exclude = options.exclude;
  if (options.duplicates)
    input.duplicates = chosen<study::Duplicates>("--duplicates", *options.duplicates,
                                                 {{"error", study::Duplicates::refuse},
                                                  {"first", study::Duplicates::first},
                                                  {"last", study::Duplicates::last},
                                                  {"most-complete", study::Duplicates::most_complete}});
}

[[noreturn]] void refuse_direction(const char* option, const std::string& name, const std::vector<std::string>& known) {
  std::string hint = did_you_mean(name, known);
  if (hint.empty()) hint = known.empty() ? "; name its column with --outcome" : "; there are " + listed(known);
  throw UsageError(fmt::format("{} {}: no --outcome has that name{}", option, printable(name), hint));
}

void set_direction(const char* option, const std::vector<std::string>& names, instruments::Direction direction,
                   Study& study) {
  for (const auto& name : names) {
    std::vector<std::string> known;
    bool found = false;
    for (auto& outcome : study.outcomes) {
      known.push_back(outcome.name);
      if (outcome.name != name) continue;
      found = true;
      outcome.direction = direction;
    }
    if (!found) refuse_direction(option, name, known);
  }
}

void refuse_two_directions(const StudyOptions& options) {
  for (const auto& name : options.higher_is_better) {
    const auto& lower = options.lower_is_better;
    if (std::find(lower.begin(), lower.end(), name) != lower.end())
      throw UsageError(
          fmt::format("'{}' is named by --higher-is-better and by --lower-is-better; keep one", printable(name)));
  }
}

void set_outcomes(const StudyOptions& options, Study& study) {
  refuse_two_directions(options);
  for (const auto& flag : options.instruments) study.outcomes.push_back(study::instrument_outcome(flag));
  for (const auto& flag : options.outcomes) study.outcomes.push_back(study::score_outcome(flag));
  set_direction("--higher-is-better", options.higher_is_better, instruments::Direction::higher_is_better, study);
  set_direction("--lower-is-better", options.lower_is_better, instruments::Direction::lower_is_better, study);
  study.same_form.insert(study.same_form.end(), options.same_form.begin(), options.same_form.end());
  for (const auto& flag : options.codings) study.codings.insert(id_and_name("--coding", flag, study));
  for (const auto& flag : options.orders) study.orders.insert(id_and_name("--order", flag, study));
}

/// Whether the file begins as a study file does: with a table, such as [input]. What a pipe holds can be read once
/// only.
bool looks_like_study(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return false;
  std::ifstream file(path, std::ios::binary);
  constexpr std::size_t most_lines = 50;
  std::string line;
  for (std::size_t i = 0; i < most_lines && std::getline(file, line); ++i) {
    std::string_view text = trimmed(line);
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (text.empty() || text.starts_with('#')) continue;
    return text == "[input]" || text == "[study]" || text == "[group]" || text == "[analysis]" || text == "[[outcome]]";
  }
  return false;
}

bool is_study_file(const StudyOptions& options) {
  if (options.pre || options.post) return false;
  if (case_folded(options.file).ends_with(".toml")) return true;
  if (options.file.empty() || options.file == "-" || !looks_like_study(options.file)) return false;
  throw UsageError(
      fmt::format("{} looks like a study file; give it a name that ends with .toml", printable(options.file)));
}

}  // namespace

std::vector<std::string> input_paths(const study::Study& study, const std::string& file) {
  std::vector<std::string> paths{file};
  for (const auto& measure : study.measures) {
    if (measure.file) paths.push_back(*measure.file);
  }
  for (const auto* source : {&study.input.pre, &study.input.post, &study.input.file}) {
    if (*source) paths.push_back((*source)->path);
  }
  for (const auto* list : {&study.input.repairs, &study.input.exclude}) {
    if (*list) paths.push_back(**list);
  }
  for (const auto& outcome : study.outcomes) {
    if (outcome.instrument && !outcome.instrument->path.empty()) paths.push_back(outcome.instrument->path);
  }
  return paths;
}

study::Study make_study(const StudyOptions& options, const ChoiceOptions& choices) {
  Study study;
  if (is_study_file(options)) {
    study = study::load_study(options.file);
  } else {
    choose_files(options, study);
  }
  set_ways(options, study);
  set_waves(options, study);
  set_people(options, study);
  set_outcomes(options, study);
  set_choices(choices, study.choices);
  study::complete(study);
  return study;
}

}  // namespace ecpr::cli
