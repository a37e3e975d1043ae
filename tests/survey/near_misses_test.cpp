#include <doctest/doctest.h>

#include <chrono>

#include "survey_run.hpp"

using namespace ecpr;
using namespace ecpr::testing;
using survey::Likeness;

namespace {

using Texts = std::vector<std::string>;

std::string file_of(const Texts& ids) {
  std::string text = "id,hope\n";
  for (const auto& id : ids) text += id + ",1\n";
  return text;
}

/// "p002~P002" per near miss of people who answered before only and after only.
Texts near_misses(const Texts& pre, const Texts& post, std::string_view input = "id = \"id\"") {
  const auto survey = two_files(file_of(pre), file_of(post), hope, input);
  Texts found;
  for (const auto& pair : survey.near_misses) found.push_back(survey.ids[pair.pre] + "~" + survey.ids[pair.post]);
  return found;
}

/// How the only pair resembles each other; empty when it does not.
std::string likeness(const std::string& pre, const std::string& post) {
  const auto survey = two_files(file_of({pre}), file_of({post}), hope);
  return survey.near_misses.empty() ? "" : std::string(words_for(survey.near_misses[0].likeness));
}

const std::string in_case = "differ in case only", in_blanks = "differ in blanks or punctuation",
                  in_zeros = "differ in leading zeros", in_looks = "consist of characters that look alike",
                  in_spelling = "differ in case, blanks, punctuation or zeros",
                  same_number = "are the same number, spelt differently",
                  rounded = "may be a number that a spreadsheet has rounded",
                  same_date = "may be the same date, spelt differently",
                  one_edit = "differ in one character: perhaps two people", unlike;

}  // namespace

TEST_CASE("ids that differ in spelling only") {
  CHECK(likeness("p002", "P002") == in_case);
  CHECK(likeness("stra\xC3\x9F"
                 "e",
                 "STRASSE") == in_case);
  CHECK(likeness("P-7", "P 7") == in_blanks);
  CHECK(likeness("P-7", "P7") == in_blanks);
  CHECK(likeness("A B", "A  B") == in_blanks);
  CHECK(likeness("a\xE2\x80\x93"
                 "1",
                 "a-1") == in_blanks);
  CHECK(likeness("o'neil", "o\xE2\x80\x99neil") == in_blanks);
  CHECK(likeness("005", "5") == in_zeros);
  CHECK(likeness("P007", "P7") == in_zeros);
  CHECK(likeness("S1-07", "S01-7") == in_zeros);
  CHECK(likeness("\xEF\xBC\x91\xEF\xBC\x92", "12") == in_looks);
  CHECK(likeness("PO02", "P002") == in_looks);
  CHECK(likeness("a1l7", "A117") == in_looks);
  CHECK(likeness("p-007", "P7") == in_spelling);
}

TEST_CASE("separators between numbers keep them apart") {
  CHECK(likeness("1-12", "11-2") == unlike);
  CHECK(likeness("1-12", "1 12") == in_blanks);
  CHECK(likeness("1.5", "15") == unlike);
  CHECK(likeness("0", "000") == in_zeros);
}

TEST_CASE("ids that spell one number") {
  CHECK(likeness("1.0", "1") == same_number);
  CHECK(likeness("\"1,0\"", "1") == same_number);
  CHECK(likeness("1E5", "100000") == same_number);
  CHECK(likeness("1E5", "100001") == unlike);
}

TEST_CASE("long numbers that a spreadsheet has rounded") {
  CHECK(likeness("123456789012", "1.23457E+11") == rounded);
  CHECK(likeness("1.23457E+11", "123456789012") == rounded);
  CHECK(likeness("123456789012", "\"1,23457E+11\"") == rounded);
  CHECK(likeness("123456789012", "1.23E+11") == rounded);
  CHECK(likeness("120000345678", "1.2E+11") == rounded);
  CHECK(likeness("999999999999", "1E+12") == rounded);
  CHECK(likeness("123456789012", "1.23456E+11") == unlike);
  CHECK(likeness("12345678901234567", "12345678901234500") == rounded);
  CHECK(near_misses({"123456789012", "123456789013"}, {"1.23457E+11"}).size() == 2);
}

