#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "close_to.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/instruments/catalogue.hpp"
#include "ecpr/instruments/instrument.hpp"
#include "survey_run.hpp"

namespace {

using namespace ecpr;
using namespace ecpr::testing;

/// One form: an instrument in a coding and an order, and the scores of its answer sheets by pattern and scale.
struct Form {
  std::string instrument, coding, order;
  std::map<std::string, std::map<std::string, double>> scores;
};

std::vector<Form> read_forms() {
  std::map<std::tuple<std::string, std::string, std::string>, Form> forms;
  std::ifstream file(ECPR_SOURCE_DIR "/tests/reference/instrument_vectors.csv");
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const auto cells = split(line, ',');
    Form& form = forms[{cells.at(0), cells.at(1), cells.at(2)}];
    form.instrument = cells[0];
    form.coding = cells[1];
    form.order = cells[2];
    form.scores[cells.at(3)][cells.at(4)] = *parse_number(cells.at(5));
  }
  std::vector<Form> result;
  for (auto& [key, form] : forms) result.push_back(std::move(form));
  return result;
}

std::string outcome_table(const Form& form) {
  std::string text = fmt::format("[[outcome]]\ninstrument = \"{}\"\n", form.instrument);
  if (!form.coding.empty()) text += fmt::format("coding = \"{}\"\n", form.coding);
  if (!form.order.empty()) text += fmt::format("order = \"{}\"\n", form.order);
  return text;
}

/// A row per pattern: the id is the pattern, the answers are those of its sheet.
std::string sheets(const Form& form) {
  const auto questionnaire =
      instruments::questionnaire(*instruments::find_instrument(form.instrument), form.coding, form.order);
  std::string text = "id";
  const std::size_t items = questionnaire.items.size();
  for (std::size_t i = 0; i < items; ++i) text += fmt::format(",{}_{}", form.instrument, i + 1);
  for (const auto& [pattern, scores] : form.scores) {
    text += "\n" + pattern;
    double ramp = questionnaire.lowest;
    for (std::size_t i = 0; i < items; ++i) {
      const double code = pattern == "const_lo"   ? questionnaire.lowest
                          : pattern == "const_hi" ? questionnaire.highest
                                                  : ramp;
      text += "," + shortest(code);
      ramp = ramp == questionnaire.highest ? questionnaire.lowest : ramp + 1;
    }
  }
  return text + "\n";
}

TEST_CASE("every instrument, coding, order, pattern and scale has its published score") {
  const auto forms = read_forms();
  REQUIRE(forms.size() > 25);
  std::size_t checked = 0;
  for (const auto& form : forms) {
    CAPTURE(form.instrument);
    CAPTURE(form.coding);
    CAPTURE(form.order);
    const std::string rows = sheets(form);
    const auto survey = two_files(rows, rows, outcome_table(form));
    CHECK(survey.problems.total() == 0);
    CHECK(survey.people() == 3);
    for (const auto& [pattern, scores] : form.scores) {
      CAPTURE(pattern);
      REQUIRE(scores.size() == survey.outcomes.size());
      for (const auto& [scale, expected] : scores) {
        CAPTURE(scale);
        const std::string name = form.instrument + (scale.empty() ? "" : "." + scale);
        CHECK(score_of(survey, name, pattern) == close_to(expected, 1e-15));
        CHECK(score_of(survey, name, pattern, true) == close_to(expected, 1e-15));
        CHECK(outcome_named(survey, name).pre.prorated[person(survey, pattern)] == 0);
        ++checked;
      }
    }
  }
  CHECK(checked == 198);
}

TEST_CASE("an assumed coding gives the scores of the stated one, and is said") {
  const std::string rows = "id,ucla3_1,ucla3_2,ucla3_3\na,1,1,3\n";
  const auto assumed = two_files(rows, rows, "[[outcome]]\ninstrument = \"ucla3\"\n");
  CHECK(score_of(assumed, "ucla3", "a") == 5);
  CHECK(assumed.notes == std::vector<std::string>{"ucla3: assuming coding \"hardly-ever-first\" (1 = hardly ever); "
                                                  "--coding ucla3=NAME states another"});
  const auto stated = two_files(rows, rows, "[[outcome]]\ninstrument = \"ucla3\"\ncoding = \"hardly-ever-first\"\n");
  CHECK(score_of(stated, "ucla3", "a") == 5);
  CHECK(stated.notes.empty());
  const auto other = two_files(rows, rows, "[[outcome]]\ninstrument = \"ucla3\"\ncoding = \"often-first\"\n");
  CHECK(score_of(other, "ucla3", "a") == 7);
}

TEST_CASE("a coding without default must be stated") {
  const std::string rows = "id,scs8_1,scs8_2,scs8_3,scs8_4,scs8_5,scs8_6,scs8_7,scs8_8\na,1,1,1,1,1,1,1,1\n";
  const std::string message =
      refusal<UsageError>([&] { two_files(rows, rows, "[[outcome]]\ninstrument = \"scs8\"\n"); });
  CHECK(message ==
        "scs8 needs a coding: agree-first (1 = strongly agree) or disagree-first (1 = strongly disagree); say coding = "
        "\"agree-first\" in the study file or --coding scs8=agree-first");
  CHECK(refusal<UsageError>([&] { two_files(rows, rows, ""); }) == message);  // found by itself: the run stops, too
}

}  // namespace
