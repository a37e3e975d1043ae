#include <doctest/doctest.h>

#include <string>

#include "ecpr/base/error.hpp"
#include "ecpr/instruments/catalogue.hpp"
#include "ecpr/instruments/missing_choices.hpp"

namespace {

using namespace ecpr::instruments;

std::string refusal(const std::string& id, const std::string& coding, const std::string& order) {
  try {
    questionnaire(*find_instrument(id), coding, order);
  } catch (const ecpr::UsageError& error) {
    return error.what();
  }
  return "";
}

double answer_of(const Questionnaire& form, const std::string& text) {
  for (const auto& label : form.labels) {
    if (label.text == text) return label.answer;
  }
  FAIL("no label " << text);
  return 0;
}

TEST_CASE("a coding or order that must be stated is asked for, with the choices") {
  CHECK(refusal("scs8", "", "") ==
        "scs8 needs a coding: agree-first (1 = strongly agree) or disagree-first (1 = strongly disagree); say coding = "
        "\"agree-first\" in the study file or --coding scs8=agree-first");
  CHECK(
      refusal("scsr20", "", "") ==
      "scsr20 needs an order: A (item 1 asks about strangers, item 2 about being in tune with the world) or B (item 1 "
      "asks about disconnection, item 2 about friends as family); say order = \"A\" in the study file or --order "
      "scsr20=A");
  CHECK(refusal("es28", "", "").starts_with("es28 needs a coding: agree-first"));
  CHECK(refusal("djg6", "", "").starts_with("djg6 needs an order: M"));
}

TEST_CASE("all that is left to state stands in one message, with options to paste") {
  std::vector<MissingChoice> all;
  for (const char* id : {"scsr20", "scs8", "brs6"}) {
    for (auto& choice : missing_choices(*find_instrument(id), "", "")) all.push_back(std::move(choice));
  }
  CHECK(std::string(ChoicesMissing(all).what()) ==
        "scsr20 needs an order: A (item 1 asks about strangers, item 2 about being in tune with the world) or B (item "
        "1 asks about disconnection, item 2 about friends as family); scs8 needs a coding: agree-first (1 = strongly "
        "agree) or disagree-first (1 = strongly disagree); say so in the study file, or with these options, changed "
        "where it is the other one: --order scsr20=A --coding scs8=agree-first");
  CHECK(missing_choices(*find_instrument("scs8"), "agree-first", "").empty());
}

TEST_CASE("unknown codings and orders") {
  CHECK(refusal("scs8", "agre-first", "") ==
        "scs8 has no coding 'agre-first'; did you mean 'agree-first'? It has agree-first (1 = strongly agree) or "
        "disagree-first (1 = strongly disagree)");
  CHECK(refusal("scs8", "x", "") ==
        "scs8 has no coding 'x'; it has agree-first (1 = strongly agree) or disagree-first (1 = strongly disagree)");
  CHECK(refusal("hhs30", "from-2", "").starts_with("hhs30 has no coding 'from-2'; it has from-0 (0 = never"));
  CHECK(refusal("brs6", "from-1", "") == "brs6 has one coding only; leave 'from-1' out");
  CHECK(refusal("brs6", "", "A") == "brs6 has one order only; leave 'A' out");
}

TEST_CASE("without codings there is nothing to assume") {
  const Questionnaire form = questionnaire(*find_instrument("brs6"));
  CHECK(form.coding.empty());
  CHECK(form.order.empty());
  CHECK_FALSE(form.coding_assumed);
  CHECK_FALSE(form.order_assumed);
  CHECK(form.published);
  CHECK(form.id == "brs6");
  CHECK(form.title == "Brief Resilience Scale");
  CHECK(form.label == "Resilience");
  CHECK(form.items[0].values == std::vector<double>{1, 2, 3, 4, 5});
  CHECK(form.other_codings.empty());
}

TEST_CASE("a default is taken and said, a stated coding is not") {
  const auto instrument = find_instrument("ucla3");
  const Questionnaire assumed = questionnaire(*instrument);
  CHECK(assumed.coding == "hardly-ever-first");
  CHECK(assumed.coding_meaning == "1 = hardly ever");
  CHECK(assumed.coding_assumed);
  const Questionnaire stated = questionnaire(*instrument, "hardly-ever-first");
  CHECK_FALSE(stated.coding_assumed);
}

TEST_CASE("labels follow the coding") {
  CHECK(answer_of(questionnaire(*find_instrument("ucla3")), "Often") == 3);
  CHECK(answer_of(questionnaire(*find_instrument("ucla3"), "often-first"), "Often") == 1);
  CHECK(answer_of(questionnaire(*find_instrument("scs8"), "agree-first"), "Strongly agree") == 1);
  CHECK(answer_of(questionnaire(*find_instrument("scs8"), "disagree-first"), "Strongly agree") == 6);
  CHECK(answer_of(questionnaire(*find_instrument("es28"), "agree-first"), "Strongly disagree") == 4);
  CHECK(answer_of(questionnaire(*find_instrument("who5"), "from-0"), "All of the time") == 5);
  CHECK(answer_of(questionnaire(*find_instrument("who5"), "from-1"), "All of the time") == 6);
  CHECK(answer_of(questionnaire(*find_instrument("djg6"), "yes-first", "P"), "Yes") == 1);
}

TEST_CASE("codes of another range count what they stand for") {
  const Questionnaire form = questionnaire(*find_instrument("hhs30"), "from-1");
  CHECK(form.lowest == 1);
  CHECK(form.highest == 4);
  CHECK(form.value_lowest == 0);
  CHECK(form.value_highest == 3);
  CHECK(form.items[29].values == std::vector<double>{0, 1, 2, 3});
  CHECK(form.scales[0].highest == 90);
  REQUIRE(form.other_codings.size() == 1);
  CHECK(form.other_codings[0].name == "from-0");
  CHECK(form.other_codings[0].meaning == "0 = never applies to me");
  CHECK(form.other_codings[0].lowest == 0);
  CHECK(form.other_codings[0].highest == 3);
}

TEST_CASE("counted answers are 0 and 1 in every coding and order") {
  const Questionnaire form = questionnaire(*find_instrument("djg6"), "yes-first", "P");
  CHECK(form.value_lowest == 0);
  CHECK(form.value_highest == 1);
  CHECK(form.lowest == 1);
  CHECK(form.highest == 3);
  CHECK(form.items[0].values == std::vector<double>{1, 1, 0});
  CHECK(form.items[3].values == std::vector<double>{0, 1, 1});
  CHECK(form.items[3].cue == "people to lean on");
}

TEST_CASE("labels that a coding has no code for are left out") {
  const Instrument instrument = load_instrument(
      "id = \"x\"\ntitle = \"x\"\nitems = 1\nrange = [1, 3]\ndefault_coding = \"short\"\n"
      "[answers]\nNo = 1\nPerhaps = 2\nYes = 3\n[[coding]]\nname = \"short\"\nmeaning = \"0 = no\"\nrange = [0, 1]\n"
      "answers = [1, 3]\n[[scale]]\nscore = \"sum\"\nhigher_is = \"neutral\"",
      "x");
  const Questionnaire form = questionnaire(instrument);
  REQUIRE(form.labels.size() == 2);
  CHECK(form.labels[1].text == "Yes");
  CHECK(form.labels[1].answer == 1);
}

}  // namespace
