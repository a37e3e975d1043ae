#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <bit>
#include <cstdint>
#include <string>
#include <vector>

#include "sheets.hpp"
#include "survey_run.hpp"

namespace {

using namespace ecpr;
using namespace ecpr::testing;

/// Everything that a survey says of people and scores, to the last bit.
std::string fingerprint(const survey::Survey& survey) {
  std::string text;
  for (std::size_t i = 0; i < survey.people(); ++i)
    text += survey.ids[i] + "/" + group_of(survey, survey.ids[i]) + "/" + std::to_string(survey.waves[i]) + " ";
  const auto add = [&](const survey::ScoreColumn& column) {
    for (const double value : column.value) text += std::to_string(std::bit_cast<std::uint64_t>(value)) + " ";
    for (const auto count : column.answered) text += std::to_string(count) + " ";
    for (const auto flag : column.prorated) text += std::to_string(flag);
  };
  for (const auto& outcome : survey.outcomes) {
    text += outcome.name + ": ";
    add(outcome.pre);
    add(outcome.post);
  }
  for (const auto& products : survey.products) {
    text += std::to_string(products.n) + ": ";
    for (const auto product : products.products) text += std::to_string(product) + " ";
    for (const auto sum : products.sums) text += std::to_string(sum) + " ";
  }
  return text;
}

/// 23 people with three items and a score; some answers, waves and groups are missing.
Sheets sheets() {
  Sheets result{{"lonely_1", "lonely_2", "lonely_3", "hope"}, {}};
  for (int i = 0; i < 23; ++i) {
    const auto answers = [&](int k) {
      const auto item = [&](int j) { return (i + k + j) % 11 == 0 ? "" : std::to_string(1 + (i * j + k) % 3); };
      return std::vector<std::string>{item(1), item(2), item(3), std::to_string(0.1 * (i + k))};
    };
    Person person{"p" + std::to_string(i), i % 3 == 0 ? "peer" : "staff", answers(1), answers(5)};
    if (i % 7 == 3) person.pre.clear();
    if (i % 7 == 5) person.post.clear();
    result.people.push_back(person);
  }
  return result;
}

const std::string outcomes =
    "[[outcome]]\ninstrument = \"ucla3\"\ncoding = \"often-first\"\nitems = \"lonely_{item}\"\nminimum_answered = 2\n"
    "[[outcome]]\nname = \"hope\"\ncolumn = \"hope\"\n[group]\ncolumn = \"role\"\n";

std::string expected() { return fingerprint(two_files(sheets().two_files_pre(), sheets().two_files_post(), outcomes)); }

TEST_CASE("two files, wide, long and standard input give the same to the last bit") {
  const std::string two = expected();
  CHECK(two.size() > 2000);
  CHECK(fingerprint(one_file(sheets().wide(), outcomes)) == two);
  CHECK(fingerprint(one_file(sheets().long_file(), outcomes)) == two);
  const WorkingFolder folder;
  folder.write("in", sheets().long_file());
  const int before = ::dup(STDIN_FILENO), file = ::open("in", O_RDONLY);
  ::dup2(file, STDIN_FILENO);
  const auto piped = survey_of("[input]\nfile = \"-\"\nwave = \"wave\"\n" + outcomes);
  ::dup2(before, STDIN_FILENO);
  ::close(file);
  ::close(before);
  CHECK(fingerprint(piped) == two);
  CHECK(piped.files[0].name == "standard input");
}

TEST_CASE("every usual spelling of waves in column names is understood") {
  const std::string two = expected();
  for (const char* pattern : {"{column}_{wave}", "{wave}_{column}", "{column}.{wave}", "{wave}.{column}",
                              "{column}-{wave}", "{wave}-{column}", "{column} {wave}", "{wave} {column}",
                              "{column} ({wave})", "{column} [{wave}]", "{column}{wave}", "{wave}{column}"}) {
    for (const auto& [pre, post] : std::vector<std::pair<std::string, std::string>>{{"pre", "post"},
                                                                                    {"Pre", "Post"},
                                                                                    {"PRE", "POST"},
                                                                                    {"T1", "T2"},
                                                                                    {"t1", "t2"},
                                                                                    {"T0", "T1"},
                                                                                    {"baseline", "followup"},
                                                                                    {"Baseline", "Follow-up"},
                                                                                    {"baseline", "post"},
                                                                                    {"before", "after"},
                                                                                    {"time1", "time2"},
                                                                                    {"Wave1", "Wave2"},
                                                                                    {"w1", "w2"},
                                                                                    {"pretest", "posttest"},
                                                                                    {"1", "2"},
                                                                                    {"0", "1"}}) {
      CAPTURE(pattern);
      CAPTURE(pre);
      CHECK(fingerprint(one_file(sheets().wide(pattern, pre, post), outcomes)) == two);
    }
  }
}

TEST_CASE("every usual label of a wave is understood") {
  const std::string two = expected();
  for (const auto& [pre, post] : std::vector<std::pair<std::string, std::string>>{{"pre", "post"},
                                                                                  {"PRE", "Post "},
                                                                                  {"T1", "T2"},
                                                                                  {"Time 1", "Time 2"},
                                                                                  {"wave_1", "wave_2"},
                                                                                  {"baseline", "follow-up"},
                                                                                  {"Baseline", "follow up"},
                                                                                  {"baseline_arm_1", "followup_arm_1"},
                                                                                  {"Baseline", "post"},
                                                                                  {"before", "after"},
                                                                                  {"before training", "after training"},
                                                                                  {"1", "2"},
                                                                                  {"0", "1"},
                                                                                  {"T0", "T1"},
                                                                                  {"Pre-Test", "Post-Test"},
                                                                                  {"pre survey", "post survey"}}) {
    CAPTURE(pre);
    CHECK(fingerprint(one_file(sheets().long_file(pre, post), outcomes)) == two);
  }
}

TEST_CASE("a study may spell the waves as it likes") {
  const std::string two = expected();
  CHECK(fingerprint(one_file(sheets().wide("{wave}: {column}", "vor", "nach"), outcomes,
                             "columns = \"{wave}: {column}\"\nwave_names = { pre = \"vor\", post = \"nach\" }")) ==
        two);
  CHECK(fingerprint(one_file(sheets().long_file("Welle A", "welle b"), outcomes,
                             "wave = { column = \"wave\", pre = \"welle a\", post = \"Welle  B\" }")) == two);
  CHECK(fingerprint(one_file(sheets().long_file("10", "20"), outcomes,
                             "wave = { column = \"wave\", pre = 10, post = 20 }")) == two);
  // Patterns of an outcome may hold the wave, or the waves may have patterns of their own.
  const std::string hope_apart =
      "[[outcome]]\nname = \"hope\"\npre = \"x_hope\"\npost = \"y_hope\"\n[group]\ncolumn = \"role\"\n";
  const std::string ucla = "[[outcome]]\ninstrument = \"ucla3\"\ncoding = \"often-first\"\nminimum_answered = 2\n";
  CHECK(fingerprint(one_file(
            sheets().wide("{wave}_{column}", "x", "y"),
            ucla + "items = { pre = \"x_lonely_{item}\", post = \"y_lonely_{item}\" }\n" + hope_apart)) == two);
  CHECK(fingerprint(
            one_file(sheets().wide("{wave}_{column}", "x", "y"),
                     ucla +
                         "columns = { pre = [\"x_lonely_1\", \"x_lonely_2\", \"x_lonely_3\"], post = [\"y_lonely_1\", "
                         "\"y_lonely_2\", \"y_lonely_3\"] }\n" +
                         hope_apart)) == two);
  CHECK(fingerprint(one_file(sheets().wide("{wave}_{column}", "x", "y"),
                             ucla + "items = \"{wave}_lonely_{item}\"\n" + hope_apart,
                             "wave_names = { pre = \"x\", post = \"y\" }")) == two);
}

TEST_CASE("the order of rows and columns changes nothing") {
  const std::string two = expected();
  Sheets turned = sheets();
  std::reverse(turned.people.begin(), turned.people.end());
  std::rotate(turned.people.begin(), turned.people.begin() + 9, turned.people.end());
  std::swap(turned.columns[0], turned.columns[3]);
  std::swap(turned.columns[1], turned.columns[2]);
  for (auto& person : turned.people) {
    for (auto* answers : {&person.pre, &person.post}) {
      if (answers->empty()) continue;
      std::swap((*answers)[0], (*answers)[3]);
      std::swap((*answers)[1], (*answers)[2]);
    }
  }
  const std::string order = outcomes + "order = [\"staff\", \"peer\"]\n";
  const std::string ordered = fingerprint(two_files(sheets().two_files_pre(), sheets().two_files_post(), order));
  CHECK(fingerprint(two_files(turned.two_files_pre(), turned.two_files_post(), order)) == ordered);
  CHECK(fingerprint(two_files(sheets().two_files_pre(), turned.two_files_post(), order)) == ordered);
  CHECK(fingerprint(one_file(turned.wide(), order)) == ordered);
  CHECK(fingerprint(one_file(turned.long_file(), order)) == ordered);
}

}  // namespace