TEST_CASE("dates in several orders, and ids that became dates") {
  CHECK(likeness("3/4/2024", "2024-03-04") == same_date);
  CHECK(likeness("4.3.2024", "2024-03-04") == same_date);
  CHECK(likeness("3/14/24", "2024-03-14") == same_date);
  CHECK(likeness("4-Mar-2024", "2024-03-04") == same_date);
  CHECK(likeness("4-Mar", "3-4") == same_date);
  CHECK(likeness("MAR1", "1-Mar") == same_date);
  CHECK(likeness("3/4/2024", "2024-03-05") == unlike);
  CHECK(likeness("2024-13-45", "45.13.2024") == unlike);
  CHECK(likeness("12-1", "1-12") == unlike);
}

TEST_CASE("one character more, less, another, or out of place") {
  CHECK(likeness("anna71", "anna72") == one_edit);
  CHECK(likeness("anna71", "anna7") == one_edit);
  CHECK(likeness("anna71", "nana71") == one_edit);
  CHECK(likeness("Zo\xC3\xAB-71", "Zoe-71") == one_edit);
  CHECK(likeness("anna71", "anne72") == unlike);
  CHECK(likeness("anna71", "a71nna") == unlike);
  CHECK(likeness("a1", "a2") == unlike);
  CHECK(likeness("abc", "abd") == unlike);
}

TEST_CASE("the surest likeness is judged first") {
  CHECK(near_misses({"p1"}, {"P1", "p-1"}) == Texts{"p1~P1"});
  CHECK(near_misses({"anna71"}, {"Anna71", "anna72"}) == Texts{"anna71~Anna71"});
  CHECK(near_misses({"SYN-010"}, {"syn-010", "SYN-015"}) == Texts{"SYN-010~syn-010"});
  CHECK(near_misses({"p1", "q2"}, {"P1", "Q2"}) == Texts{"p1~P1", "q2~Q2"});
}

TEST_CASE("of several partners of one likeness all are listed, and none is sure") {
  const auto survey = two_files(file_of({"p1", "q2"}), file_of({"P-1", "P 1", "Q2"}), hope);
  REQUIRE(survey.near_misses.size() == 3);
  CHECK(words_for(survey.near_misses[0]) ==
        "differ in case, blanks, punctuation or zeros; one of the two resembles another id as much");
  CHECK_FALSE(is_sure(survey.near_misses[0]));
  CHECK_FALSE(is_sure(survey.near_misses[1]));
  CHECK(is_sure(survey.near_misses[2]));
  CHECK(near_misses({"p1"}, {"p-1", "p_1", "p.1", "p+1", "p 1"}).empty());
}

TEST_CASE("only spellings are sure") {
  const auto sure = [](const std::string& pre, const std::string& post) {
    return is_sure(two_files(file_of({pre}), file_of({post}), hope).near_misses.at(0));
  };
  CHECK(sure("005", "5"));
  CHECK(sure("P-7", "P7"));
  CHECK_FALSE(sure("SYN-O62", "SYN-062"));
  CHECK_FALSE(sure("1E5", "100000"));
  CHECK_FALSE(sure("anna71", "anna72"));
  CHECK_FALSE(sure("3/4/2024", "2024-03-04"));
}

TEST_CASE("matched people have no near misses, and nothing is joined") {
  CHECK(near_misses({"p1", "x"}, {"p1", "P1"}).empty());
  const auto survey = two_files(file_of({"p1"}), file_of({"P1"}), hope);
  CHECK(survey.people() == 2);
  CHECK(sentences(survey) == Texts{"post.csv:2: id 'P1' resembles 'p1' before (pre.csv:2): they differ in case only; "
                                   "the two are not joined"});
  CHECK(
      remedy(survey, survey.problems.kept()[0]) ==
      "--match folded joins ids whatever their case (match = \"folded\" under [input]); ecpr check --write-repairs "
      "FILE writes what --repairs FILE joins (repairs = \"FILE\" under [input]) once its column same_person says yes, "
      "and keeps apart once it says no");
}

