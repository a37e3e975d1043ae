// Which columns are taken for ids, by what stands in both waves.
#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "survey_run.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

using Notes = std::vector<std::string>;

constexpr int people = 8;

/// A file "ID,Email,hope" of 8 people; `number` gives the ID of a row, `person` whose row it is.
std::string rows_of(const std::function<int(int)>& number, const std::function<int(int)>& person,
                    const std::string& header = "ID,Email,hope") {
  std::string text = header + "\n";
  for (int row = 0; row < people; ++row)
    text += std::to_string(number(row)) + ",p" + std::to_string(person(row)) + "@x.org," +
            std::to_string(3 * row % people) + "\n";
  return text;
}

int in_order(int row) { return row; }
int backwards(int row) { return people - 1 - row; }
int from_one(int row) { return row + 1; }

std::string asked(const std::string& pre, const std::string& post) {
  return refusal<InputError>([&] { two_files(pre, post, hope, ""); });
}

std::string column_taken(const std::string& pre, const std::string& post) {
  return two_files(pre, post, hope, "").id_column;
}

}  // namespace

TEST_CASE("a column that counts the rows of both files is no id: the column under which people recur is") {
  const auto survey = two_files(rows_of(from_one, in_order), rows_of(from_one, backwards), hope, "");
  CHECK(survey.notes == Notes{"pre.csv: taking column 'Email' for the participants' ids: 8 of 8 people recur; 'ID' "
                              "counts the rows",
                              "post.csv: taking column 'Email' for the participants' ids: 8 of 8 people recur; 'ID' "
                              "counts the rows"});
  CHECK(score_of(survey, "hope", "p0@x.org", true) == 3 * (people - 1) % people);
}

TEST_CASE("counters of every kind: from 0, from another number, by tens, with gaps, downwards, further in the second") {
  const auto with_gaps = [](int row) { return row + 1 + (row > 2) + (row > 5); };
  const std::vector<std::function<int(int)>> counters = {in_order, [](int row) { return 101 + row; },
                                                         [](int row) { return 10 * row; }, with_gaps,
                                                         [](int row) { return 900 - row; }};
  for (const auto& counter : counters)
    CHECK(column_taken(rows_of(counter, in_order), rows_of(counter, backwards)) == "Email");
  CHECK(column_taken(rows_of(from_one, in_order), rows_of([](int row) { return 9 + row; }, backwards)) == "Email");
}

TEST_CASE("people's own numbers: in another order, or sorted but far apart") {
  const auto numbers = [&](const std::vector<int>& ids) {
    std::string text = "ID,hope\n";
    for (const int id : ids) text += std::to_string(id) + ",1\n";
    return text;
  };
  CHECK(column_taken(numbers({1, 2, 3, 4, 5}), numbers({3, 1, 5, 4, 2})) == "ID");
  CHECK(column_taken(numbers({1017, 2240, 3391, 7702, 9115}), numbers({1017, 3391, 7702, 9115})) == "ID");
  CHECK(column_taken("ID,hope\np1,1\np2,1\np3,1\n", "ID,hope\np1,2\np2,1\np3,1\n") == "ID");
}

TEST_CASE("ids that are new at every answer give way to those that recur") {
  const std::string pre = "id,Your code,hope\nx81,k01,1\nx82,k02,2\nx83,k03,3\n",
                    post = "id,Your code,hope\nx91,k03,1\nx92,k01,2\nx93,k02,3\n";
  CHECK(column_taken(pre, post) == "Your code");
}

TEST_CASE("ids under different names are found by their values") {
  const auto survey = two_files("nr,Contact,hope\n5,a@x.org,1\n7,b@x.org,2\n9,c@x.org,3\n",
                                "Mail,hope\nc@x.org,1\na@x.org,2\nb@x.org,3\n", hope, "");
  CHECK(survey.id_column == "Contact and Mail");
  CHECK(survey.notes[0] == "pre.csv: taking column 'Contact' for the participants' ids: 3 of 3 people recur");
  CHECK(score_of(survey, "hope", "a@x.org", true) == 2);
}

