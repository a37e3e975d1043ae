// What the two waves of an outcome must have in common to be compared.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <string>
#include <vector>

#include "ecpr/base/error.hpp"
#include "survey_run.hpp"

namespace {

using namespace ecpr;
using namespace ecpr::testing;
using Sentences = std::vector<std::string>;
using survey::ProblemKind;

const std::string header = "id,w1,w2,w3,w4\n";

/// A row for each of `people`, with the cells that `cells` gives for the number of the person.
template <class Cells>
std::string rows(int people, Cells cells) {
  std::string text = header;
  for (int i = 0; i < people; ++i) text += "p" + std::to_string(i) + "," + cells(i) + "\n";
  return text;
}

/// Four items whose answers go round from `lowest` to `highest`.
std::string round_of(int people, int lowest, int highest) {
  return rows(people, [&](int i) {
    std::string cells;
    for (int item = 0; item < 4; ++item)
      cells += (item > 0 ? "," : "") + std::to_string(lowest + (i + 2 * item) % (highest - lowest + 1));
    return cells;
  });
}

std::string scale(const std::string& range, const std::string& more = "") {
  return "[[outcome]]\nname = \"calm\"\nlabel = \"Calm\"\ncolumns = [\"w1\", \"w2\", \"w3\", \"w4\"]\nrange = " +
         range + "\nscore = \"sum\"\nminimum_answered = 3\n" + more;
}

const std::string five = "[1, 5]";

survey::Survey read(const std::string& pre, const std::string& post, const std::string& outcome) {
  return two_files(pre, post, outcome);
}

const std::string all_answered = rows(6, [](int i) { return std::to_string(1 + i % 5) + ",2,3,4"; });
const std::string fourth_empty = rows(6, [](int i) { return std::to_string(1 + i % 5) + ",2,3,"; });
const std::string remedy_of_items =
    "name the column with its answers, if there is one (columns under [[outcome]]); if it was not asked in a wave: "
    "items_of_all_waves = true under its [[outcome]] scores both waves from the items that both have";

TEST_CASE("an item that nobody answered in a wave: no score is made of other items than in the other wave") {
  const auto survey = read(all_answered, fourth_empty, scale(five));
  CHECK(sentences(survey) ==
        Sentences{
            "post.csv:1: Calm: nobody answered 'w4' after, though 6 people did before; what needs it is not scored, "
            "as no score is made of other items in one wave than in the other"});
  CHECK(remedy(survey, survey.problems.kept()[0]) == remedy_of_items);
  CHECK(
      outcome_named(survey, "calm").unscored ==
      "nobody answered 'w4' after; items_of_all_waves = true under its [[outcome]] scores it from the items that both "
      "waves have");
  CHECK(std::isnan(score_of(survey, "calm", "p0")));
  CHECK(survey.products.empty());
  CHECK(
      sentences(read(fourth_empty, all_answered, scale(five))) ==
      Sentences{"pre.csv:1: Calm: nobody answered 'w4' before, though 6 people did after; what needs it is not scored, "
                "as no score is made of other items in one wave than in the other"});
  CHECK(sentences(read(fourth_empty, fourth_empty, scale(five))) ==
        Sentences{"post.csv:1: Calm: nobody answered 'w4' before or after; what needs it is not scored, as no score is "
                  "made of other items in one wave than in the other"});
  const auto first_empty = rows(6, [](int) { return ",2,3,4"; });
  CHECK(outcome_named(read(first_empty, fourth_empty, scale(five)), "calm")
            .unscored.starts_with("nobody answered 'w1' before, nor 'w4' after;"));
}

TEST_CASE("items_of_all_waves: both waves from the items that both have, as if there were no others") {
  const auto survey = read(all_answered, fourth_empty, scale(five, "items_of_all_waves = true\nreversed = [\"w1\"]\n"));
  CHECK(survey.problems.total() == 0);
  CHECK(score_of(survey, "calm", "p0") == 5 + 2 + 3);
  CHECK(score_of(survey, "calm", "p0", true) == 5 + 2 + 3);
  CHECK(outcome_named(survey, "calm").pre.prorated[0] == 0);
  CHECK(outcome_named(survey, "calm").notes ==
        Sentences{"scored from 3 of its 4 items in both waves, as nobody answered 'w4' after"});
  const auto& of_scale = survey.sources[0].questionnaire.scales[0];
  CHECK(of_scale.lowest == 3);
  CHECK(of_scale.highest == 15);
  CHECK(of_scale.minimum_answered == 3);
  const auto nothing_left = read(rows(6, [](int) { return ",2,,4"; }), rows(6, [](int) { return "1,,3,"; }),
                                 scale(five, "items_of_all_waves = true\n"));
  CHECK(outcome_named(nothing_left, "calm").unscored ==
        "nobody answered 'w1' or 'w3' before, nor 'w2' or 'w4' after; no item is left that both waves have");
  CHECK(refusal<DefinitionError>([] {
          study_of("[input]\nfile = \"a.csv\"\n[[outcome]]\nname = \"x\"\ncolumn = \"x\"\nitems_of_all_waves = true\n");
        }) == "study.toml:6: 'items_of_all_waves' is for an outcome of several items");
}

TEST_CASE("an item that nobody answered: the subscale without it is scored") {
  std::string pre = "id", post;
  for (int item = 1; item <= 20; ++item) pre += ",panas20_" + std::to_string(item);
  pre += "\n";
  post = pre;
  for (int i = 0; i < 5; ++i) {
    pre += "p" + std::to_string(i), post += "p" + std::to_string(i);
    for (int item = 1; item <= 20; ++item) pre += ",3", post += item == 20 ? "," : ",3";
    pre += "\n", post += "\n";
  }
  const auto survey = two_files(pre, post, "[[outcome]]\ninstrument = \"panas20\"\n");
  CHECK(outcome_named(survey, "panas20.positive").unscored.empty());
  CHECK(score_of(survey, "panas20.positive", "p0", true) == 30);
  CHECK(outcome_named(survey, "panas20.negative").unscored.starts_with("nobody answered 'panas20_20' after;"));
  CHECK(survey.problems.count(ProblemKind::unanswered_item) == 1);
}

TEST_CASE("three people who skip an item are no evidence; whole outcomes without answers are named") {
  const auto few = [](const std::string& fourth) { return rows(3, [&](int) { return "1,2,3," + fourth; }); };
  CHECK(read(few("4"), few(""), scale(five)).problems.total() == 0);
  const std::string other = "[[outcome]]\nname = \"hope\"\ncolumn = \"w1\"\n";
  const auto empty = rows(6, [](int) { return "1,,,"; });
  const std::string three =
      "[[outcome]]\nname = \"calm\"\nlabel = \"Calm\"\ncolumns = [\"w2\", \"w3\"]\nrange = [1, 5]\n";
  const auto survey = read(all_answered, empty, other + three);
  CHECK(
      sentences(survey) ==
      Sentences{"post.csv:1: Calm: nobody answered it after, though 6 people did before; there is nothing to compare"});
  CHECK(remedy(survey, survey.problems.kept()[0]) ==
        "name the columns with its answers (columns or column under [[outcome]]), or take the [[outcome]] out");
}

TEST_CASE("an item without an answer that can be used is not called unanswered") {
  const auto unread = rows(6, [](int i) { return std::to_string(1 + i % 5) + ",2,3,often"; });
  const auto survey = read(all_answered, unread, scale(five));
  CHECK(survey.problems.count(ProblemKind::unanswered_item) == 1);
  CHECK(sentences(survey).back().starts_with("post.csv:1: Calm: nobody gave an answer that can be used to 'w4' after"));
  const auto all_unread = rows(6, [](int) { return "x,x,x,x"; });
  CHECK(read(all_answered, all_unread, scale(five)).problems.count(ProblemKind::unanswered_item) == 0);
}

TEST_CASE("an item that hardly anybody answered in one wave: a caution") {
  const auto survey = read(rows(20, [](int) { return "1,2,3,4"; }),
                           rows(20, [](int i) { return std::string("1,2,3,") + (i < 2 ? "4" : ""); }), scale(five));
  CHECK(survey.problems.total() == 0);
  CHECK(
      outcome_named(survey, "calm").notes ==
      Sentences{"only 2 of 20 people answered 'w4' after, but 20 of 20 before: hardly one set of items in both waves"});
  const auto three = read(rows(20, [](int) { return "1,2,3,4"; }),
                          rows(20, [](int i) { return std::string("1,2,3,") + (i < 3 ? "4" : ""); }), scale(five));
  CHECK(outcome_named(three, "calm").notes.empty());
}

TEST_CASE("codes that do not meet are another form, with the line that recodes one wave") {
  const auto survey = read(round_of(6, 1, 5), round_of(6, 21, 25), scale("[1, 25]"));
  CHECK(sentences(survey) ==
        Sentences{
            "post.csv:1: Calm: the answers run from 1 to 5 before (24 answers) and from 21 to 25 after (24 answers); "
            "no answer of one wave is among those of the other: this does not look like one form"});
  CHECK(
      remedy(survey, survey.problems.kept()[0]) ==
      "if one wave numbers the same answers otherwise: recode = { post = { 21 = 1, 22 = 2, 23 = 3, 24 = 4, 25 = 5 } } "
      "under its [[outcome]], with the range of the other wave; if both waves had the same form: same_form = true "
      "under "
      "its [[outcome]] (--same-form \"calm\")");
  CHECK(
      outcome_named(survey, "calm").unscored ==
      "the answers run from 1 to 5 before (24 answers) and from 21 to 25 after (24 answers), which does not look like "
      "one form; recode = { post = { 21 = 1, 22 = 2, 23 = 3, 24 = 4, 25 = 5 } } under its [[outcome]] recodes one "
      "wave, "
      "same_form = true under its [[outcome]] (--same-form \"calm\") says that it is");
  CHECK(std::isnan(score_of(survey, "calm", "p0")));
  CHECK(score_of(read(round_of(6, 1, 5), round_of(6, 21, 25), scale("[1, 25]", "same_form = true\n")), "calm", "p0") >
        0);
  const auto recoded = read(round_of(6, 1, 5), round_of(6, 21, 25),
                            scale(five, "recode = { post = { 21 = 1, 22 = 2, 23 = 3, 24 = 4, 25 = 5 } }\n"));
  CHECK(recoded.problems.total() == 0);
  CHECK(score_of(recoded, "calm", "p3") == score_of(recoded, "calm", "p3", true));
  // One slip far outside neither makes codes meet nor speaks against them.
  CHECK(read(round_of(20, 1, 5) + "x,44,1,2,3\n", round_of(20, 21, 25), scale("[1, 44]"))
            .problems.count(ProblemKind::different_forms) == 1);
  CHECK(read(round_of(20, 1, 5) + "x,44,1,2,3\n", round_of(20, 1, 5), scale("[1, 44]")).problems.total() == 0);
}

TEST_CASE("ranges that differ are another form where all items show it") {
  const auto wider = read(round_of(14, 1, 5), round_of(14, 1, 7), scale("[1, 7]"));
  CHECK(
      sentences(wider) ==
      Sentences{"post.csv:1: Calm: the answers run from 1 to 5 before (56 answers) and from 1 to 7 after (56 answers); "
                "29% of those after lie beyond all those before: this does not look like one form"});
  CHECK(remedy(wider, wider.problems.kept()[0]) ==
        "see what each form asked for; if both waves had the same form: same_form = true under its [[outcome]] "
        "(--same-form \"calm\")");
  const auto shifted = read(round_of(20, 1, 5), round_of(20, 0, 4), scale("[0, 5]"));
  CHECK(
      sentences(shifted) ==
      Sentences{"post.csv:1: Calm: the answers run from 1 to 5 before (80 answers) and from 0 to 4 after (80 answers); "
                "20% of those before lie beyond all those after and 20% of those after lie beyond all those before: "
                "this does not look like one form"});
  CHECK(remedy(shifted, shifted.problems.kept()[0])
            .starts_with(
                "if one wave numbers the same answers otherwise: recode = { post = { 0 = 1, 1 = 2, 2 = 3, 3 = 4, "
                "4 = 5 } } under its [[outcome]]"));
}

/// Items w1 to w4 as outcomes of their own, called `stem` and a number.
std::string single_items(const std::string& stem, int count = 4) {
  std::string text;
  for (int i = 1; i <= count; ++i)
    text += fmt::format("[[outcome]]\nname = \"{0}{1}\"\ncolumn = \"w{1}\"\nsingle_item = true\n", stem, i);
  return text;
}

TEST_CASE("single items that are named alike show together what one alone cannot") {
  const auto wider = two_files(round_of(8, 1, 5), round_of(8, 1, 7), single_items("mood"));
  CHECK(wider.problems.count(ProblemKind::different_forms) == 4);
  CHECK(
      sentences(wider)[0] ==
      "post.csv:1: mood1: the answers to it and 3 items named alike run from 1 to 5 before (32 answers) and from 1 to "
      "7 after (32 answers); 28% of those after lie beyond all those before: this does not look like one form");
  CHECK(std::isnan(score_of(wider, "mood1", "p0")));
  CHECK(two_files(round_of(8, 1, 5), round_of(8, 1, 5), single_items("mood")).problems.total() == 0);
  // Two are too few to tell, and items that are not named alike have nothing to do with each other.
  CHECK(two_files(round_of(8, 1, 5), round_of(8, 1, 7), single_items("mood", 2)).problems.total() == 0);
  const auto apart = two_files(round_of(8, 1, 5), round_of(8, 1, 7),
                               "[[outcome]]\nname = \"a\"\ncolumn = \"w1\"\nsingle_item = true\n"
                               "[[outcome]]\nname = \"b\"\ncolumn = \"w2\"\nsingle_item = true\n"
                               "[[outcome]]\nname = \"c\"\ncolumn = \"w3\"\nsingle_item = true\n");
  CHECK(apart.problems.total() == 0);
}

TEST_CASE("true changes and small samples are no other form") {
  const auto forms = [](const std::string& pre, const std::string& post, const std::string& range) {
    return read(pre, post, scale(range)).problems.count(ProblemKind::different_forms);
  };
  CHECK(forms(round_of(4, 1, 5), round_of(4, 1, 7), "[1, 7]") == 0);  // 16 answers
  CHECK(forms(round_of(2, 1, 5), round_of(2, 21, 25), "[1, 25]") == 0);
  // Nobody was at the top before, some are after: from mostly 1 to mostly 2 of 0 to 3.
  const auto before = rows(12, [](int i) { return std::string(i % 3 == 0 ? "0,1,1,2" : "1,1,0,1"); });
  const auto after = rows(12, [](int i) { return std::string(i % 3 == 0 ? "2,2,3,3" : "2,1,2,2"); });
  CHECK(forms(before, after, "[0, 3]") == 0);
  CHECK(forms(after, before, "[0, 3]") == 0);
  // From all "no" to all "yes", and from 1 and 2 to 4 and 5.
  CHECK(forms(rows(12, [](int) { return "0,0,0,0"; }), rows(12, [](int) { return "1,1,1,1"; }), "[0, 1]") == 0);
  CHECK(forms(rows(12, [](int) { return "1,2,1,2"; }), rows(12, [](int) { return "4,5,4,5"; }), "[1, 5]") == 0);
}

TEST_CASE("ready scores of two forms are a problem, and computed") {
  const auto survey =
      two_files(round_of(12, 1, 5), round_of(12, 21, 25), "[[outcome]]\nname = \"w\"\ncolumn = \"w1\"\n");
  CHECK(survey.problems.count(ProblemKind::different_forms) == 1);
  CHECK(outcome_named(survey, "w").unscored.empty());
  CHECK(score_of(survey, "w", "p0", true) == 21);
  const auto tens = two_files(round_of(12, 1, 5), round_of(12, 11, 15), "[[outcome]]\nname = \"w\"\ncolumn = \"w1\"\n");
  CHECK(tens.problems.count(ProblemKind::different_forms) == 1);
  const auto scores = two_files("id,s\na,20\nb,21\nc,22\nd,25\ne,15\nf,18\ng,19\nh,17\ni,16\nj,24\n",
                                "id,s\na,2\nb,9\nc,3\nd,4\ne,5\nf,6\ng,7\nh,8\ni,9\nj,4\n",
                                "[[outcome]]\nname = \"s\"\ncolumn = \"s\"\n");
  CHECK(scores.problems.total() == 0);
}

TEST_CASE("--same-form names outcomes that are there") {
  const WorkingFolder folder;
  folder.write("pre.csv", round_of(6, 1, 5));
  folder.write("post.csv", round_of(6, 21, 25));
  auto study = study_of("[input]\npre = \"pre.csv\"\npost = \"post.csv\"\nid = \"id\"\n" + scale("[1, 25]"));
  study.same_form = {"calm"};
  CHECK(survey::read_survey(study, {}).problems.total() == 0);
  study.same_form = {"clam"};
  CHECK(refusal<UsageError>([&] { survey::read_survey(study, {}); }) ==
        "--same-form clam: no outcome has that name; did you mean 'calm'?");
  study.same_form = {"happiness"};
  CHECK(refusal<UsageError>([&] { survey::read_survey(study, {}); }) ==
        "--same-form happiness: no outcome has that name; there is calm");
}

TEST_CASE("recoding acts on one wave in every shape, before codings and ranges") {
  const std::string outcome =
      "[[outcome]]\nname = \"calm\"\ncolumns = [\"q\"]\nrange = [1, 3]\nrecode = { post = { 1 = 3, 3 = 1, 9 = 2 } }\n";
  const auto long_form = one_file("id,wave,q\na,T1,1\na,T2,1\nb,T1,3\nb,t2,9\n", outcome,
                                  "wave = { column = \"wave\", pre = \"T1\", post = \"T2\" }\n");
  CHECK(long_form.problems.total() == 0);
  CHECK(score_of(long_form, "calm", "a") == 1);
  CHECK(score_of(long_form, "calm", "a", true) == 3);
  CHECK(score_of(long_form, "calm", "b", true) == 2);
  const auto wide = one_file("id,q_pre,q_post\na,1,1\nb,3,9\n", outcome);
  CHECK(score_of(wide, "calm", "a") == 1);
  CHECK(score_of(wide, "calm", "a", true) == 3);
  CHECK(score_of(wide, "calm", "b", true) == 2);
  CHECK(refusal<UsageError>([&] { one_file("id,wave,q\na,pre,1\na,post,1\n", outcome); }) ==
        "'recode' of outcome 'calm' needs the names of the waves: wave = { column = \"...\", pre = \"...\", post = "
        "\"...\" } under [input], or --pre-label and --post-label");
  const auto instrument = two_files(
      "id,who5_1,who5_2,who5_3,who5_4,who5_5\na,6,5,4,3,2\n", "id,who5_1,who5_2,who5_3,who5_4,who5_5\na,5,4,3,2,1\n",
      "[[outcome]]\ninstrument = \"who5\"\ncoding = \"from-0\"\nrecode = { pre = { 6 = 5, 5 "
      "= 4, 4 = 3, 3 = 2, 2 = 1, 1 = 0 } }\n");
  CHECK(score_of(instrument, "who5", "a") == score_of(instrument, "who5", "a", true));
  CHECK(
      refusal<DefinitionError>([] {
        study_of(
            "[input]\nfile = \"a.csv\"\n[[outcome]]\nname = \"x\"\ncolumn = \"x\"\nrecode = { pre = { often = 1 } }\n");
      }) == "study.toml:6: [outcome.recode.pre] takes numbers, such as 21 = 1, not 'often'");
}

TEST_CASE("no outcome, and none to be looked for") {
  const WorkingFolder folder;
  folder.write("s.csv", "id,wave,ucla3_1,ucla3_2,ucla3_3\na,pre,1,2,3\na,post,1,2,3\n");
  CHECK(refusal<InputError>([] { survey_of("[study]\nfind_instruments = false\n[input]\nfile = \"s.csv\"\n"); }) ==
        "no outcome is named: every [[outcome]] waits behind a #, or there is none, and find_instruments = false under "
        "[study] keeps built-in instruments from being looked for; take the # away from what is decided");
}

}  // namespace
