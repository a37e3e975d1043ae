// One golden case: a folder with a command and all that it must write.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace ecpr::testing {

/// Where the cases run.
struct Surroundings {
  std::filesystem::path program;  ///< the ecpr under test; its folder comes first in PATH
  std::filesystem::path source;   ///< root of the source tree: the link `source` of the working folder, $SOURCE
  std::filesystem::path scratch;  ///< each case gets a fresh folder in here
};

/// What a command wrote.
struct Output {
  std::string out, err;
  int status = 0;                            ///< exit status; 128 + signal when it was killed
  std::map<std::string, std::string> files;  ///< of those named in the folder `expected`: by name, absent if unwritten
};

/// Runs the file `command` of `folder` by /bin/sh in a fresh copy of the folder, with the locale C, no colours, no
/// terminal width, an empty standard input, and $SAMPLES and $SOURCE as relative paths. Absolute paths of the sample
/// and source folders are written @SAMPLES@ and @SOURCE@ in the output.
Output run_case(const std::filesystem::path& folder, const Surroundings& surroundings);

/// What the folder says that the command writes; missing files are empty, the status then 0.
Output expected_output(const std::filesystem::path& folder);

/// Every difference, for reading; empty when there is none. JSON and CSV are compared as numbers and text.
std::string differences(const std::filesystem::path& folder, const Output& expected, const Output& actual);

/// Makes `actual` what is expected, file by file where it differs. Empty ones and a status of 0 are removed.
void rewrite(const std::filesystem::path& folder, const Output& expected, const Output& actual);

}  // namespace ecpr::testing
