// Drafts of files that a test writes.
#pragma once

#include <string>
#include <string_view>

#include "ecpr/draft/study_draft.hpp"
#include "working_folder.hpp"

namespace ecpr::testing {

/// The draft from one file, "survey.csv".
inline draft::StudyDraft drafted(std::string_view rows) {
  const WorkingFolder folder;
  folder.write("survey.csv", rows);
  return draft::draft_study({"survey.csv"}, "");
}

/// The draft from "pre.csv" and "post.csv".
inline draft::StudyDraft drafted(std::string_view pre, std::string_view post) {
  const WorkingFolder folder;
  folder.write("pre.csv", pre);
  folder.write("post.csv", post);
  return draft::draft_study({"pre.csv", "post.csv"}, "");
}

/// Whether `lines` stand in the draft, one below the other, whatever comments stand behind them.
inline bool says(const draft::StudyDraft& draft, std::string_view lines) {
  std::string text = "\n";
  std::size_t start = 0;
  while (start < draft.text.size()) {
    const std::size_t end = draft.text.find('\n', start);
    std::string line = draft.text.substr(start, end - start);
    if (const std::size_t comment = line.find("  # ", 2); comment != line.npos)
      line.erase(line.find_last_not_of(' ', comment) + 1);
    text += line + '\n';
    start = end + 1;
  }
  return text.find("\n" + std::string(lines) + "\n") != text.npos;
}

}  // namespace ecpr::testing