TEST_CASE("where ids differ in one digit by nature, one digit is no likeness") {
  const Texts matched = {"P101", "P102", "P103", "P104"};
  const auto with_matched = [&](const std::string& pre, const std::string& post) {
    auto before = matched, after = matched;
    before.push_back(pre);
    after.push_back(post);
    return near_misses(before, after);
  };
  CHECK(with_matched("P107", "P108").empty());
  CHECK(with_matched("P107", "P1O7") == Texts{"P107~P1O7"});
  CHECK(with_matched("P2993", "P2939") == Texts{"P2993~P2939"});
  CHECK(with_matched("P107", "p107") == Texts{"P107~p107"});
}

TEST_CASE("the neighbours of a number do not hide how else an id was typed") {
  const Texts pre = {"SYN-091", "SYN-093", "SYN-095", "SYN-191"}, post = {"SYN-93", "SYN-094", "SYN-194"};
  CHECK(near_misses(pre, post) == Texts{"SYN-093~SYN-93"});
}

TEST_CASE("where ids differ in one letter by nature, one letter is no likeness") {
  CHECK(near_misses({"group-a", "group-b", "group-c"}, {"group-d", "group-e"}).empty());
  CHECK(near_misses({"group-a"}, {"group-d"}) == Texts{"group-a~group-d"});
  CHECK(near_misses({"x1-a", "x1-b", "x1-c"}, {"x1-a", "x1-b", "x1-d"}).empty());
}

TEST_CASE("two people with ids alike may be called so") {
  const WorkingFolder folder;
  folder.write("pre.csv", file_of({"p1", "q2"}));
  folder.write("post.csv", file_of({"P1", "Q2"}));
  const auto survey_with = [&](const std::string& list) {
    folder.write("repairs.csv", list);
    return survey_of("[input]\npre = \"pre.csv\"\npost = \"post.csv\"\nid = \"id\"\nrepairs = \"repairs.csv\"\n" +
                     std::string(hope));
  };
  const auto survey = survey_with("post_id,pre_id,same_person\nP1,p1,No\nQ2,q2,yes\n");
  CHECK(survey.near_misses.empty());
  CHECK(survey.problems.total() == 0);
  CHECK(survey.repaired == 1);
  const auto undecided = survey_with("post_id,pre_id,same_person\nP1,p1,\nQ2,q2,yes\n");
  CHECK(undecided.repaired == 1);
  CHECK(undecided.near_misses.size() == 1);
  CHECK(std::count(undecided.notes.begin(), undecided.notes.end(),
                   "repairs.csv: 1 pair is not joined: the column same_person says neither yes nor no") == 1);
  CHECK(refusal<InputError>([&] { survey_with("post_id,pre_id,same_person\nP1,p1,perhaps\n"); }) ==
        "repairs.csv:2: 'perhaps' in column 'same_person' should be yes or no");
}

TEST_CASE("people in different groups are not taken for one because of one edit") {
  const auto near = [](const std::string& post_group, const std::string& id) {
    return two_files("id,role,hope\nanna71,peer,1\n", "id,role,hope\n" + id + "," + post_group + ",1\n",
                     "[group]\ncolumn = \"role\"\n" + std::string(hope))
        .near_misses.size();
  };
  CHECK(near("peer", "anna72") == 1);
  CHECK(near("clinician", "anna72") == 0);
  CHECK(near("", "anna72") == 1);
  CHECK(near("clinician", "Anna71") == 1);
}

TEST_CASE("lines of the two rows are known") {
  const auto survey = two_files("id,hope\nx,1\np1,1\n", "id,hope\nP1,1\nx,1\n", hope);
  REQUIRE(survey.near_misses.size() == 1);
  CHECK(survey.pre_line[survey.near_misses[0].pre] == 3);
  CHECK(survey.post_line[survey.near_misses[0].post] == 2);
  CHECK(survey.post_line[survey.near_misses[0].pre] == 0);
}

TEST_CASE("many ids of one shape take no more time than many ids of many shapes") {
  Texts pre, post;
  for (int i = 0; i < 5000; ++i) {
    pre.push_back("A" + std::to_string(10000 + 2 * i));
    post.push_back("A" + std::to_string(10001 + 2 * i));
  }
  pre.push_back("Zebra");
  post.push_back("zebra");
  const auto start = std::chrono::steady_clock::now();
  CHECK(near_misses(pre, post) == Texts{"Zebra~zebra"});
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  constexpr double generous = 5;
  CHECK(seconds.count() < generous);
}
