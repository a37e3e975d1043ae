#include "ecpr/export/result_json.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "ecpr/export/result_fields.hpp"
#include "json_document.hpp"
#include "study_results.hpp"
#include "survey_example.hpp"

using namespace ecpr;
using namespace ecpr::testing;
using survey::ProblemKind;

namespace {

std::string json_of(const analysis::Analysis& study, const survey::Survey& survey) {
  std::ostringstream out;
  catalogue::write_result_json(out, study, survey, {"1.2.3"});
  return out.str();
}

analysis::Analysis study_with_results() {
  analysis::Analysis study = study_without_results({"Peers"});
  const analysis::Comparison comparison = comparison_of({149, 0.1 + 0.2, {0.70, 2.46}, 4.06, 0.003, 1.28, 0.01});
  add_outcome(study, scale("ucla3", "Loneliness"), {undefined_comparison(1, "fewer than 2 pairs"), comparison});
  study.reliability = {{0, {}, false, 8, 180, 0.874, Interval{0.85, 0.9}, {}},
                       {0, std::size_t{0}, true, 8, 30, Undefined{"the items do not vary"}, {}, 0.5}};
  study.participants.repaired = 4;
  study.participants.excluded = 5;
  study.participants.exclusions = {{"withdrew", 4, {4}}, {"staff", 1, {0}}};
  study.participants.duplicates = 6;
  study.notes = {"Ids were taken from column 'id'."};
  return study;
}

}  // namespace

TEST_CASE("the document has every member of the contract") {
  const auto json = parsed(json_of(study_with_results(), small_survey()));
  CHECK(members(json) ==
        "ecpr schema inputs settings participants groups results reliability group_comparisons attrition "
        "reliable_change measures problems truncated notes");
  CHECK(std::string(json["ecpr"].GetString()) == "1.2.3");
  CHECK(json["schema"].GetInt() == 1);
  CHECK(members(json["inputs"][0]) == "file sha256 rows encoding delimiter");
  CHECK(members(json["settings"]) ==
        "title id group confidence alpha adjust effect_size d_av_ci min_cell "
        "equivalence bootstrap seed cluster");
  CHECK(members(json["participants"]) == "pre post matched pre_only post_only duplicates repaired excluded exclusions");
  CHECK(members(json["groups"][0]) == "label pre post matched");
  CHECK(members(json["reliability"][0]) ==
        "outcome group wave items n alpha alpha_ci_lower alpha_ci_upper omega_total item_statistics note");
  for (const char* list : {"group_comparisons", "attrition", "reliable_change", "measures", "problems"}) {
    CAPTURE(list);
    CHECK(json[list].GetArray().Empty());
  }
  CHECK(!json["truncated"].GetBool());
  CHECK(std::string(json["notes"][0].GetString()) == "Ids were taken from column 'id'.");
}

TEST_CASE("results have the fields of the catalogue, full precision, null where undefined") {
  const auto json = parsed(json_of(study_with_results(), small_survey()));
  std::string names;
  for (const catalogue::ResultField& field : catalogue::result_fields()) {
    names += (names.empty() ? "" : " ") + std::string(field.name);
  }
  const auto& results = json["results"].GetArray();
  REQUIRE(results.Size() == 2);
  CHECK(members(results[0]) == names);
  CHECK(std::string(results[0]["group"].GetString()) == "Peers");
  CHECK(results[0]["n_pairs"].GetInt() == 1);
  CHECK(results[0]["t"].IsNull());
  CHECK(std::string(results[0]["note"].GetString()) == "fewer than 2 pairs");
  CHECK(results[1]["group"].IsNull());
  CHECK(results[1]["mean_change"].GetDouble() == 0.1 + 0.2);
  CHECK(results[1]["wilcoxon_v"].IsNull());
  CHECK(results[1]["note"].IsNull());
}

