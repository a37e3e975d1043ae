// A study file to begin with: drafted from what the files of a survey hold.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ecpr::draft {

/// A study file and what is to be said beside it.
struct StudyDraft {
  std::string text;                    ///< TOML, with comments that tell what was seen, guessed and left to decide
  std::vector<std::string> notes;      ///< one sentence each: what was taken for granted, what keeps it from running
  std::vector<std::string> decisions;  ///< likewise: what is left out or left to decide, with lines of `text`
  std::size_t outcomes = 0;            ///< that the study analyses
  std::size_t held_back = 0;           ///< outcomes that wait as comments
};

/// Drafts a study of the CSV files `paths`: one that holds both waves, or two, pre and post (the other way round where
/// their names say so). `folder` is where the
/// study file will stand (empty: where the program runs). Reads each file more than once.
/// Throws UsageError for another number of files, standard input or a study file, InputError for files that cannot be
/// read or named in a study file, and when one file holds no two waves.
StudyDraft draft_study(std::vector<std::string> paths, const std::string& folder);

}  // namespace ecpr::draft
