#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "analysis_run.hpp"
#include "close_to.hpp"

namespace {

using namespace ecpr;
using namespace ecpr::testing;
using Notes = std::vector<std::string>;

/// `people` rows of an id and a number that `score` gives.
template <class Score>
std::string scores(int people, Score score, const std::string& column = "hope") {
  std::string text = "id," + column + "\n";
  for (int i = 0; i < people; ++i) text += std::to_string(100 + i) + "," + score(i) + "\n";
  return text;
}

const std::string hope_1_to_5 =
    "[[outcome]]\nname = \"hope\"\ncolumn = \"hope\"\nrange = [1, 5]\nhigher_is = \"better\"\n";

Notes notes_of(const std::string& pre, const std::string& post, const std::string& outcomes) {
  return comparison(analysed(pre, post, outcomes), "hope").notes;
}

/// WHO-5 of `people`, answer by answer; `head` stands above [input].
template <class Before, class After>
analysis::Analysis well_being(int people, Before before, After after, const std::string& head = "") {
  const auto rows = [&](auto answer) {
    std::string text = "id,who5_1,who5_2,who5_3,who5_4,who5_5\n";
    for (int i = 0; i < people; ++i) {
      text += std::to_string(100 + i);
      for (int item = 0; item < 5; ++item) text += "," + std::to_string(answer(i, item));
      text += "\n";
    }
    return text;
  };
  const WorkingFolder folder;
  folder.write("pre.csv", rows(before));
  folder.write("post.csv", rows(after));
  const auto study = study_of(head +
                              "[input]\npre = \"pre.csv\"\npost = \"post.csv\"\nid = \"id\"\n"
                              "[[outcome]]\ninstrument = \"who5\"\nitems = \"who5_{item}\"\n");
  return analysis::analyse(survey::read_survey(study, {}), study);
}

bool has(const Notes& notes, const std::string& note) {
  return std::find(notes.begin(), notes.end(), note) != notes.end();
}

}  // namespace

TEST_CASE("few pairs, and the best score before") {
  const auto pre = [](int i) { return i < 2 ? std::string("5") : std::to_string(1 + i % 4); };
  const auto post = [](int i) { return std::to_string(1 + (i * 3) % 5); };
  CHECK(notes_of(scores(9, pre), scores(9, post), hope_1_to_5) ==
        Notes{"fewer than 10 pairs", "15% or more had the best possible score before (ceiling)"});
  CHECK(notes_of(scores(14, pre), scores(14, post), hope_1_to_5).empty());  // 2 of 14 are 14.3%
  CHECK(notes_of(scores(13, pre), scores(13, post), hope_1_to_5) ==
        Notes{"15% or more had the best possible score before (ceiling)"});  // 2 of 13 are 15.4%
}

TEST_CASE("changes far from normal, and scores that hardly move against each other") {
  const auto before = [](int i) { return std::to_string(i % 7); };
  const auto one_far_off = [](int i) { return std::to_string(i % 7 + i % 2 + (i == 3 ? 90 : 0)); };
  const std::string plain = "[[outcome]]\nname = \"hope\"\ncolumn = \"hope\"\n";
  CHECK(notes_of(scores(20, before), scores(20, one_far_off), plain) ==
        Notes{"changes far from normal (Shapiro-Wilk P below .01, skewness beyond 1 in size)"});
  const std::string correlated =
      "the SD of the changes, by which d_z divides, is less than half that of the scores, by which d_av divides: pre "
      "and "
      "post scores are highly correlated";
  const auto spread = [](int i) { return std::to_string(i * 10); };
  const auto a_little_more = [](int i) { return std::to_string(i * 10 + 1 + i % 3); };
  CHECK(notes_of(scores(20, spread), scores(20, a_little_more), plain) == Notes{correlated});
  const auto up_or_down = [](int i) { return std::to_string(i * 10 + (i % 2 == 0 ? 1 : -1)); };
  const auto results = analysed(scores(20, spread), scores(20, up_or_down), plain);
  CHECK(comparison(results, "hope").notes == Notes{correlated});  // although d_z and d_av are both 0
  CHECK(*comparison(results, "hope").effect_sizes.d_z.estimate == 0);
}

TEST_CASE("questions about a longer time than lies between the waves") {
  const auto before = [](int i, int item) { return (i + item) % 5; };
  const auto after = [](int i, int item) { return (2 * i + item + i / 3) % 5 + 1; };
  const auto notes = [&](const std::string& head) {
    return comparison(well_being(24, before, after, head), "who5").notes;
  };
  const std::string note = "the questions are about the last 14 days, but the waves lie 2 days apart";
  CHECK(has(notes("[study]\ndays_between = 2\n"), note));
  CHECK_FALSE(has(notes("[study]\ndays_between = 14\n"), note));
  CHECK_FALSE(has(notes(""), note));
}

TEST_CASE("a published minimal important change, and who went beyond it") {
  // From 40 of 100 for everybody: every fourth person rises by 20 points, every fourth falls by 20, the others stay.
  const auto before = [](int, int) { return 2; };
  const auto after = [](int i, int) { return i % 4 == 0 ? 3 : i % 4 == 1 ? 1 : 2; };
  const auto results = well_being(20, before, after);
  const auto& change = results.reliable_change.front();
  CHECK(change.minimal_important_change == 10.0);
  CHECK(change.important_change_source == "Topp et al. 2015");
  REQUIRE(change.important);
  CHECK(change.important->improved == 5);
  CHECK(change.important->unchanged == 10);
  CHECK(change.important->deteriorated == 5);
  CHECK(change.counts.reason() == "the sum of the items does not vary");
}

TEST_CASE("an item that goes against the others asks for a forgotten reversal") {
  const auto answer = [](int i, int item) { return item == 3 ? 5 - i % 6 : i % 6; };
  const auto results = well_being(24, answer, answer);
  const auto& notes = comparison(results, "who5").notes;
  CHECK(std::any_of(notes.begin(), notes.end(), [](const std::string& note) {
    return note.starts_with("item 4 (") &&
           note.ends_with(
               ") goes against the other items before (item-rest correlation below 0): a forgotten "
               "reversal?");
  }));
}

TEST_CASE("130 groups of which most have one pair: every row stands, those that cannot be compared are named") {
  const auto rows = [](int wave) {
    std::string text = "id,role,hope\n";
    for (int i = 0; i < 140; ++i)
      text += std::to_string(i) + ",g" + std::to_string(i % 130) + "," +
              std::to_string(wave * ((i + i / 130) % 5) + i % 7) + "\n";
    return text;
  };
  const auto results = analysed(rows(0), rows(1), std::string(hope) + "[group]\ncolumn = \"role\"\n");
  CHECK(results.groups.size() == 130);
  CHECK(results.comparisons.size() == 131);
  CHECK(results.comparison(0, 0).test.n == 2);
  CHECK(results.comparison(0, 20).test.p.reason() == "fewer than 2 pairs");
  CHECK(results.comparison(0, {}).test.p.has_value());
  const auto& test = results.group_differences.front().test;
  CHECK(test.groups.size() == 10);
  CHECK(test.left_out.size() == 120);
  CHECK(test.change.fisher.p.has_value());
}
