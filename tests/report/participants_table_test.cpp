#include "ecpr/report/participants_table.hpp"

#include <doctest/doctest.h>

#include "report_text.hpp"
#include "study_results.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

analysis::Characteristic gender(std::vector<std::size_t> women, std::vector<std::size_t> missing) {
  analysis::Characteristic characteristic;
  characteristic.label = "gender";
  characteristic.levels = {{"Woman", std::move(women)}, {"Missing", missing}};
  characteristic.missing = std::move(missing);
  return characteristic;
}

analysis::Characteristic age(std::vector<analysis::Summary> summaries, std::vector<std::size_t> missing) {
  analysis::Characteristic characteristic;
  characteristic.label = "age";
  characteristic.numeric = true;
  characteristic.summaries = std::move(summaries);
  characteristic.missing = std::move(missing);
  return characteristic;
}

std::string table_of(const analysis::Analysis& study) { return page(lines_of(report::participants_table(study, {}))); }

}  // namespace

TEST_CASE("groups are columns; numbers have mean and SD, categories n and per cent") {
  analysis::Analysis study = study_without_results({"Peers", "Clinicians"});
  study.participants.no_group = 101;
  study.characteristics = {gender({20, 10, 100}, {5, 0, 6}),
                           age({{25, 40.25, 10.0}, {25, 38.0, 9.5}, {149, 43.0, 9.0}}, {0, 0, 2})};
  CHECK(table_of(study) == page({
                               "Characteristics of the matched participants (N=151).",
                               "Characteristic | Peers (n=25) | Clinicians (n=25) | All participants (n=151)(a)",
                               "[gender, n (%)]",
                               "  Woman | 20 (80) | 10 (40) | 100 (66.2)",
                               "  Missing | 5 (20) | 0 (0) | 6 (4.0)",
                               "age, mean (SD) | 40.25 (10.00) | 38.00 (9.50) | 43.00 (9.00)",
                               "  Missing, n (%) | 0 (0) | 0 (0) | 2 (1.3)",
                               "(a) Includes 101 people without a group.",
                               "SD: standard deviation.",
                           }));
}

TEST_CASE("without groups there is one column, and nothing is missing where nothing is") {
  analysis::Analysis study = study_without_results();
  study.characteristics = {age({{151, 43.0, 9.0}}, {0})};
  CHECK(table_of(study) ==
        page({"Characteristics of the matched participants (N=151).", "Characteristic | All participants (n=151)",
              "age, mean (SD) | 43.00 (9.00)", "SD: standard deviation."}));
}

TEST_CASE("without characteristics the groups themselves are shown") {
  analysis::Analysis study = study_without_results({"Peers", "Clinicians"});
  study.participants.no_group = 1;
  CHECK(table_of(study) ==
        page({"Characteristics of the matched participants (N=151).", "Characteristic | All participants (n=151)(a)",
              "[role, n (%)]", "  Peers | 25 (16.6)", "  Clinicians | 25 (16.6)", "  No group | 1 (0.7)",
              "(a) Includes 1 person without a group."}));
}

TEST_CASE("more than 6 groups are rows") {
  analysis::Analysis study = study_without_results({"A", "B", "C", "D", "E", "F", "G"});
  study.characteristics = {age(std::vector<analysis::Summary>(8, {21, 43.0, 9.0}), std::vector<std::size_t>(8, 0))};
  const auto lines = lines_of(report::participants_table(study, {}));
  CHECK(lines.at(1) == "Characteristic | All participants (n=151)");
  CHECK(lines.at(2) == "[role, n (%)]");
  CHECK(lines.at(9) == "  G | 25 (16.6)");
  CHECK(lines.at(10) == "age, mean (SD) | 43.00 (9.00)");
}

TEST_CASE("a small group shows its n alone") {
  analysis::Analysis study = study_without_results({"Peers", "Clinicians"});
  study.settings.min_cell = 5;
  study.group_counts[1].matched = 4;
  study.characteristics = {age({{25, 40.25, 10.0}, {4, 38.0, 9.5}, {29, 43.0, 9.0}}, {0, 1, 1})};
  CHECK(table_of(study) ==
        page({"Characteristics of the matched participants (N=151).",
              "Characteristic | Peers (n=25) | Clinicians (n=4)(a) | All participants (n=151)",
              "age, mean (SD) | 40.25 (10.00) | \u2014 | 43.00 (9.00)", "  Missing, n (%) | 0 (0) | \u2014 | 1 (0.7)",
              "(a) Fewer than 5 people: only n is shown.", "SD: standard deviation."}));
}

TEST_CASE("without characteristics and groups there is no table") {
  CHECK(report::participants_table(study_without_results(), {}).empty());
}
