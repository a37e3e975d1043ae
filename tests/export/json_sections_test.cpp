#include <doctest/doctest.h>

#include <sstream>

#include "ecpr/export/result_json.hpp"
#include "json_document.hpp"
#include "study_results.hpp"
#include "survey_example.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

const Undefined few{"fewer than 2 pairs"};

rapidjson::Document json_of(const analysis::Analysis& analysis) {
  std::ostringstream out;
  catalogue::write_result_json(out, analysis, small_survey(), {.version = "1.2.3"});
  rapidjson::Document json;
  json.Parse(out.str().c_str());
  REQUIRE(!json.HasParseError());
  return json;
}

analysis::Analysis two_groups() {
  analysis::Analysis study = study_without_results({"Peers", "Clinicians"});
  const auto usual = comparison_of({149, 1.5, {0.7, 2.3}, 4, 0.003, 1.2, 0.01});
  add_outcome(study, scale("ucla3", "Loneliness"), {usual, undefined_comparison(1, "fewer than 2 pairs"), usual});
  return study;
}

}  // namespace

TEST_CASE("groups against each other") {
  analysis::Analysis study = two_groups();
  analysis::GroupDifferences differences;
  differences.test.groups = {0};
  differences.test.left_out = {1};
  differences.test.change.fisher = {5.5, 1.0, 147.0, 0.02, -1.7};
  differences.test.change.welch = {5.25, 1.0, 98.5, 0.024, -1.6};
  differences.test.ancova.group = {4.5, 1.0, 146.0, 0.035, -1.4};
  differences.test.ancova.slopes = {Undefined{"no slopes"}, 1.0, 145.0, Undefined{"no slopes"}, Undefined{"no slopes"}};
  differences.test.ancova.adjusted_means = {{0, 11.5, 0.25, Interval{11, 12}}, {1, few, few, few}};
  differences.test.ancova.contrasts = {{0, 1, 1.5, 0.5, 3.0, 146.0, 0.003, -2.5, 0.006}};
  study.group_differences = {differences};
  const auto json = json_of(study);
  const auto& group = json["group_comparisons"][0];
  CHECK(members(group) ==
        "outcome change_f df1 df2 p welch_f welch_df2 welch_p ancova_f ancova_df1 ancova_df2 ancova_p slopes_p "
        "adjusted_means contrasts left_out note");
  CHECK(std::string(group["outcome"].GetString()) == "ucla3");
  CHECK(group["change_f"].GetDouble() == 5.5);
  CHECK(group["df1"].GetInt() == 1);
  CHECK(group["df2"].GetInt() == 147);
  CHECK(group["p"].GetDouble() == 0.02);
  CHECK(group["welch_f"].GetDouble() == 5.25);
  CHECK(group["welch_df2"].GetDouble() == 98.5);
  CHECK(group["welch_p"].GetDouble() == 0.024);
  CHECK(group["ancova_f"].GetDouble() == 4.5);
  CHECK(group["ancova_df2"].GetInt() == 146);
  CHECK(group["ancova_p"].GetDouble() == 0.035);
  CHECK(group["slopes_p"].IsNull());
  const auto& mean = group["adjusted_means"][0];
  CHECK(members(mean) == "group mean se ci_lower ci_upper");
  CHECK(std::string(mean["group"].GetString()) == "Peers");
  CHECK(mean["mean"].GetDouble() == 11.5);
  CHECK(mean["ci_upper"].GetDouble() == 12);
  CHECK(group["adjusted_means"][1]["se"].IsNull());
  const auto& contrast = group["contrasts"][0];
  CHECK(members(contrast) == "group_a group_b difference se t df p p_adjusted");
  CHECK(std::string(contrast["group_b"].GetString()) == "Clinicians");
  CHECK(contrast["p_adjusted"].GetDouble() == 0.006);
  CHECK(std::string(group["left_out"][0].GetString()) == "Clinicians");
  CHECK(std::string(group["note"].GetString()) == "no slopes; fewer than 2 pairs");
}

