#include "ecpr/report/flow_table.hpp"

#include <doctest/doctest.h>

#include "report_text.hpp"
#include "study_results.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

std::string table_of(const analysis::Analysis& study) { return page(lines_of(report::flow_table(study, {}))); }

}  // namespace

TEST_CASE("people are counted per group by when they answered") {
  analysis::Analysis study = study_without_results({"Peers", "Clinicians"});
  study.group_column = "role";
  study.group_counts = {{"Peers", 30, 28, 25}, {"Clinicians", 12, 10, 10}};
  CHECK(table_of(study) == page({"Who answered, by role.", "Pre | Post | Matched | Pre only | Post only",
                                 "Peers | 30 | 28 | 25 | 5 | 3", "Clinicians | 12 | 10 | 10 | 2 | 0"}));
}

TEST_CASE("people whom the user left out have a column of their own") {
  analysis::Analysis study = study_without_results({"Peers", "Clinicians"});
  study.group_column = "role";
  study.group_counts = {{"Peers", 30, 28, 25}, {"Clinicians", 12, 10, 10}};
  study.participants.exclusions = {{"withdrew", 3, {2, 1}}, {"staff", 2, {0, 1}}};
  CHECK(table_of(study) == page({"Who answered, by role.", "Pre | Post | Matched | Pre only | Post only | Left out",
                                 "Peers | 30 | 28 | 25 | 5 | 3 | 2", "Clinicians | 12 | 10 | 10 | 2 | 0 | 2"}));
}

TEST_CASE("without groups there is no such table") { CHECK(report::flow_table(study_without_results(), {}).empty()); }
