// The options that say what the study is; shared by the commands that read one.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ecpr/study/study.hpp"

namespace CLI {
class App;
}

namespace ecpr::cli {

/// The options of the table of options as they were typed, by their flags.
class TypedOptions {
 public:
  bool has(std::string_view flag) const { return !all(flag).empty(); }

  /// What was typed for `flag`, once or more often; empty when it was not.
  const std::vector<std::string>& all(std::string_view flag) const;

  /// What was typed for `flag`. Requires: has(flag).
  const std::string& one(std::string_view flag) const { return all(flag).front(); }

  /// Where what is typed for `flag` goes.
  std::vector<std::string>& place_of(std::string_view flag) { return values_[std::string(flag)]; }

  /// Whether anything was typed.
  bool any() const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

/// What the study is, as typed.
struct StudyOptions {
  std::string file;  ///< study file, CSV file or "-"
  TypedOptions typed;
  bool strict = false, quiet = false;
};

/// Declares the file and the options about the input.
void add_study_options(CLI::App& command, StudyOptions& options);

/// Declares the options behind the numbers, for `analyze`.
void add_analysis_options(CLI::App& command, StudyOptions& options);

/// How many threads share the work: as many as there are processors, unless the options say otherwise.
unsigned thread_count(const StudyOptions& options);

/// The study file, if one is named, overridden by the flags. Throws UsageError, InputError, DefinitionError.
study::Study make_study(const StudyOptions& options);

/// Every file that is read for `study`, its study file included: none of them may be overwritten.
std::vector<std::string> input_paths(const study::Study& study, const std::string& file);

}  // namespace ecpr::cli
