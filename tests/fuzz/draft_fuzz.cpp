// Drafts a study of any two files, or of one: whatever is written reads again, and runs if it is said to.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/draft/study_draft.hpp"
#include "ecpr/survey/survey.hpp"
#include "working_folder.hpp"

namespace {

using namespace ecpr;

void require(bool holds, const std::string& what) {
  if (holds) return;
  std::cerr << "broken promise: " << what << '\n';
  std::abort();
}

void check(const draft::StudyDraft& draft) {
  require(!invalid_utf8(draft.text), "a study file is UTF-8");
  study::Study study = study::parse_study(draft.text, "study.toml", "");
  if (!draft.notes.empty()) return;
  study::complete(study);
  const auto survey = survey::read_survey(study, {});
  survey::require_pairs(survey);
  require(!survey.outcomes.empty(), "a study that runs has outcomes");
}

}  // namespace

/// The first byte tells how many files follow; a byte 0x1E parts them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const ecpr::testing::WorkingFolder folder;
  std::vector<std::string> files{"pre.csv"};
  const std::size_t part = data[0] % 2 == 1 ? bytes.find('\x1e') : std::string::npos;
  folder.write("pre.csv", bytes.substr(0, part));
  if (part != bytes.npos) {
    folder.write("post.csv", bytes.substr(part + 1));
    files.push_back("post.csv");
  }
  try {
    check(draft::draft_study(files, ""));
  } catch (const InputError& error) {
    require(std::string_view(error.what()).find('\n') == std::string_view::npos, "a refusal is one sentence");
  }
  return 0;
}
