#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "ecpr/study/outcome.hpp"
#include "survey_run.hpp"

namespace {

using namespace ecpr;
using namespace ecpr::testing;
using study::Study;
using Texts = std::vector<std::string>;

const std::string head = "[input]\nfile = \"survey.csv\"\n";

TEST_CASE("a ready score and a single item") {
  const Study study =
      study_of(head +
               "[[outcome]]\nname = \"listening\"\ncolumn = \"aels_total\"\nrange = [0, 100]\nhigher_is = "
               "\"better\"\n[[outcome]]\nname = \"NA\"\nlabel = \"Item\"\npre = \"x1\"\npost = \"x2\"\n"
               "single_item = true\n[[outcome]]\nname = \"na\"\ncolumn = \"y\"\n[outcome.answers]\n\"Yes\" "
               "= 1\n\"No\" = 0\n");
  REQUIRE(study.outcomes.size() == 3);
  CHECK(study.outcomes[0].pre.names == Texts{"aels_total"});
  CHECK(study.outcomes[0].range->upper == 100);
  CHECK(study.outcomes[0].direction == instruments::Direction::higher_is_better);
  CHECK_FALSE(study.outcomes[0].scored);
  CHECK_FALSE(study.outcomes[0].separate_waves);
  CHECK(study.outcomes[1].single_item);
  CHECK(study.outcomes[1].separate_waves);
  CHECK(study.outcomes[1].pre.names == Texts{"x1"});
  CHECK(study.outcomes[1].post.names == Texts{"x2"});
  CHECK(study.outcomes[2].labels.size() == 2);
}

TEST_CASE("measures and characteristics") {
  const Study study = study_of(
      head +
      "[[measure]]\nname = \"fidelity\"\nlabel = \"Fidelity of delivery\"\nwave = \"pre\"\nfile = \"f.csv\"\ncolumns = "
      "[\"f1\", \"f2\"]\nreversed = [\"f2\"]\nrange = [1, 5]\nscore = \"sum\"\nminimum_answered = \"50%\"\nmark = 4\n"
      "[[measure]]\nname = \"satisfaction\"\ncolumn = \"s\"\nrange = [1, 5]\n"
      "[[characteristic]]\ncolumn = \"age\"\n[[characteristic]]\ncolumn = \"sex\"\nlabel = \"Gender\"\nkind = "
      "\"category\"\n[[characteristic]]\ncolumn = \"years\"\nkind = \"number\"\n");
  REQUIRE(study.measures.size() == 2);
  CHECK(study.measures[0].label == "Fidelity of delivery");
  CHECK_FALSE(study.measures[0].post);
  CHECK(study.measures[0].file == "f.csv");
  CHECK(study.measures[0].reversed == Texts{"f2"});
  CHECK_FALSE(study.measures[0].mean);
  CHECK(study.measures[0].minimum_answered == 1);
  CHECK(study.measures[0].mark == 4.0);
  CHECK(study.measures[1].post);
  CHECK(study.measures[1].mean);
  CHECK(study.measures[1].columns == Texts{"s"});
  using Kind = study::Characteristic::Kind;
  REQUIRE(study.characteristics.size() == 3);
  CHECK(study.characteristics[0].label == "age");
  CHECK(study.characteristics[0].kind == Kind::automatic);
  CHECK(study.characteristics[1].label == "Gender");
  CHECK(study.characteristics[1].kind == Kind::category);
  CHECK(study.characteristics[2].kind == Kind::number);
}

TEST_CASE("the choices of the analysis, and what they are when unsaid") {
  const Study study =
      study_of(head +
               "[analysis]\nconfidence = 0.9\nalpha = 0.01\nadjust = \"bh\"\neffect_size = [\"g_av\", "
               "\"d_rm\"]\nd_av_ci = \"bonett\"\nbootstrap = 2000\nseed = 7\nequivalence = { d_z = 0.3 }\n"
               "min_cell = 5\nstyle = \"apa\"\n");
  CHECK(study.choices.confidence == 0.9);
  CHECK(study.choices.alpha == 0.01);
  CHECK(study.choices.adjust == Adjustment::benjamini_hochberg);
  CHECK(study.choices.effect_sizes == Texts{"g_av", "d_rm"});
  CHECK(study.choices.average_interval == AverageInterval::bonett);
  CHECK(study.choices.bootstrap == 2000);
  CHECK(study.choices.seed == 7);
  CHECK(study.choices.equivalence->lower == -0.3);
  CHECK(study.choices.equivalence->upper == 0.3);
  CHECK(study.choices.equivalence->unit == BoundUnit::d_z);
  CHECK(study.choices.min_cell == 5);
  CHECK(study.choices.style == NumberForm::apa);
  const Study plain = study_of(head);
  CHECK(plain.choices.confidence == 0.95);
  CHECK(plain.choices.alpha == 0.05);
  CHECK(plain.choices.adjust == Adjustment::holm);
  CHECK(plain.choices.effect_sizes == Texts{"d_z"});
  CHECK(plain.choices.average_interval == AverageInterval::algina_keselman);
  CHECK(plain.choices.bootstrap == 0);
  CHECK_FALSE(plain.choices.equivalence);
  CHECK(plain.choices.min_cell == 0);
  CHECK(plain.choices.style == NumberForm::jmir);
  const auto adjusted = [](const std::string& word) {
    return study_of(head + "[analysis]\nadjust = \"" + word + "\"\n").choices.adjust;
  };
  CHECK(adjusted("holm") == Adjustment::holm);
  CHECK(adjusted("bonferroni") == Adjustment::bonferroni);
  CHECK(adjusted("none") == Adjustment::none);
  const Study raw = study_of(head + "[analysis]\nequivalence = { raw = 2 }\neffect_size = \"d_z\"\n");
  CHECK(raw.choices.equivalence->upper == 2);
  CHECK(raw.choices.equivalence->unit == BoundUnit::raw);
}

TEST_CASE("outcomes by flags") {
  const auto instrument = study::instrument_outcome("ucla3=lonely_{item}_{wave}");
  CHECK(instrument.name == "ucla3");
  CHECK(instrument.pre.pattern == "lonely_{item}_{wave}");
  CHECK(study::instrument_outcome("ucla3").pre.names.empty());
  const auto score = study::score_outcome("hope=h");
  CHECK(score.name == "hope");
  CHECK(score.pre.names == Texts{"h"});
  CHECK_FALSE(score.separate_waves);
  const auto apart = study::score_outcome("hope=h1:h2");
  CHECK(apart.pre.names == Texts{"h1"});
  CHECK(apart.post.names == Texts{"h2"});
  CHECK(apart.separate_waves);
  const auto refused = [](auto outcome, const char* flag) { return refusal<UsageError>([&] { outcome(flag); }); };
  const std::string form = ": write it as NAME=COLUMN or NAME=PRE:POST";
  for (const std::string flag : {"hope", "=h", "hope=", "hope=:h", "hope=h:"})
    CHECK(refused(study::score_outcome, flag.c_str()) == "--outcome " + flag + form);
  CHECK(refused(study::instrument_outcome, "ucla3=x") ==
        "--instrument ucla3=x: the pattern should hold {item} where the item number stands, such as ucla3=q_{item}");
  CHECK(refused(study::instrument_outcome, "ucla33") ==
        "unknown instrument 'ucla33'; did you mean 'ucla3'? ecpr instruments list shows all");
}

TEST_CASE("flags for codings count before the study file's") {
  Study study = study::parse_study(head + "[[outcome]]\ninstrument = \"ucla3\"\ncoding = \"often-first\"\n", "s", "");
  study.codings["ucla3"] = "hardly-ever-first";
  study::complete(study);
  CHECK(study.outcomes[0].questionnaire.coding == "hardly-ever-first");
}

TEST_CASE("what contradicts itself is refused, whoever said it") {
  const auto refused = [](Study study) { return refusal<UsageError>([&] { study::complete(study); }); };
  Study two;
  two.input.pre = two.input.post = study::Source{};
  two.input.wave_column = "wave";
  CHECK(refused(two) == "--wave tells two waves in one file apart; --pre and --post name two files");
  Study twice;
  twice.outcomes = {study::score_outcome("hope=a"), study::score_outcome("hope=b")};
  CHECK(refused(twice) == "two outcomes are called 'hope'; give one of them another name");
  Study nested;
  nested.outcomes = {study::instrument_outcome("panas20"), study::score_outcome("panas20.positive=b")};
  CHECK(refused(nested) == "two outcomes are called 'panas20.positive'; give one of them another name");
}

}  // namespace
