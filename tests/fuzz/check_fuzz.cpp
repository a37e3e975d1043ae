// Checks any two files with any lists of ids: the page and the JSON are made, and sure repairs, handed back, join.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/export/check_json.hpp"
#include "ecpr/export/repairs_csv.hpp"
#include "ecpr/render/text.hpp"
#include "ecpr/report/check_report.hpp"
#include "ecpr/survey/survey.hpp"
#include "working_folder.hpp"

namespace {

using namespace ecpr;

void require(bool holds, const std::string& what) {
  if (holds) return;
  std::cerr << "broken promise: " << what << '\n';
  std::abort();
}

study::Study study_with(const std::string& lists) {
  study::Study study = study::parse_study("[input]\npre = \"pre.csv\"\npost = \"post.csv\"\nid = \"id\"\n" + lists +
                                              "[group]\ncolumn = \"g\"\n"
                                              "[[outcome]]\nname = \"s\"\ncolumns = [\"a\", \"b\", \"c\", \"d\"]\n"
                                              "reversed = [\"b\"]\nrange = [1, 5]\n"
                                              "[[outcome]]\nname = \"hope\"\ncolumn = \"hope\"\n",
                                          "study.toml", "");
  study::complete(study);
  return study;
}

survey::Survey audit(const study::Study& study) {
  survey::ReadingOptions options;
  options.audit = true;
  return survey::read_survey(study, options);
}

void show(const survey::Survey& survey, const study::Study& study) {
  std::ostringstream json;
  catalogue::write_check_json(json, survey, {"", true});
  require(!invalid_utf8(json.str()), "JSON is UTF-8");
  require(!render::render_text(report::check_report(survey, study), {}).empty(), "there is a page");
  for (const auto& problem : survey.problems.kept()) {
    require(!sentence(survey, problem).empty(), "a problem is a sentence");
    require(!remedy(survey, problem).empty(), "a problem has something that settles it");
  }
}

/// An apostrophe in front of an id cannot be told from the one that keeps spreadsheets from calculating.
bool has_apostrophes(const survey::Survey& survey) {
  for (const auto& id : survey.ids) {
    if (id.starts_with('\'')) return true;
  }
  return false;
}

void hand_back(const survey::Survey& survey, const testing::WorkingFolder& folder) {
  if (!survey.obstacle.empty() || has_apostrophes(survey)) return;
  std::ostringstream repairs;
  catalogue::write_repairs_csv(repairs, survey);
  folder.write("repairs.csv", repairs.str());
  const auto repaired = audit(study_with("repairs = \"repairs.csv\"\n"));
  const auto sure =
      static_cast<std::size_t>(std::count_if(survey.near_misses.begin(), survey.near_misses.end(), survey::is_sure));
  require(repaired.repaired == sure, "every sure repair joins, and no other");
}

}  // namespace

/// A byte 0x1E parts the files before and after, and a list of ids to exclude.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t post = bytes.find('\x1e'), list = bytes.find('\x1e', post + 1);
  if (post == bytes.npos) return 0;
  const ecpr::testing::WorkingFolder folder;
  folder.write("pre.csv", bytes.substr(0, post));
  folder.write("post.csv", bytes.substr(post + 1, list - post - 1));
  if (list != bytes.npos) folder.write("exclude.csv", bytes.substr(list + 1));
  try {
    const study::Study study = study_with(list == bytes.npos ? "" : "exclude = \"exclude.csv\"\n");
    const auto survey = audit(study);
    show(survey, study);
    if (list == bytes.npos) hand_back(survey, folder);
  } catch (const InputError& error) {
    require(std::string_view(error.what()).find('\n') == std::string_view::npos, "a refusal is one sentence");
  }
  return 0;
}
