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

Study parsed(const std::string& text, const std::string& folder = "") {
  return study::parse_study(text, "study.toml", folder);
}

TEST_CASE("the title and the days between the waves") {
  const Study study = parsed("[study]\ntitle = \"Autumn\"\ndays_between = 2.5\n" + head);
  CHECK(study.title == "Autumn");
  CHECK(study.days_between == 2.5);
  CHECK(parsed(head).title.empty());
  CHECK_FALSE(parsed(head).days_between);
}

TEST_CASE("two files, each its own ways, paths relative to the study file") {
  const Study study = parsed(
      "[input]\npre = { file = \"a.csv\", id = \"Q1\", group = \"Q2\", platform = \"qualtrics\", delimiter = \";\", "
      "decimal "
      "= \",\", encoding = \"windows-1252\" }\npost = \"../b.csv\"\nid = \"code\"\ndelimiter = \"tab\"\nencoding = "
      "\"utf-8\"\nplatform = \"plain\"\ndecimal = \".\"\n",
      "some/where");
  CHECK(study.input.two_files());
  CHECK_FALSE(study.input.file);
  const study::Source& pre = *study.input.pre;
  CHECK(pre.path == "some/where/a.csv");
  CHECK(pre.name == "a.csv");
  CHECK(pre.id == "Q1");
  CHECK(pre.group == "Q2");
  CHECK(pre.platform == "qualtrics");
  CHECK(pre.delimiter == ';');
  CHECK(pre.decimal == ',');
  CHECK(pre.encoding == "windows-1252");
  const study::Source& post = *study.input.post;
  CHECK(post.path == "some/b.csv");
  CHECK_FALSE(post.id);
  CHECK_FALSE(post.group);
  CHECK(post.platform == "plain");
  CHECK(post.delimiter == '\t');
  CHECK(post.decimal == '.');
  CHECK(post.encoding == "utf-8");
  CHECK(study.input.id == "code");
}

TEST_CASE("one file: long, wide, or standard input") {
  const Study wide = parsed(head + "columns = \"{wave}.{column}\"\nwave_names = { pre = \"A\", post = 2 }\n", "/abs");
  CHECK(wide.input.file->path == "/abs/survey.csv");
  CHECK(wide.input.column_pattern == "{wave}.{column}");
  CHECK(wide.input.wave_names->pre == "A");
  CHECK(wide.input.wave_names->post == "2");
  const Study long_file = parsed(head + "wave = { column = \"event\", pre = \"before\", post = \"after\" }\n");
  CHECK(long_file.input.wave_column == "event");
  CHECK(long_file.input.wave_names->post == "after");
  CHECK(parsed(head + "wave = \"event\"\n").input.wave_column == "event");
  CHECK(parsed(head + "wave = { column = \"event\" }\n").input.wave_column == "event");
  CHECK(parsed("[input]\nfile = \"-\"\n", "/abs").input.file->path == "-");
  CHECK(parsed("[input]\nfile = \"/data/x.csv\"\n", "/abs").input.file->path == "/data/x.csv");
}

TEST_CASE("the rest of the input") {
  const Study study = parsed(head +
                                 "missing = [\"-99\", -9, 99.0, 0.5]\ncluster = \"session\"\nduplicates = "
                                 "\"most-complete\"\nmatch = \"folded\"\nrepairs = \"r.csv\"\nexclude = \"e.csv\"\n",
                             "at");
  CHECK(study.input.missing == Texts{"-99", "-9", "99", "0.5"});
  CHECK(study.input.cluster == "session");
  CHECK(study.input.duplicates == study::Duplicates::most_complete);
  CHECK(study.input.match == study::Match::folded);
  CHECK(study.input.repairs == "at/r.csv");
  CHECK(study.input.exclude == "at/e.csv");
  CHECK(parsed(head).input.duplicates == study::Duplicates::refuse);
  CHECK(parsed(head + "duplicates = \"first\"\n").input.duplicates == study::Duplicates::first);
  CHECK(parsed(head + "duplicates = \"last\"\n").input.duplicates == study::Duplicates::last);
  CHECK(parsed(head + "duplicates = \"error\"\n").input.duplicates == study::Duplicates::refuse);
  CHECK(parsed(head).input.match == study::Match::trimmed);
  CHECK(parsed(head + "match = \"trimmed\"\n").input.match == study::Match::trimmed);
  CHECK(parsed(head + "match = \"bytes\"\n").input.match == study::Match::bytes);
  CHECK(parsed(head + "missing = \"none\"\n").input.missing == Texts{"none"});
}

