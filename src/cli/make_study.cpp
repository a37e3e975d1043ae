#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "ecpr/base/error.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/csv/reader.hpp"
#include "ecpr/instruments/catalogue.hpp"
#include "ecpr/study/option.hpp"
#include "ecpr/study/outcome.hpp"
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
  const auto& typed = options.typed;
  const bool pre = typed.has("--pre"), post = typed.has("--post");
  if (!options.file.empty() && (pre || post))
    throw UsageError(fmt::format("{} is named as well as --pre or --post; name one file for both waves, or two",
                                 options.file == "-" ? "standard input" : printable(options.file)));
  if (pre != post)
    throw UsageError(fmt::format("--{0} needs --{1} FILE beside it", pre ? "pre" : "post", pre ? "post" : "pre"));
  if (pre) {
    refuse_same_file(typed.one("--pre"), typed.one("--post"));
    study.input.pre = source(typed.one("--pre"));
    study.input.post = source(typed.one("--post"));
  } else if (options.file.empty()) {
    throw UsageError("no input: name a study file, a CSV file, or --pre FILE and --post FILE");
  } else {
    study.input.file = source(options.file);
  }
  study.grouping.guess = true;
}

/// What the flags say of every file comes before what a study file says of one.
void forget_own_ways(const TypedOptions& typed, Study& study) {
  for (auto* file : {&study.input.pre, &study.input.post, &study.input.file}) {
    if (!*file) continue;
    if (typed.has("--delimiter")) (*file)->delimiter.reset();
    if (typed.has("--decimal")) (*file)->decimal.reset();
    if (typed.has("--encoding")) (*file)->encoding.clear();
    if (typed.has("--platform")) (*file)->platform.clear();
    if (typed.has("--id")) (*file)->id.reset();
    if (typed.has("--group")) (*file)->group.reset();
  }
}

void take(const study::Option& option, const std::vector<std::string>& texts, Study& study) {
  const bool list = option.kind == study::ValueKind::words || option.kind == study::ValueKind::texts;
  const std::string wanted = option.take(list ? split(texts.front(), ',') : texts, study);
  if (!wanted.empty()) refuse_value(option.flag, texts.front(), wanted);
}

/// Everything that the table of options knows how to take.
void take_typed(const TypedOptions& typed, Study& study) {
  if (typed.has("--encoding") && !csv::known_encoding(typed.one("--encoding")))
    refuse_value("--encoding", typed.one("--encoding"), "an encoding, such as utf-8, utf-16 or windows-1252");
  for (const auto& option : study::options()) {
    if (option.take && typed.has(option.flag)) take(option, typed.all(option.flag), study);
  }
  forget_own_ways(typed, study);
  study.input.share_ways();
}

void set_waves(const TypedOptions& typed, Study& study) {
  auto& input = study.input;
  const bool pre = typed.has("--pre-label"), post = typed.has("--post-label");
  if (typed.has("--wave") && input.two_files())
    throw UsageError("--wave is for one file that holds both waves; --pre and --post say it already");
  if (typed.has("--wave")) input.wave_column = typed.one("--wave");
  if (pre != post && !input.wave_names) throw UsageError("--pre-label and --post-label go together");
  if (!pre && !post) return;
  if (!input.wave_names) input.wave_names.emplace();
  if (pre) input.wave_names->pre = typed.one("--pre-label");
  if (post) input.wave_names->post = typed.one("--post-label");
  if (comparison_key(input.wave_names->pre) == comparison_key(input.wave_names->post))
    throw UsageError(fmt::format("--pre-label and --post-label name the same label twice, '{}': a wave each",
                                 printable(input.wave_names->pre)));
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

void refuse_two_directions(const TypedOptions& typed) {
  for (const auto& name : typed.all("--higher-is-better")) {
    const auto& lower = typed.all("--lower-is-better");
    if (std::find(lower.begin(), lower.end(), name) != lower.end())
      throw UsageError(
          fmt::format("'{}' is named by --higher-is-better and by --lower-is-better; keep one", printable(name)));
  }
}

void set_outcomes(const TypedOptions& typed, Study& study) {
  refuse_two_directions(typed);
  for (const auto& flag : typed.all("--instrument")) study.outcomes.push_back(study::instrument_outcome(flag));
  for (const auto& flag : typed.all("--outcome")) study.outcomes.push_back(study::score_outcome(flag));
  using instruments::Direction;
  set_direction("--higher-is-better", typed.all("--higher-is-better"), Direction::higher_is_better, study);
  set_direction("--lower-is-better", typed.all("--lower-is-better"), Direction::lower_is_better, study);
  for (const auto& flag : typed.all("--coding")) study.codings.insert(id_and_name("--coding", flag, study));
  for (const auto& flag : typed.all("--order")) study.orders.insert(id_and_name("--order", flag, study));
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
  if (options.typed.has("--pre") || options.typed.has("--post")) return false;
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

study::Study make_study(const StudyOptions& options) {
  Study study;
  if (is_study_file(options)) {
    study = study::load_study(options.file);
  } else {
    choose_files(options, study);
  }
  take_typed(options.typed, study);
  set_waves(options.typed, study);
  set_outcomes(options.typed, study);
  study::complete(study);
  return study;
}

}  // namespace ecpr::cli
