#include "ecpr/survey/near_answer.hpp"

#include <doctest/doctest.h>

#include <vector>

using ecpr::instruments::AnswerLabel;
using ecpr::survey::near_answer;

namespace {

const std::vector<AnswerLabel> days = {
    {"Not at all", 0}, {"Several days", 1}, {"More than half the days", 2}, {"Nearly every day", 3}};

double near(std::string_view text, const std::vector<AnswerLabel>& labels) {
  const auto found = near_answer(text, labels);
  return found ? found->answer : -1;
}

}  // namespace

TEST_CASE("texts that are nearly an answer") {
  CHECK(near("Nearly everyday", days) == 3);
  CHECK(near("nearly every-day.", days) == 3);
  CHECK(near("Neary every day", days) == 3);
  CHECK(near("More than half of the days", days) == 2);
  CHECK(near("Sometimes", {{"Hardly ever", 1}, {"Some of the time", 2}, {"Often", 3}}) == 2);
}

TEST_CASE("other answers are not near, nor is one of two that are as near") {
  CHECK(near("Every day", days) == -1);
  CHECK(near("", days) == -1);
  const std::vector<AnswerLabel> agree = {{"Agree", 4}, {"Disagree", 2}, {"Unlikely", 1}};
  CHECK(near("Disagrees", agree) == 2);
  CHECK(near("Likely", agree) == -1);
  CHECK(near("Agrees", agree) == -1);
  CHECK(near("Rarelys", {{"Rarely a", 1}, {"Rarelyt", 2}}) == -1);
  CHECK(near("Week 3", {{"Week 1", 1}}) == -1);
}