TEST_CASE("groups, their values and their order") {
  const Study study =
      parsed(head +
             "[group]\ncolumn = \"role\"\norder = [\"B\"]\n[[group.level]]\nlabel = \"A\"\nvalues = [\"a\", "
             "1]\n[[group.level]]\nlabel = \"B\"\n");
  CHECK(study.grouping.column == "role");
  CHECK_FALSE(study.grouping.guess);
  CHECK(study.grouping.order == Texts{"B"});
  REQUIRE(study.grouping.levels.size() == 2);
  CHECK(study.grouping.levels[0].label == "A");
  CHECK(study.grouping.levels[0].values == Texts{"a", "1"});
  CHECK(study.grouping.levels[1].values == Texts{"B"});
  CHECK_FALSE(parsed(head).grouping.column);
}

TEST_CASE("an instrument as an outcome") {
  const Study study =
      study_of(head +
               "[[outcome]]\ninstrument = \"ucla3\"\nname = \"lonely\"\nlabel = \"Loneliness, 3 "
               "items\"\nitems = \"l{item}\"\ncoding = \"often-first\"\nreliability = 0.8\nminimum_answered "
               "= \"60%\"\n[outcome.answers]\n\"Never\" = 3\n");
  const study::Outcome& outcome = study.outcomes[0];
  CHECK(outcome.name == "lonely");
  CHECK(outcome.label == "Loneliness, 3 items");
  CHECK(outcome.questionnaire.label == outcome.label);
  CHECK(outcome.questionnaire.scales[0].label == outcome.label);
  CHECK(outcome.questionnaire.scales[0].minimum_answered == 2);
  CHECK(outcome.questionnaire.scales[0].rule_source.empty());
  CHECK(outcome.questionnaire.coding == "often-first");
  CHECK_FALSE(outcome.questionnaire.coding_assumed);
  CHECK(outcome.pre.pattern == "l{item}");
  CHECK(outcome.post.pattern == "l{item}");
  CHECK(outcome.reliability == 0.8);
  CHECK(outcome.labels[0].text == "Never");
  CHECK(outcome.labels[0].answer == 3);
  CHECK(outcome.line == 3);
  CHECK_FALSE(outcome.single_item);
  const Study ordered = study_of(head + "[[outcome]]\ninstrument = \"scsr20\"\norder = \"B\"\n");
  CHECK(ordered.outcomes[0].name == "scsr20");
  CHECK(ordered.outcomes[0].questionnaire.order == "B");
}

TEST_CASE("a scale of one's own as an outcome") {
  const Study study =
      study_of(head +
               "[[outcome]]\nname = \"SAI\"\nlabel = \"State anxiety\"\ncolumns = { pre = [\"a\", \"b\", "
               "\"c\"], post = [\"x\", \"y\", \"z\"] }\nreversed = [\"c\", \"a\"]\nrange = [1, 4]\nscore = "
               "\"sum\"\nminimum_answered = 2\nhigher_is = \"worse\"\n");
  const study::Outcome& outcome = study.outcomes[0];
  const auto& form = outcome.questionnaire;
  const auto& scale = form.scales[0];
  CHECK(form.items.size() == 3);
  CHECK(form.lowest == 1);
  CHECK(form.highest == 4);
  CHECK(form.whole);
  CHECK_FALSE(form.published);
  CHECK(scale.reversed == std::vector<std::size_t>{0, 2});
  CHECK(scale.aggregate == instruments::Aggregate::sum);
  CHECK(scale.minimum_answered == 2);
  CHECK(scale.direction == instruments::Direction::lower_is_better);
  CHECK(scale.lowest == 3);
  CHECK(scale.highest == 12);
  CHECK(outcome.separate_waves);
  CHECK(outcome.post.names == Texts{"x", "y", "z"});
  const Study plain = study_of(head + "[[outcome]]\nname = \"v\"\ncolumns = [\"a\"]\nrange = [0, 10]\nwhole = false\n");
  CHECK_FALSE(plain.outcomes[0].questionnaire.whole);
  CHECK(plain.outcomes[0].questionnaire.scales[0].aggregate == instruments::Aggregate::mean);
  CHECK(plain.outcomes[0].questionnaire.scales[0].minimum_answered == 1);
  CHECK(plain.outcomes[0].questionnaire.scales[0].direction == instruments::Direction::neutral);
}

TEST_CASE("the 80% rule rounds up") {
  for (std::size_t items = 1; items <= 40; ++items) {
    study::OwnScale scale;
    scale.range = {1, 4};
    scale.items.assign(items, "x");
    const std::size_t minimum = study::own_scale(scale).scales[0].minimum_answered;
    CHECK(minimum * 10 >= items * 8);
    CHECK((minimum - 1) * 10 < items * 8);
    CHECK(study::MinimumAnswered{80, true}.of(items) == minimum);
  }
}

}  // namespace
