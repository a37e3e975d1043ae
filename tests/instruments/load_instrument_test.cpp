#include <doctest/doctest.h>

#include <string>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/instruments/instrument.hpp"

namespace {

using namespace ecpr::instruments;

// Every line has its number, so that the expected messages can be read off.
const std::string valid =
    "id = \"own\"\n"                         // 1
    "title = \"A scale of our own\"\n"       // 2
    "items = 4\n"                            // 3
    "cues = [\"a\", \"b\", \"c\", \"d\"]\n"  // 4
    "range = [1, 5]\n"                       // 5
    "aliases = [\"own{item}\"]\n"            // 6
    "default_coding = \"up\"\n"              // 7
    "default_order = \"none\"\n"             // 8
    "[answers]\n"                            // 9
    "\"Never\" = 1\n"                        // 10
    "\"Always\" = 5\n"                       // 11
    "[[coding]]\n"                           // 12
    "name = \"up\"\n"                        // 13
    "meaning = \"1 = never\"\n"              // 14
    "[[coding]]\n"                           // 15
    "name = \"from-0\"\n"                    // 16
    "meaning = \"0 = never\"\n"              // 17
    "range = [0, 4]\n"                       // 18
    "answers = [1, 2, 3, 4, 5]\n"            // 19
    "[[order]]\n"                            // 20
    "name = \"A\"\n"                         // 21
    "meaning = \"a first\"\n"                // 22
    "[[order]]\n"                            // 23
    "name = \"B\"\n"                         // 24
    "meaning = \"d first\"\n"                // 25
    "items = [4, 1, 2, 3]\n"                 // 26
    "[[scale]]\n"                            // 27
    "reversed = [4]\n"                       // 28
    "score = \"mean\"\n"                     // 29
    "higher_is = \"better\"\n"               // 30
    "[[scale]]\n"                            // 31
    "name = \"part\"\n"                      // 32
    "label = \"Part\"\n"                     // 33
    "items = [1, 2, 4]\n"                    // 34
    "reversed = [4]\n"                       // 35
    "score = \"sum\"\n"                      // 36
    "minimum_answered = 2\n"                 // 37
    "rule_source = \"us\"\n"                 // 38
    "higher_is = \"worse\"\n"                // 39
    "[[norm]]\n"                             // 40
    "scale = \"part\"\n"                     // 41
    "sample = \"us\"\n"                      // 42
    "mean = 9\n"                             // 43
    "sd = 2\n"                               // 44
    "source = \"us 2020\"\n"                 // 45
    "[[reliability]]\n"                      // 46
    "alpha = [0.7, 0.8]\n"                   // 47
    "source = \"us 2020\"\n"                 // 48
    "[[minimal_important_change]]\n"         // 49
    "change = 0.5\n"                         // 50
    "source = \"us 2020\"\n"                 // 51
    "[certainty]\n"                          // 52
    "level = \"primary\"\n"                  // 53
    "source = \"our drawer\"\n";             // 54

const std::string counting =
    "id = \"c\"\n"              // 1
    "title = \"Counted\"\n"     // 2
    "items = 2\n"               // 3
    "range = [1, 3]\n"          // 4
    "[[counts]]\n"              // 5
    "items = [1, 2]\n"          // 6
    "answers = [2, 3]\n"        // 7
    "[[scale]]\n"               // 8
    "score = \"count\"\n"       // 9
    "higher_is = \"worse\"\n";  // 10

/// The message of the refusal of `base` with `from` replaced by `to`; empty when it is not refused.
std::string refusal(const std::string& base, const std::string& from, const std::string& to) {
  REQUIRE(base.find(from) != base.npos);
  std::string text = base;
  text.replace(base.find(from), from.size(), to);
  try {
    load_instrument(text, "own.toml");
  } catch (const ecpr::DefinitionError& error) {
    return error.what();
  }
  return "";
}

std::string refused(const std::string& from, const std::string& to) { return refusal(valid, from, to); }
std::string refused_count(const std::string& from, const std::string& to) { return refusal(counting, from, to); }

TEST_CASE("a file with everything in it is understood") {
  const Instrument own = load_instrument(valid, "own.toml");
  CHECK(own.label == "A scale of our own");
  CHECK(own.aliases == std::vector<std::string>{"own_{item}", "own{item}"});
  REQUIRE(own.scales.size() == 2);
  CHECK(own.scales[0].items == std::vector<std::size_t>{0, 1, 2, 3});
  CHECK(own.scales[0].reversed == std::vector<std::size_t>{3});
  CHECK(own.scales[0].minimum_answered == 4);  // 80% of 4, rounded up
  CHECK(own.scales[0].rule_source.empty());
  CHECK(own.scales[0].label == "A scale of our own");
  CHECK(own.scales[1].lowest == 3);
  CHECK(own.scales[1].highest == 15);
  CHECK(own.scales[1].minimum_answered == 2);
  CHECK(own.scales[1].rule_source == "us");
  CHECK(own.default_coding == std::size_t{0});
  CHECK_FALSE(own.default_order);
  CHECK(own.certainty.level == Certainty::Level::primary);
  CHECK(own.minimal_important_changes.at(0).scale.empty());
}

TEST_CASE("the rule for missing answers is 80%, rounded up, when the file is silent") {
  for (const auto& [items, wanted] :
       {std::pair{1, 1}, {2, 2}, {3, 3}, {4, 4}, {5, 4}, {6, 5}, {7, 6}, {9, 8}, {10, 8}, {11, 9}, {20, 16}}) {
    const Instrument one = load_instrument("id = \"x\"\ntitle = \"x\"\nitems = " + std::to_string(items) +
                                               "\nrange = [0, 1]\n[[scale]]\nscore = \"sum\"\nhigher_is = \"neutral\"",
                                           "x");
    CAPTURE(items);
    CHECK(one.scales[0].minimum_answered == static_cast<std::size_t>(wanted));
  }
}

TEST_CASE("a sum that is not prorated can be as low as its fewest answers") {
  const Instrument one = load_instrument(
      "id = \"x\"\ntitle = \"x\"\nitems = 5\nrange = [-1, 3]\n[[scale]]\nscore = \"sum\"\nprorated = false\n"
      "minimum_answered = \"60%\"\nhigher_is = \"neutral\"",
      "x");
  CHECK(one.scales[0].minimum_answered == 3);
  CHECK(one.scales[0].lowest == -5);
  CHECK(one.scales[0].highest == 15);
}

TEST_CASE("unknown and missing keys") {
  CHECK(refused("title =", "titel =") ==
        "own.toml:2: unknown key 'titel' in the instrument file; did you mean 'title'?");
  CHECK(refused("id = \"own\"\n", "") == "own.toml:1: the instrument file needs 'id'");
  CHECK(refused("items = 4\n", "") == "own.toml:1: the instrument file needs 'items', the number of items");
  CHECK(refused("range = [1, 5]\n", "") ==
        "own.toml:1: the instrument file needs 'range', the lowest and highest answer");
  CHECK(refused("reversed = [4]\nscore", "revresed = [4]\nscore") ==
        "own.toml:28: unknown key 'revresed' in [[scale]]; did you mean 'reversed'?");
  CHECK(refused("score = \"mean\"\n", "") == "own.toml:27: the total needs 'score': sum, mean or count");
  CHECK(refused("higher_is = \"worse\"\n", "") ==
        "own.toml:31: scale 'part' needs 'higher_is': better, worse or neutral");
  CHECK(refused("label = \"Part\"\n", "") == "own.toml:31: [[scale]] needs 'label'");
  CHECK(refused_count("[[scale]]\nscore = \"count\"\nhigher_is = \"worse\"\n", "") ==
        "own.toml:1: the instrument file needs a [[scale]]");
}

TEST_CASE("names, items and ranges") {
  CHECK(refused("\"own\"", "\"our own\"") ==
        "own.toml:1: 'id' should be made of letters, digits, _ and -, not 'our own'");
  CHECK(refused("items = 4\n", "items = 0\n") == "own.toml:3: 'items' should be the number of items, 1 to 1000");
  CHECK(refused("items = 4\n", "items = 3\n") == "own.toml:4: 'cues' holds 4 cues for 3 items");
  CHECK(refused("range = [1, 5]", "range = [5, 1]") ==
        "own.toml:5: 'range' should be [lowest, highest], the lowest and highest answer that is possible");
  CHECK(refused("range = [1, 5]", "range = [1, 5, 6]") ==
        "own.toml:5: 'range' should be [lowest, highest], the lowest and highest answer that is possible");
  CHECK(refused("range = [1, 5]", "range = [1, 5.5]") ==
        "own.toml:5: 'range' should hold whole numbers; say whole = false when answers have fractions");
  CHECK(refused("range = [1, 5]", "range = [1, 500]") ==
        "own.toml:5: 'range' holds more than 250 whole numbers; say whole = false for a finely graded answer");
  CHECK(refused("own{item}", "own") == "own.toml:6: the alias 'own' should hold {item} or {cue} once");
  CHECK(refused("own{item}", "{item}{item}") ==
        "own.toml:6: the alias '{item}{item}' should hold {item} or {cue} once");
  CHECK(refused("own{item}", "{wave}{item}") ==
        "own.toml:6: the alias '{wave}{item}' should hold {item} or {cue} once");
  CHECK(refusal("cues = [\"a\", \"A\"]\naliases = \"{cue}\"\n" + counting, "Counted", "C") ==
        "own.toml:1: two items have the cue 'A', so {cue} in 'aliases' cannot tell them apart");
  CHECK(refusal("aliases = \"{cue}\"\n" + counting, "Counted", "C") ==
        "own.toml:1: a {cue} in 'aliases' needs 'cues', a cue word for every item");
  CHECK(refusal("recall_days = 0\n" + counting, "Counted", "C") ==
        "own.toml:1: 'recall_days' should be a number of days, 1 to 3660");
}

TEST_CASE("answers and their labels") {
  CHECK(refused("\"Never\" = 1", "\"Never\" = 0") == "own.toml:10: 0 is no answer of 1 to 5");
  CHECK(refused("\"Never\" = 1", "\"Never\" = 1.5") == "own.toml:10: 1.5 is no answer of 1 to 5");
  CHECK(refused("\"Always\" = 5", "\"never \" = 5") == "own.toml:11: the label 'never ' stands twice in [answers]");
}

TEST_CASE("codings") {
  CHECK(
      refused("default_coding = \"up\"\n", "") ==
      "own.toml:1: the instrument file needs 'default_coding': up or from-0, or \"none\" when the user must state it");
  CHECK(refused("default_coding = \"up\"", "default_coding = \"down\"") ==
        "own.toml:7: 'default_coding' should be up or from-0 or none, not 'down'");
  CHECK(refused("name = \"from-0\"", "name = \"up\"") == "own.toml:16: the name 'up' stands twice");
  CHECK(refused("name = \"from-0\"", "name = \"none\"") ==
        "own.toml:16: 'none' is no name: it means that there is no default");
  CHECK(refused("answers = [1, 2, 3, 4, 5]\n", "") ==
        "own.toml:18: a coding with a range of its own needs 'answers', what each of its codes stands for");
  CHECK(refused("answers = [1, 2, 3, 4, 5]", "answers = [1, 2, 3]") ==
        "own.toml:19: 'answers' holds 3 answers for the codes 0 to 4");
  CHECK(refused("answers = [1, 2, 3, 4, 5]", "answers = [1, 2, 3, 4, 6]") == "own.toml:19: 6 is no answer of 1 to 5");
  CHECK(refused("meaning = \"1 = never\"\n", "") == "own.toml:12: [[coding]] needs 'meaning'");
  CHECK(refusal("default_coding = \"a\"\n" + counting, "Counted", "C") ==
        "own.toml:1: 'default_coding' is given, but there is nothing to choose from");
}

TEST_CASE("orders") {
  CHECK(refused("items = [4, 1, 2, 3]", "items = [4, 1, 2]") ==
        "own.toml:26: 'items' of an order should name all 4 items, as this form asks them");
  CHECK(refused("items = [4, 1, 2, 3]", "items = [4, 1, 2, 2]") == "own.toml:26: 'items' names item 2 twice");
  CHECK(refused("default_order = \"none\"\n", "") ==
        "own.toml:1: the instrument file needs 'default_order': A or B, or \"none\" when the user must state it");
}

TEST_CASE("scales") {
  CHECK(refused("items = [1, 2, 4]", "items = [1, 2, 5]") ==
        "own.toml:34: 'items' names item 5, but the items are 1 to 4");
  CHECK(refused("items = [1, 2, 4]", "items = [0, 2, 4]") ==
        "own.toml:34: 'items' names item 0, but the items are 1 to 4");
  CHECK(refused("items = [1, 2, 4]", "items = [1, 4, 4]") == "own.toml:34: 'items' names item 4 twice");
  CHECK(refused("items = [1, 2, 4]", "items = []") == "own.toml:34: scale 'part' has no items");
  CHECK(refused("reversed = [4]\nscore = \"sum\"", "reversed = [3]\nscore = \"sum\"") ==
        "own.toml:35: item 3 is reversed, but it is no item of scale 'part'");
  CHECK(refused("\"mean\"", "\"average\"") == "own.toml:29: 'score' should be sum, mean or count, not 'average'");
  CHECK(refused("\"mean\"", "\"count\"") ==
        "own.toml:29: score = \"count\" needs [[counts]], which say what answers count");
  CHECK(refused("\"worse\"", "\"lower\"") ==
        "own.toml:39: 'higher_is' should be better, worse or neutral, not 'lower'");
  CHECK(refused("minimum_answered = 2", "minimum_answered = 4") ==
        "own.toml:37: 'minimum_answered' should be a count from 1 to 3 or a share such as \"80%\"");
  CHECK(refused("minimum_answered = 2", "minimum_answered = \"half\"") ==
        "own.toml:37: 'minimum_answered' should be a count from 1 to 3 or a share such as \"80%\"");
  CHECK(refused("minimum_answered = 2\n", "") ==
        "own.toml:37: 'rule_source' says who published 'minimum_answered', which is not given");
  CHECK(refused("minimum_answered = 2\n", "minimum_answered = 2\nmultiplier = 0\n") ==
        "own.toml:38: 'multiplier' should be a number above 0");
  CHECK(refused("name = \"part\"\nlabel = \"Part\"\n", "") ==
        "own.toml:31: the total, the one scale without 'name', comes before all others");
  CHECK(refused("[[scale]]\nreversed = [4]\n", "[[scale]]\nname = \"part\"\nlabel = \"x\"\nreversed = [4]\n") ==
        "own.toml:34: two scales are called 'part'");
}

TEST_CASE("counted answers") {
  CHECK(load_instrument(counting, "own.toml").scales[0].highest == 2);
  CHECK(refused_count("answers = [2, 3]", "answers = [2, 4]") == "own.toml:7: 4 is no answer of 1 to 3");
  CHECK(refused_count("answers = [2, 3]", "answers = [1, 2, 3]") ==
        "own.toml:7: 'answers' should hold some of the answers, neither none nor all");
  CHECK(refused_count("answers = [2, 3]", "answers = []") ==
        "own.toml:7: 'answers' should hold some of the answers, neither none nor all");
  CHECK(refused_count("answers = [2, 3]\n", "") ==
        "own.toml:5: [[counts]] needs 'items' and 'answers', the answers that count");
  CHECK(refused_count("items = [1, 2]", "items = [1]") ==
        "own.toml:5: item 2 stands in no [[counts]]: say which of its answers count");
  CHECK(refused_count("[[scale]]", "[[counts]]\nitems = [2]\nanswers = [1]\n[[scale]]") ==
        "own.toml:9: item 2 stands in two [[counts]]");
  CHECK(refused_count("\"count\"", "\"sum\"") ==
        "own.toml:9: where answers are counted ([[counts]]) every scale needs score = \"count\"");
  CHECK(refused_count("\"count\"", "\"count\"\nreversed = [1]") == "own.toml:10: counted answers cannot be reversed");
  CHECK(refused_count("range = [1, 3]", "range = [1, 3]\nwhole = false") ==
        "own.toml:6: answers with fractions (whole = false) cannot be counted");
}

TEST_CASE("what was published") {
  CHECK(refused("scale = \"part\"", "scale = \"prat\"") ==
        "own.toml:41: there is no scale 'prat'; did you mean 'part'?");
  CHECK(refused("mean = 9", "mean = 2") == "own.toml:43: a mean of 2 is impossible: scores go from 3 to 15");
  CHECK(refused("mean = 9\n", "") == "own.toml:40: [[norm]] needs 'mean'");
  CHECK(refused("sd = 2", "sd = 0") == "own.toml:44: 'sd' should be above 0");
  CHECK(refused("alpha = [0.7, 0.8]", "alpha = [0.8, 0.7]") ==
        "own.toml:47: 'alpha' should be a number or the range [lowest, highest] over samples");
  CHECK(refused("alpha = [0.7, 0.8]", "alpha = 1.2") == "own.toml:47: 'alpha' should lie between 0 and 1");
  CHECK(refused("change = 0.5", "change = 5") ==
        "own.toml:50: 'change' should lie between 0 and 4, the width of the scores");
  CHECK(refused("level = \"primary\"", "level = \"sure\"") ==
        "own.toml:53: 'level' should be primary, secondary, derived or unchecked, not 'sure'");
  CHECK(refused("level = \"primary\"\n", "") ==
        "own.toml:52: [certainty] needs 'level': primary, secondary, derived or unchecked");
  CHECK(refused("source = \"our drawer\"\n", "") ==
        "own.toml:52: a key that was checked against a primary source needs 'source', which one");
}

TEST_CASE("a norm needs the name of its scale where there is no total") {
  CHECK(refused("[[scale]]\nreversed = [4]\n", "[[scale]]\nname = \"all\"\nlabel = \"All\"\nreversed = [4]\n") ==
        "own.toml:48: there is no total: say scale = all or part");
}

TEST_CASE("files that are not there") {
  CHECK_THROWS_WITH_AS(load_instrument_file("no/such.toml"),
                       "no/such.toml: cannot read this instrument file: no such file", ecpr::InputError);
}

}  // namespace