TEST_CASE("inputs, settings, people, groups and reliability") {
  analysis::Analysis study = study_with_results();
  study.settings.adjust = Adjustment::benjamini_hochberg;
  study.settings.effect_sizes = {"d_z", "g_av"};
  study.settings.average_interval = statistics::AverageInterval::bonett;
  study.settings.equivalence = {-0.5, 0.5, statistics::BoundUnit::d_z};
  study.settings.bootstrap = 10'000;
  study.settings.seed = 18'446'744'073'709'551'615U;
  study.settings.cluster_column = "session";
  study.reliability[0].item_statistics = {{0.5, 0.75}, {Undefined{"the item does not vary"}, 0.25}};
  const auto json = parsed(json_of(study, small_survey()));
  const auto& file = json["inputs"][1];
  CHECK(std::string(file["file"].GetString()) == "post.csv");
  CHECK(std::string(file["sha256"].GetString()) == "00ff");
  CHECK(file["rows"].GetInt() == 3);
  CHECK(std::string(file["delimiter"].GetString()) == ";");
  CHECK(json["inputs"][0]["sha256"].IsNull());
  const auto& settings = json["settings"];
  CHECK(settings["confidence"].GetDouble() == 0.95);
  CHECK(std::string(settings["adjust"].GetString()) == "bh");
  CHECK(std::string(settings["effect_size"][1].GetString()) == "g_av");
  CHECK(std::string(settings["d_av_ci"].GetString()) == "bonett");
  CHECK(settings["equivalence"]["d_z"].GetDouble() == 0.5);
  CHECK(settings["bootstrap"].GetInt() == 10'000);
  CHECK(settings["seed"].GetUint64() == 18'446'744'073'709'551'615U);
  CHECK(std::string(settings["cluster"].GetString()) == "session");
  CHECK(json["participants"]["matched"].GetInt() == 151);
  CHECK(json["participants"]["excluded"].GetInt() == 5);
  CHECK(members(json["participants"]["exclusions"][0]) == "reason people");
  CHECK(json["participants"]["exclusions"][0]["people"].GetInt() == 4);
  CHECK(json["groups"][0]["matched"].GetInt() == 25);
  const auto& reliability = json["reliability"];
  CHECK(reliability[0]["group"].IsNull());
  CHECK(std::string(reliability[0]["wave"].GetString()) == "pre");
  CHECK(reliability[0]["alpha"].GetDouble() == 0.874);
  CHECK(reliability[0]["alpha_ci_upper"].GetDouble() == 0.9);
  CHECK(reliability[0]["item_statistics"][0]["item_rest_correlation"].GetDouble() == 0.5);
  CHECK(reliability[0]["item_statistics"][1]["item_rest_correlation"].IsNull());
  CHECK(reliability[0]["item_statistics"][1]["alpha_if_dropped"].GetDouble() == 0.25);
  CHECK(std::string(reliability[1]["group"].GetString()) == "Peers");
  CHECK(reliability[1]["alpha"].IsNull());
  CHECK(reliability[1]["omega_total"].GetDouble() == 0.5);
}

TEST_CASE("what was not asked for is null in the settings") {
  const auto json = parsed(json_of(study_with_results(), small_survey()));
  for (const char* choice : {"equivalence", "bootstrap", "seed", "cluster"}) {
    CAPTURE(choice);
    CHECK(json["settings"][choice].IsNull());
  }
}

TEST_CASE("the reliability of a small group is withheld like its results") {
  analysis::Analysis study = study_with_results();
  study.settings.min_cell = 31;
  const auto json = parsed(json_of(study, small_survey()));
  CHECK(json["reliability"][1]["n"].GetInt() == 30);
  CHECK(json["reliability"][1]["omega_total"].IsNull());
  CHECK(json["reliability"][0]["alpha"].GetDouble() == 0.874);
}

TEST_CASE("problems are counted by kind, file and column, without line, id and value") {
  survey::Survey survey = small_survey();
  survey.problems.add(problem_at(ProblemKind::blank_id, 12, 0), "", "");
  for (std::uint32_t line = 2; line < 5; ++line)
    survey.problems.add(problem_at(ProblemKind::out_of_range, line, 2), "-99", "a");
  survey.problems.add(problem_at(ProblemKind::out_of_range, 7, 2), "6", "a");
  survey.problems.add(problem_at(ProblemKind::out_of_range, 7, 3), "-99", "a");
  survey::Problem after = problem_at(ProblemKind::out_of_range, 2, 1);
  after.file = 1;
  survey.problems.add(after, "-98", "c");
  survey.problems.add(problem_at(ProblemKind::short_row, 20, survey::no_place), "3", "b");
  const auto json = parsed(json_of(study_with_results(), survey));
  const auto& problems = json["problems"].GetArray();
  REQUIRE(problems.Size() == 5);
  std::string counts;
  for (const auto& problem : problems) {
    CHECK(members(problem) == "kind count file column fix");
    counts += std::string(problem["kind"].GetString()) + ' ' + std::to_string(problem["count"].GetInt()) + ' ' +
              problem["file"].GetString() + ' ' + (problem["column"].IsNull() ? "-" : problem["column"].GetString()) +
              '\n';
  }
  CHECK(counts ==
        "out_of_range 4 pre.csv hope_1\nout_of_range 1 pre.csv hope_2\nout_of_range 1 post.csv hope_1\n"
        "short_row 1 pre.csv -\nblank_id 1 pre.csv id\n");
  CHECK(std::string(problems[0]["fix"].GetString()) ==
        "if it means no answer: --missing=VALUE (missing = [\"VALUE\"] under [input]); or: correct the cell, or empty "
        "it; if the form of hope has other answers than 1 to 4: range = [LOWEST, HIGHEST] under its [[outcome]]");
  CHECK(std::string(problems[4]["fix"].GetString()) ==
        "write the id into the file, or name another column: --id COLUMN");
  CHECK_FALSE(json["truncated"].GetBool());
}

TEST_CASE("awkward texts are valid JSON") {
  survey::Survey survey = small_survey();
  survey.files[0].header[2] = "caf\xe9 \"\\\n\x01 \xf0\x9f\x98\x80";
  survey.problems.add(problem_at(ProblemKind::unreadable, 2, 2), "?", "a");
  analysis::Analysis study = study_with_results();
  study.groups[0] = "A \"B\" \\ \t\u00e4 </script>";
  const auto json = parsed(json_of(study, survey));
  CHECK(std::string(json["problems"][0]["column"].GetString()) == "caf\uFFFD \"\\\n\x01 \U0001F600");
  CHECK(std::string(json["results"][0]["group"].GetString()) == "A \"B\" \\ \t\u00e4 </script>");
}

TEST_CASE("the text is indented and ends with a newline") {
  const std::string text = json_of(study_with_results(), small_survey());
  CHECK(text.starts_with("{\n \"ecpr\": \"1.2.3\",\n \"schema\": 1,\n \"inputs\": [\n  {\n"));
  CHECK(text.ends_with("\n}\n"));
}
