#include "ecpr/report/report.hpp"

#include <doctest/doctest.h>

#include "ecpr/base/error.hpp"
#include "report_text.hpp"
#include "study_results.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

/// A study that has something to show in every section.
analysis::Analysis full_study() {
  analysis::Analysis study = study_without_results({"Peers"});
  const std::vector<analysis::Comparison> both(2, comparison_of({25, 1.5, {1, 2}, 3, 0.01, 0.5, 0.02}));
  add_outcome(study, scale("a", "Hope"), both);
  add_outcome(study, single_item("i", "Share emotions"), both);
  study.reliability = {{0, {}, false, 8, 180, 0.874, Interval{0.85, 0.9}, {}}};
  study.group_differences = {{.outcome = 0, .test = {}}, {.outcome = 1, .test = {}}};
  study.measures.emplace_back().label = "Fidelity";
  return study;
}

std::vector<std::string> captions(const document::Document& document) {
  std::vector<std::string> captions;
  for (const document::Block& block : document.blocks) {
    const auto* table = std::get_if<document::Table>(&block);
    if (table && table->ruled) captions.push_back(table->number + ": " + shown(table->caption.text));
  }
  return captions;
}

std::vector<std::string> headings(const document::Document& document) {
  std::vector<std::string> headings;
  for (const document::Block& block : document.blocks) {
    const auto* heading = std::get_if<document::Heading>(&block);
    if (heading) headings.push_back(shown(heading->text));
  }
  return headings;
}

std::string refusal(const std::string& name) {
  report::ReportOptions options;
  options.tables = {name};
  try {
    report::analysis_report(full_study(), options);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "accepted";
}

}  // namespace

TEST_CASE("all sections stand in reading order, tables numbered through") {
  const auto document = report::analysis_report(full_study(), {});
  CHECK(shown(document.title) == "Spring cohort");
  CHECK(
      page(captions(document)) ==
      page({"Table 1: Characteristics of the matched participants (N=151)",
            "Table 2: Pre-post changes in outcomes (N=151)", "Table 3: Pre-post changes in outcomes by group (N=151)",
            "Table 4: Pre-post changes in single items (N=151)", "Table 5: Groups against each other (N=151)",
            "Table 6: Reliability of the scales among all who answered (N=199)", "Table 7: Other effect sizes (N=151)",
            "Table 8: Who answered, by group (N=199)", "Table 9: Measures taken once"}));
  CHECK(page(headings(document)) == page({"Findings", "Supplement", "Methods", "Limitations"}));
  CHECK(lines_of(document.blocks).at(0).starts_with("Of 185 people who answered before, 151 (81.6%)"));
}

TEST_CASE("sections are chosen by name, whatever the order; the summary is then left out") {
  report::ReportOptions options;
  options.tables = {"items", "changes"};
  options.caption_start = 7;
  options.title = "Another title";
  const auto document = report::analysis_report(full_study(), options);
  CHECK(shown(document.title) == "Another title");
  CHECK(document.blocks.size() == 2);
  CHECK(page(captions(document)) ==
        page({"Table 7: Pre-post changes in outcomes (N=151)", "Table 8: Pre-post changes in single items (N=151)"}));
}

TEST_CASE("numbers have no gaps where tables are left out") {
  analysis::Analysis study = study_without_results();
  add_outcome(study, single_item("i", "Share emotions"), {comparison_of({25, 1.5, {1, 2}, 3, 0.01, 0.5, 0.02})});
  study.title = "";
  const auto document = report::analysis_report(study, {});
  CHECK(page(captions(document)) ==
        page({"Table 1: Pre-post changes in single items (N=151)", "Table 2: Other effect sizes (N=151)"}));
  CHECK(shown(document.title) == "Changes between pre and post");
}

TEST_CASE("a study without outcomes has methods all the same") {
  CHECK(page(headings(report::analysis_report(study_without_results(), {}))) == page({"Methods", "Limitations"}));
}

TEST_CASE("an unknown name is refused with a hint") {
  CHECK(refusal("chnages") == "there is no table 'chnages'; did you mean 'changes'?");
  CHECK(refusal("xyz") ==
        "there is no table 'xyz'; there are findings, participants, changes, groups, items, comparisons, reliability, "
        "supplement, "
        "measures and methods");
  CHECK(refusal("methods") == "accepted");
}

TEST_CASE("every section says what it shows") {
  for (const report::Section& section : report::sections()) {
    CAPTURE(section.name);
    CHECK(!section.summary.empty());
    CHECK(!section.build(full_study(), {}).empty());
  }
}
