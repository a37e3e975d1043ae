#include "ecpr/export/check_json.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "json_document.hpp"
#include "survey_example.hpp"

using namespace ecpr;
using namespace ecpr::testing;
using survey::ProblemKind;

namespace {

rapidjson::Document check_of(const survey::Survey& survey, bool ids = false) {
  std::ostringstream out;
  catalogue::write_check_json(out, survey, {"1.2.3", ids});
  return parsed(out.str());
}

}  // namespace

TEST_CASE("files, people, groups and outcomes of a check") {
  survey::Survey survey = small_survey();
  survey.exclusions = {{"withdrew", 2, {1, 0}}};
  survey.excluded = 2;
  const auto json = check_of(survey);
  CHECK(members(json) ==
        "ecpr schema obstacle inputs participants groups outcomes repairs careless problems truncated notes");
  CHECK(json["obstacle"].IsNull());
  CHECK(members(json["inputs"][0]) == "file sha256 rows encoding delimiter columns platform previews unfinished");
  CHECK(json["inputs"][0]["columns"].GetInt() == 5);
  const auto& people = json["participants"];
  CHECK(members(people) ==
        "pre post matched pre_only post_only duplicates blank_ids repaired repairs_proposed excluded exclusions");
  CHECK(people["matched"].GetInt() == 2);
  CHECK(people["exclusions"][0]["people"].GetInt() == 2);
  CHECK(members(json["groups"][0]) == "label pre post matched pre_only post_only");
  CHECK(json["groups"][0]["post_only"].GetInt() == 1);
  const auto& hope = json["outcomes"][0];
  CHECK(members(hope) ==
        "outcome label pre_columns post_columns pre_answers post_answers out_of_range unreadable unusable");
  CHECK(std::string(hope["post_columns"][1].GetString()) == "hope_2");
  CHECK(json["problems"].Empty());
  CHECK_FALSE(json["truncated"].GetBool());
}

TEST_CASE("all problems are listed, and every value that cannot be used with its count") {
  survey::Survey survey = small_survey();
  for (std::uint32_t line = 2; line < 302; ++line)
    survey.problems.add(problem_at(ProblemKind::unreadable, line, 2), line % 3 == 0 ? "?" : "no", "a");
  const auto json = check_of(survey);
  CHECK(json["problems"].Size() == 300);
  CHECK(json["problems"][299]["line"].GetInt() == 301);
  CHECK_FALSE(json["truncated"].GetBool());
  const auto& values = json["outcomes"][0]["unusable"];
  REQUIRE(values.Size() == 2);
  CHECK(members(values[0]) == "kind value count");
  CHECK(std::string(values[0]["value"].GetString()) == "no");
  CHECK(values[0]["count"].GetInt() == 200);
  CHECK(values[1]["count"].GetInt() == 100);
}

TEST_CASE("proposed repairs, careless answers and an obstacle") {
  survey::Survey survey = small_survey();
  survey.obstacle = "pre.csv: an id has two different rows";
  survey.near_misses = {{2, 3, survey::Likeness::leading_zeros}};
  survey.problems.add(problem_at(ProblemKind::near_miss, 3, 0), "b", "c");
  survey.careless = {{1, true, survey::Carelessness::mostly_missing, 0, 1, 4}};
  const auto json = check_of(survey);
  CHECK(std::string(json["obstacle"].GetString()) == survey.obstacle);
  const auto& repair = json["repairs"][0];
  CHECK(members(repair) == "post_id pre_id same_person why post_line pre_line");
  CHECK(std::string(repair["post_id"].GetString()) == "c");
  CHECK(std::string(repair["why"].GetString()) == "differ in leading zeros");
  CHECK(repair["pre_line"].GetInt() == 4);
  CHECK(json["problems"][0]["column"].IsNull());
  const auto& careless = json["careless"][0];
  CHECK(members(careless) == "kind file line id wave message");
  CHECK(std::string(careless["message"].GetString()) == "post.csv:2: id 'a' answered 1 of 4 items");
}

TEST_CASE("problems carry place, words and what settles them; id and value where they are asked for") {
  survey::Survey survey = small_survey();
  survey.problems.add(problem_at(ProblemKind::blank_id, 12, 0), "", "");
  survey.problems.add(problem_at(ProblemKind::out_of_range, 2, 2), "-99", "caf\xe9");
  survey.problems.add(problem_at(ProblemKind::out_of_range, 3, 2), "-99", "a");
  const auto plain = check_of(survey), json = check_of(survey, true);
  CHECK(members(plain["problems"][0]) == "kind count file line column message fix");
  const auto& problems = json["problems"].GetArray();
  REQUIRE(problems.Size() == 3);
  const auto& first = problems[0];
  CHECK(members(first) == "kind count file line column id value message fix");
  CHECK(std::string(first["kind"].GetString()) == "out_of_range");
  CHECK(first["count"].GetInt() == 2);
  CHECK(std::string(first["file"].GetString()) == "pre.csv");
  CHECK(first["line"].GetInt() == 2);
  CHECK(std::string(first["column"].GetString()) == "hope_1");
  CHECK(std::string(first["id"].GetString()) == "caf\uFFFD");
  CHECK(std::string(first["value"].GetString()) == "-99");
  CHECK(std::string(problems[1]["message"].GetString()) == survey::sentence(survey, survey.problems.kept()[2], true));
  CHECK(std::string(first["fix"].GetString()) ==
        "if it means no answer: --missing=-99 (missing = [\"-99\"] under [input])");
  CHECK(std::string(problems[2]["kind"].GetString()) == "blank_id");
  CHECK(problems[2]["value"].IsNull());
}