TEST_CASE("who was lost; a side of too few people is only counted") {
  analysis::Analysis study = two_groups();
  const statistics::Attrition test{25, 4, 10.5, 2.0, 11.5, 3.0, 0.5, 0.75, 3.5, 0.5};
  study.attrition = {
      {0, 0, false, test}, {0, 1, true, test}, {0, {}, false, {3, 0, 1.0, 1.0, few, few, few, few, few, few}}};
  const auto json = json_of(study);
  const auto& rows = json["attrition"];
  CHECK(members(rows[0]) == "outcome group n_matched n_lost matched_mean matched_sd lost_mean lost_sd smd t df p note");
  CHECK(rows[0]["n_matched"].GetInt() == 25);
  CHECK(rows[0]["lost_mean"].GetDouble() == 11.5);
  CHECK(rows[0]["smd"].GetDouble() == 0.5);
  CHECK(rows[0]["df"].GetDouble() == 3.5);
  CHECK(rows[0]["note"].IsNull());
  CHECK(rows[1]["n_lost"].GetInt() == 4);
  for (const char* name : {"matched_mean", "matched_sd", "lost_mean", "lost_sd", "smd", "t", "df", "p"}) {
    CAPTURE(name);
    CHECK(rows[1][name].IsNull());
  }
  CHECK(std::string(rows[1]["note"].GetString()) == "fewer people than the smallest group that is shown");
  CHECK(rows[2]["group"].IsNull());
  CHECK(std::string(rows[2]["note"].GetString()) == "fewer than 2 pairs");
}

TEST_CASE("who really changed") {
  analysis::Analysis study = two_groups();
  analysis::ReliableChange change;
  change.n = 20;
  change.group = 0;
  change.reliability = 0.85;
  change.source = analysis::ReliabilitySource::study_file;
  change.threshold = 2.5;
  change.counts = statistics::ChangeCounts{5, 12, 3};
  change.minimal_important_change = 2.0;
  change.important = statistics::ChangeCounts{7, 9, 4};
  analysis::ReliableChange withheld = change, unknown;
  withheld.withheld = true;
  unknown.reliability = unknown.threshold = Undefined{"no reliability of this score is stated"};
  unknown.counts = Undefined{"no reliability of this score is stated"};
  study.reliable_change = {change, withheld, unknown};
  const auto json = json_of(study);
  const auto& rows = json["reliable_change"];
  CHECK(members(rows[0]) ==
        "outcome group n reliability reliability_source threshold improved unchanged deteriorated "
        "minimal_important_change beyond_it note");
  CHECK(rows[0]["reliability"].GetDouble() == 0.85);
  CHECK(std::string(rows[0]["reliability_source"].GetString()) == "study file");
  CHECK(rows[0]["threshold"].GetDouble() == 2.5);
  CHECK(rows[0]["improved"].GetInt() == 5);
  CHECK(rows[0]["unchanged"].GetInt() == 12);
  CHECK(rows[0]["deteriorated"].GetInt() == 3);
  CHECK(rows[0]["minimal_important_change"].GetDouble() == 2);
  CHECK(rows[0]["beyond_it"].GetInt() == 7);
  CHECK(rows[1]["n"].GetInt() == 20);
  CHECK(rows[1]["improved"].IsNull());
  CHECK(rows[1]["beyond_it"].IsNull());
  CHECK(rows[2]["reliability_source"].IsNull());
  CHECK(rows[2]["minimal_important_change"].IsNull());
  CHECK(std::string(rows[2]["note"].GetString()) == "no reliability of this score is stated");
}

TEST_CASE("measures taken once") {
  analysis::Analysis study = two_groups();
  analysis::Measure measure;
  measure.name = "fidelity";
  measure.n = 8;
  measure.mean = 4.25;
  measure.sd = 0.5;
  measure.median = 4.5;
  measure.minimum = 3.0;
  measure.maximum = 5.0;
  measure.mark = 4.0;
  measure.at_or_above = std::size_t{6};
  measure.share_interval = Interval{0.41, 0.93};
  measure.alpha = Undefined{"a measure of 1 item has no alpha"};
  study.measures = {measure};
  const auto json = json_of(study);
  const auto& row = json["measures"][0];
  CHECK(members(row) == "name n mean sd median minimum maximum mark share share_ci_lower share_ci_upper alpha note");
  CHECK(std::string(row["name"].GetString()) == "fidelity");
  CHECK(row["mean"].GetDouble() == 4.25);
  CHECK(row["median"].GetDouble() == 4.5);
  CHECK(row["maximum"].GetDouble() == 5);
  CHECK(row["share"].GetDouble() == 0.75);
  CHECK(row["share_ci_upper"].GetDouble() == 0.93);
  CHECK(row["alpha"].IsNull());
  CHECK(std::string(row["note"].GetString()) == "a measure of 1 item has no alpha");
}
