#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "survey_run.hpp"

namespace {

using namespace ecpr;
using namespace ecpr::testing;
using Labels = std::vector<std::string>;

/// A long file of one person with a row per wave, hope 1, 2, 3 ...
std::string rows(const Labels& waves) {
  std::string text = "id,wave,hope\n";
  for (std::size_t i = 0; i < waves.size(); ++i) text += "a," + waves[i] + "," + std::to_string(i + 1) + "\n";
  return text;
}

survey::Survey in_waves(const Labels& waves, const std::string& input = "wave = \"wave\"") {
  return one_file(rows(waves), hope, input);
}

std::string refused(const Labels& waves, const std::string& input = "wave = \"wave\"") {
  return refusal<InputError>([&] { in_waves(waves, input); });
}

TEST_CASE("further waves are named, counted and left out") {
  const auto survey = in_waves({"followup", "post", "pre", "6 months", "6 months"});
  CHECK(score_of(survey, "hope", "a") == 3);
  CHECK(score_of(survey, "hope", "a", true) == 2);
  CHECK(survey.other_waves == Labels{"followup", "6 months"});
  CHECK(survey.other_wave_rows == 3);
  CHECK(survey.notes.back() ==
        "survey.csv: 3 rows of the waves 'followup' and '6 months' left out: neither pre nor post");
  const auto baseline = in_waves({"baseline", "post", "followup"});
  CHECK(score_of(baseline, "hope", "a", true) == 2);
  CHECK(baseline.notes.back() == "survey.csv: 1 row of the wave 'followup' left out: neither pre nor post");
  CHECK(score_of(in_waves({"1", "2", "3"}), "hope", "a", true) == 2);
}

TEST_CASE("a wave is one whatever the case and spacing of its label") {
  const std::string text = "id,wave,hope\na,Pre,1\na,POST,2\nb,pre ,3\nb,post,4\nc,PRE,5\nc,Post,6\n";
  const auto survey = one_file(text, hope, "wave = \"wave\"");
  CHECK(survey.waves == std::vector<std::uint8_t>{3, 3, 3});
  CHECK(survey.other_waves.empty());
  const auto named = one_file(text, hope, "wave = { column = \"wave\", pre = \"POST\", post = \"pre\" }");
  CHECK(score_of(named, "hope", "c") == 6);
  CHECK(named.waves == std::vector<std::uint8_t>{3, 3, 3});
}

TEST_CASE("a wave that could be another is asked for") {
  const std::string ask =
      "; name two: --pre-label LABEL --post-label LABEL, or wave = { column = \"...\", pre = \"...\", post = \"...\" } "
      "in the study file";
  const std::string which = "survey.csv: which waves are pre and post? The wave column says ";
  CHECK(refused({"T0", "T1", "T2"}) == which + "'T0', 'T1' and 'T2'" + ask);
  CHECK(refused({"0", "1", "2"}) == which + "'0', '1' and '2'" + ask);
  CHECK(refused({"spring", "autumn"}) == which + "'spring' and 'autumn'" + ask);
  CHECK(refused({"baseline", "followup 1", "followup 2"}) == which + "'baseline', 'followup 1' and 'followup 2'" + ask);
  CHECK(refused({"a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "a10"}) ==
        which + "'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8' and 2 more" + ask);
  CHECK(score_of(in_waves({"T0", "T1", "T2"}, "wave = { column = \"wave\", pre = \"T0\", post = \"T2\" }"), "hope", "a",
                 true) == 3);
}

TEST_CASE("a missing wave is said") {
  CHECK(refused({"pre"}) == "survey.csv: all rows are of one wave, 'pre': there is nothing to compare it with");
  CHECK(refused({"post", "Post "}) ==
        "survey.csv: all rows are of one wave, 'post': there is nothing to compare it with");
  CHECK(refused({"pre", "post"}, "wave = { column = \"wave\", pre = \"pre\", post = \"after\" }") ==
        "survey.csv: no row of the post wave: no wave is called 'after'; the waves are 'pre' and 'post'");
  CHECK(refusal<InputError>([] { one_file("id,wave,hope\na,pre,\na,post,1\n", hope); }) ==
        "survey.csv: nobody has an answer in the pre wave");
  CHECK(refusal<InputError>([] { two_files("id,hope\na,1\n", "id,hope\na,NA\n", hope); }) ==
        "post.csv: nobody has an answer in the post wave");
}

TEST_CASE("a row without wave is named and left out") {
  const auto survey = one_file("id,wave,hope\na,pre,1\na,,9\na,post,2\na,NA,9\n", hope);
  CHECK(score_of(survey, "hope", "a") == 1);
  CHECK(sentences(survey) == Labels{"survey.csv:3: the row has no wave in column 'wave' and is left out (id 'a')",
                                    "survey.csv:5: the row has no wave in column 'wave' and is left out (id 'a')"});
  // A code for missing answers is no code for missing waves.
  const auto coded = one_file("id,wave,hope\na,0,1\na,1,0\nb,0,1\nb,1,2\n", hope, "missing = [0]\nwave = \"wave\"");
  CHECK(coded.problems.count(survey::ProblemKind::blank_wave) == 0);
  CHECK(score_of(coded, "hope", "b", true) == 2);
}

TEST_CASE("the wave column is guessed, and that is said") {
  for (const char* name : {"wave", "Time", "time_point", "redcap_event_name", "Visit"}) {
    CAPTURE(name);
    const auto survey = one_file("id," + std::string(name) + ",hope\na,pre,1\na,post,2\n", hope, "id = \"id\"");
    CHECK(survey.notes[0] ==
          "survey.csv: taking column '" + std::string(name) + "' for the waves; --wave COLUMN names another");
  }
}

TEST_CASE("case, blanks, hyphens and underscores do not make another wave") {
  const auto survey = one_file("id,wave,hope\na,PRE-TEST,1\nb,pre test,2\na,Post test,3\nb,POST_TEST,4\n", hope);
  CHECK(survey.other_waves.empty());
  CHECK(score_of(survey, "hope", "b") == 2);
  CHECK(score_of(survey, "hope", "b", true) == 4);
  const auto named =
      in_waves({"Wave-2", "wave_1"}, "wave = { column = \"wave\", pre = \"wave 1\", post = \"wave 2\" }");
  CHECK(score_of(named, "hope", "a") == 2);
}

TEST_CASE("a wave that is nearly called like one of the two is a problem") {
  const auto survey = in_waves({"pre", "post", "psot"});
  CHECK(sentences(survey) == Labels{"survey.csv:4: the row is left out, as its wave in column 'wave' is neither pre "
                                    "nor post: 'psot'; did you mean 'post'? (id 'a')"});
  CHECK(remedy(survey, survey.problems.kept()[0]) == "write the wave's name into the file as the other rows have it");
  for (const char* wave : {"per", "prre", "Posst", "pots"})
    CHECK_MESSAGE(in_waves({"pre", "post", wave}).problems.count(survey::ProblemKind::similar_wave) == 1, wave);
  for (const char* wave : {"post2", "mid", "followup", "3", "6 months"})
    CHECK_MESSAGE(in_waves({"pre", "post", wave}).problems.count(survey::ProblemKind::similar_wave) == 0, wave);
}

TEST_CASE("columns of a wide file that may be later waves are asked for") {
  CHECK(
      refusal<InputError>([] { one_file("id,hope_T0,hope_T1,hope_T2\na,1,2,3\n", hope); }) ==
      "survey.csv: which waves are pre and post? There are columns of 'T0', 'T1' and 'T2'; name two: --pre-label LABEL "
      "--post-label LABEL, or wave_names = { pre = \"...\", post = \"...\" } under [input]");
  const auto survey =
      one_file("id,hope_T0,hope_T1,hope_T2\na,1,2,3\n", hope, "wave_names = { pre = \"T0\", post = \"T2\" }");
  CHECK(score_of(survey, "hope", "a") == 1);
  CHECK(score_of(survey, "hope", "a", true) == 3);
  CHECK(score_of(one_file("id,hope_T1,hope_T2,hope_T3\na,1,2,3\n", hope), "hope", "a", true) == 2);
}

TEST_CASE("a wave column of free texts takes no time") {
  std::string text = "id,wave,hope\n";
  for (int i = 0; i < 20'000; ++i) text += "p" + std::to_string(i) + ",some text " + std::to_string(i) + ",1\n";
  CHECK(refusal<InputError>([&] {
          one_file(text, hope, "wave = \"wave\"");
        }).starts_with("survey.csv: which waves are pre and post? The wave column says 'some text 0', "));
}

}  // namespace