TEST_CASE("two columns that pair different people are asked about") {
  const std::string pre = "code,My mail,hope\nk1,a@x.org,1\nk2,b@x.org,2\nk3,c@x.org,3\nk4,d@x.org,3\n",
                    post = "code,My mail,hope\nk1,b@x.org,1\nk2,a@x.org,2\nk3,d@x.org,3\nk9,c@x.org,3\n";
  CHECK(asked(pre, post) ==
        "pre.csv and post.csv: which column holds the participants' ids? 3 people recur by 'code' and 4 by 'My mail', "
        "and these are not the same pairs; say --id code or --id \"My mail\" (id = \"...\" under [input])");
  CHECK(two_files(pre, post, hope, "id = \"code\"").id_column == "code");
}

TEST_CASE("two columns that pair the same people are no question") {
  const std::string pre = "code,Mail,hope\nk1,a@x.org,1\nk2,b@x.org,2\nk3,c@x.org,3\n",
                    post = "code,Mail,hope\nk3,c@x.org,1\nk1,a@x.org,2\nk2,,3\n";
  CHECK(column_taken(pre, post) == "code");
}

TEST_CASE("no column has evidence: what was looked at, and why not") {
  const std::string pre = "ID,Token,hope\n1,x1,1\n2,x2,2\n3,x3,3\n", post = "ID,Token,hope\n1,y1,1\n2,y2,2\n3,y3,3\n";
  CHECK(asked(pre, post) ==
        "pre.csv and post.csv: which column holds the participants' ids? 'ID' counts the rows, and nobody recurs by "
        "'Token'; say --id COLUMN, or --id ID if these are people's own numbers (id = \"...\" under [input])");
}

TEST_CASE("answers, scores and years that happen to recur are no ids") {
  const std::string pre = "born,mood,steps,hope\n1980,Agree,12,1\n1985,Disagree,15,2\n1990,Neutral,18,3\n",
                    post = "born,mood,steps,hope\n1990,Neutral,15,1\n1980,Agree,12,2\n1985,Agree,18,3\n";
  CHECK(asked(pre, post).starts_with("pre.csv: which column holds the participants' ids? Say --id COLUMN"));
}

TEST_CASE("in a file of both waves a number that never recurs is no id") {
  const std::string rows = "id,code,wave,hope\n1,k1,pre,1\n2,k2,pre,2\n3,k3,pre,3\n4,k1,post,4\n5,k2,post,5\n";
  const auto survey = one_file(rows, hope, "wave = { column = \"wave\", pre = \"pre\", post = \"post\" }");
  CHECK(survey.id_column == "code");
  CHECK(survey.notes == Notes{"survey.csv: taking column 'code' for the participants' ids"});
  const std::string counted = "id,wave,hope\n1,pre,1\n2,pre,2\n1,post,3\n2,post,4\n";
  CHECK(one_file(counted, hope, "wave = { column = \"wave\", pre = \"pre\", post = \"post\" }").id_column == "id");
}

TEST_CASE("ids that the user names are taken; that they count rows is a problem where another column knows better") {
  const std::string pre = rows_of(from_one, in_order);
  const auto named = two_files(pre, rows_of(from_one, backwards), hope, "id = \"ID\"");
  CHECK(named.id_column == "ID");
  REQUIRE(named.problems.total() == 1);
  CHECK(
      sentence(named, named.problems.kept()[0]) ==
      "pre.csv:2: the ids in column 'ID' count the rows of both files, and column 'Email' pairs other people: 8 recur "
      "by it, 8 by the ids");
  CHECK(remedy(named, named.problems.kept()[0]) ==
        "see which column says who is who; if it is 'Email': --id Email (id = \"Email\" under [input])");
  CHECK(two_files(pre, pre, hope, "id = \"ID\"").problems.total() == 0);
  CHECK(two_files("ID,hope\n1,2\n2,2\n3,4\n", "ID,hope\n1,2\n2,3\n", hope, "id = \"ID\"").problems.total() == 0);
}

TEST_CASE("values recur as ids match: with their case, unless the user says otherwise") {
  const std::string pre = "Contact,hope\nA@x.org,1\nB@x.org,2\nC@x.org,3\n",
                    post = "Contact,hope\na@x.org,3\nb@x.org,2\nc@x.org,1\n";
  CHECK(
      asked(pre, post).starts_with("pre.csv and post.csv: which column holds the participants' ids? Nobody recurs by "
                                   "'Contact'; say --id COLUMN"));
  CHECK(two_files(pre, post, hope, "match = \"folded\"").id_column == "Contact");
}
