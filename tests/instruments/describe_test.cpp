#include "ecpr/instruments/describe.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "ecpr/base/text.hpp"
#include "ecpr/instruments/catalogue.hpp"

namespace {

using namespace ecpr::instruments;

TEST_CASE("a page says all that is known of an instrument") {
  CHECK(describe(*find_instrument("ucla3")) ==
        R"(UCLA 3-item Loneliness Scale (ucla3)

  Hughes ME, Waite LJ, Hawkley LC, Cacioppo JT. A short scale for measuring loneliness in large
  surveys: results from two population-based studies. Res Aging 2004;26:655-672.
  doi:10.1177/0164027504268574

Items        3, answered 1 to 3; cue words, not the wording:
              1  companionship
              2  left out
              3  isolated
Answers      hardly-ever-first: 1 Hardly ever, 2 Some of the time, 3 Often; also 1 Hardly ever or
             never
Columns      ucla3_{item}, ucla_{item}, ucla_loneliness_{item}, lonely_{item}, loneliness_{item},
             ucla3{item}
Codings      hardly-ever-first: 1 = hardly ever (taken when none is stated)
             often-first: 1 = often
             another is stated by: coding = "often-first" in the study file, or --coding
             ucla3=often-first

Scales (R: a higher code lowers the score)

  ucla3  Loneliness
    score    sum, 3 to 9; higher is worse
    items    hardly-ever-first: 1, 2, 3
             often-first: 1R, 2R, 3R
    missing  scored when all 3 are answered (no published rule known)

Alpha        0.72; Hughes et al. 2004
Key          from secondary sources
Wording      Not shipped: use in research with the source named; ask the authors for anything else.
Notes        - Raw files of the Health and Retirement Study carry 1 = often: state often-first
               there, or every score is turned round.
             - Cut-offs of 4, 6 and 7 are all in use; none is applied here.
)");
}

TEST_CASE("a file with the least that is needed has a page without gaps") {
  const Instrument least = load_instrument(
      "id = \"own\"\ntitle = \"Own\"\nitems = 2\nrange = [0, 100]\nwhole = false\n[[scale]]\nscore = \"mean\"\n"
      "minimum_answered = 1\nhigher_is = \"neutral\"",
      "own.toml");
  CHECK(describe(least) == R"(Own (own)

Items        2, answered 0 to 100, fractions allowed
Columns      own_{item}

Scales (R: a higher code lowers the score)

  own  Own
    score    mean, 0 to 100; higher is neither better nor worse
    items    1, 2
    missing  scored when at least 1 of 2 are answered; the person's mean stands in for missing
             answers (no published rule known)

Key          not stated
)");
}

TEST_CASE("orders number the items side by side, and codes that count are named") {
  const std::string page = describe(*find_instrument("djg6"));
  CHECK(page.find("              M   P\n"
                  "              1   1  emptiness\n"
                  "              2   4  people to lean on\n") != page.npos);
  CHECK(page.find("must be stated: order = \"M\" in the study file, or --order djg6=M\n") != page.npos);
  CHECK(page.find("    items    no-first, order M: 1, 4, 6 (counting 2 and 3); 2, 3, 5 (counting 1 and 2)\n") !=
        page.npos);
  CHECK(page.find("             yes-first, order P: 1, 2, 3 (counting 1 and 2); 4, 5, 6 (counting 2 and 3)\n") !=
        page.npos);
  CHECK(page.find("scored when at least 5 of 6 are answered; missing answers add nothing (the authors'\n") !=
        page.npos);
}

TEST_CASE("reversed items are marked in the coding and order that they are reversed in") {
  const std::string empowerment = describe(*find_instrument("es28"));
  CHECK(empowerment.find("    items    agree-first: 4, 7, 10, 15R\n             disagree-first: 4R, 7R, 10R, 15\n") !=
        empowerment.npos);
  const std::string connectedness = describe(*find_instrument("scsr20"));
  CHECK(connectedness.find("    items    order A: 1, 2, 3R, 4,") != connectedness.npos);
  CHECK(connectedness.find("             order B: 1R, 2, 3R, 4R,") != connectedness.npos);
  const std::string stress = describe(*find_instrument("pss10"));
  CHECK(stress.find("    items    1, 2, 3, 4R, 5R, 6, 7R, 8R, 9, 10\n") != stress.npos);
  CHECK(stress.find("Recall       asks about the last 30 days\n") != stress.npos);
}

TEST_CASE("pages fit 100 columns and leave no blanks at the ends of lines") {
  for (const auto& id : instrument_ids()) {
    std::istringstream page(describe(*find_instrument(id)));
    for (std::string line; std::getline(page, line);) {
      CAPTURE(line);
      CHECK(ecpr::display_width(line) <= 100);
      CHECK_FALSE(line.ends_with(' '));
    }
  }
}

TEST_CASE("certainty in plain words") {
  using Level = Certainty::Level;
  CHECK(in_words({Level::primary, "the manual", ""}) == "checked against the manual");
  CHECK(in_words({Level::secondary, "", ""}) == "from secondary sources");
  CHECK(in_words({Level::secondary, "two pages", ""}) == "from secondary sources (two pages)");
  CHECK(in_words({Level::derived, "", ""}) == "derived from item polarity");
  CHECK(in_words({Level::unchecked, "", ""}) == "not checked: compare with your form");
  CHECK(in_words({}) == "not stated");
  CHECK(in_short(Level::unchecked) == "not checked");
}

TEST_CASE("the table of instruments") {
  const auto a = find_instrument("panas20"), b = find_instrument("who5");
  const std::vector<const Instrument*> shown = {a.get(), b.get()};
  CHECK(instrument_table(shown) ==
        "Id       Items  Scales  Key          Title\n"
        "panas20     20       2  secondary    Positive and Negative Affect Schedule\n"
        "who5         5       1  secondary    WHO-5 Well-Being Index\n");
  CHECK(instrument_table({}) == "Id  Items  Scales  Key          Title\n");
}

}  // namespace
