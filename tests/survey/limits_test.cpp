#include <doctest/doctest.h>

#include <ctime>

#include "survey_run.hpp"

using namespace ecpr;
using namespace ecpr::testing;
using survey::ProblemKind;

namespace {

/// The processor's time, which does not depend on what else the machine is doing.
template <class Work>
double seconds_of(Work work) {
  const std::clock_t start = std::clock();
  work();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

constexpr double generous = 10;  // quadratic time would take minutes

const std::string scale = "[[outcome]]\nname = \"s\"\ncolumns = [\"a\", \"b\"]\nrange = [1, 4]\n";

}  // namespace

TEST_CASE("a mistake in every row is counted, each value once, and the first few thousand different ones") {
  std::string rows = "id,a,b\n", post = "id,a,b\n";
  for (int i = 0; i < 30'000; ++i) {
    const std::string id = "p" + std::to_string(i);
    rows += id + ",text " + std::to_string(i % 20'000) + ",9\n";
    post += id + ",1,2\n";
  }
  const auto survey = two_files(rows, post, scale);
  CHECK(survey.problems.count(ProblemKind::unreadable) == 30'000);
  CHECK(survey.problems.count(ProblemKind::out_of_range) == 30'000);
  const auto& values = survey.problems.values();
  CHECK(values.size() == 10'000);
  CHECK(values[0].count == 2);
  CHECK(survey.problems.text(values[1].value) == "9");
  CHECK(values[1].count == 30'000);
  CHECK(warnings(survey).size() == 2);
}

TEST_CASE("thousands of columns that nobody wants, and as many that are nearly called like a wanted one") {
  std::string header = "id,hope_now", cells = ",1";
  for (int i = 0; i < 20'000; ++i) {
    header += ",x" + std::to_string(i) + ",hope_now." + std::to_string(i);
    cells += ",,";
  }
  const std::string outcome = "[[outcome]]\nname = \"hope\"\ncolumn = \"hope_now\"\n";
  const double seconds = seconds_of([&] {
    const auto survey = two_files(header + "\na" + cells + "\n", "id,hope_now\na,2\n", outcome);
    REQUIRE(survey.notes.size() == 1);
    CHECK(survey.notes[0].ends_with("'hope_now.1000' (like 'hope_now') and 19995 more"));
  });
  CHECK(seconds < generous);
}

TEST_CASE("a cell of megabytes is kept short in problems, and whole nowhere") {
  const std::string story(5'000'000, 'x');
  const double seconds = seconds_of([&] {
    const auto survey = two_files("id,hope,note\na,1," + story + "\nb," + story + ",\n", "id,hope\na,2\nb,3\n", hope);
    REQUIRE(survey.problems.kept().size() == 1);
    CHECK(sentences(survey)[0].size() < 400);
    CHECK(survey.problems.text(survey.problems.kept()[0].value).size() == 200);
  });
  CHECK(seconds < generous);
}

TEST_CASE("thousands of unmatched people on each side beside many matched ones") {
  std::string pre = "id,hope\n", post = pre;
  for (int i = 0; i < 20'000; ++i) {
    const std::string id = "P" + std::to_string(1'000'003 + 7919LL * i);
    pre += id + ",1\n";
    post += (i % 10 == 0 ? "p" + id.substr(1) : id) + ",2\n";
  }
  const double seconds = seconds_of([&] { CHECK(two_files(pre, post, hope).near_misses.size() == 2000); });
  CHECK(seconds < generous);
}
