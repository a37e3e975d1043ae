#include "ecpr/report/record.hpp"

#include <doctest/doctest.h>

#include "report_text.hpp"
#include "study_results.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

survey::Survey two_files() {
  survey::Survey survey;
  survey::FileSummary pre, post;
  pre.base_name = "pre.csv";
  pre.rows = 1;
  pre.encoding = "utf-8";
  pre.sha256 = "9f86d081";
  post.base_name = "post.csv";
  post.rows = 12000;
  post.encoding = "windows-1252";
  post.delimiter = ';';
  post.platform = "qualtrics";
  survey.files = {pre, post};
  return survey;
}

/// The items of the list at `place` among the lists.
std::vector<std::string> items(const report::Blocks& blocks, std::size_t place) {
  std::vector<std::string> texts;
  for (const document::Block& block : blocks) {
    const auto* list = std::get_if<document::List>(&block);
    if (!list || place-- > 0) continue;
    for (const auto& item : list->items) texts.push_back(shown(item));
    break;
  }
  return texts;
}

}  // namespace

TEST_CASE("files are told by rows, encoding, delimiter and checksum") {
  report::ReportOptions options;
  options.version = "1.2.3";
  const auto blocks = report::record(study_without_results(), two_files(), options);
  CHECK(
      items(blocks, 0) ==
      std::vector<std::string>{"pre.csv: 1 row, utf-8, separated by commas; SHA-256 9f86d081",
                               "post.csv: 12,000 rows, windows-1252, separated by semicolons, an export of qualtrics"});
  const auto& by = std::get<document::Paragraph>(blocks[1]);
  CHECK(shown(by.text) == "By ecpr 1.2.3. The same files, settings and version make the same report.");
}

TEST_CASE("settings that are in force are listed, and no others") {
  analysis::Analysis study = study_without_results({"Clinicians", "Service users"});
  CHECK(items(report::record(study, two_files(), {}), 1) ==
        std::vector<std::string>{"Participants matched by: participant_id",
                                 "Groups from: role (Clinicians and Service users)", "Confidence level: 95%",
                                 "Significant: Holm-adjusted P<.05", "Adjustment of P values: Holm",
                                 "Effect size: d_z"});
  study.group_column = "";
  study.settings.adjust = Adjustment::none;
  study.settings.effect_sizes = {"d_z", "g_av"};
  study.settings.min_cell = 5;
  study.settings.equivalence = statistics::EquivalenceBounds{-0.3, 0.3, statistics::BoundUnit::d_z};
  study.settings.bootstrap = 20000;
  study.settings.seed = 7;
  study.settings.cluster_column = "session";
  CHECK(items(report::record(study, two_files(), {}), 1) ==
        std::vector<std::string>{"Participants matched by: participant_id", "Confidence level: 95%",
                                 "Significant: cluster-robust P<.05", "Adjustment of P values: none",
                                 "Effect sizes: d_z and g_av; CI after Algina and Keselman",
                                 "Groups are shown from 5 pairs on", "Equivalence bounds: \u00b10.3 d_z",
                                 "Bootstrap: 20,000 resamples, seed 7", "Clusters by: session"});
}
