#include "ecpr/figure/figures.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "ecpr/base/text.hpp"
#include "ecpr/study/outcome.hpp"

namespace {

using namespace ecpr;

/// Loneliness (lower is better) and hope of 12 people in two groups, 11 of them both times.
struct Example {
  survey::Survey survey;
  analysis::Analysis analysis;

  Example() {
    for (int person = 0; person < 12; ++person) {
      survey.ids.push_back(std::to_string(person));
      survey.waves.push_back(person == 11 ? 1 : 3);
      survey.group.push_back(person % 2);
    }
    survey.groups = {"Clinicians", "Family <members> & friends"};
    survey.group_column = survey.id_column = "x";
    survey.files.resize(1);
    add("loneliness", instruments::Direction::lower_is_better, -1);
    add("hope", instruments::Direction::higher_is_better, 2);
    analysis = analysis::analyse(survey, study::Study{});
  }

  void add(const std::string& name, instruments::Direction direction, double change) {
    study::Outcome source;
    source.name = source.label = name;
    source.direction = direction;
    survey.sources.push_back(source);
    survey::ScoredOutcome outcome;
    outcome.name = outcome.label = name;
    outcome.source = survey.sources.size() - 1;
    for (int person = 0; person < 12; ++person) {
      outcome.pre.value.push_back(20 + person);
      outcome.post.value.push_back(person == 11 ? std::nan("") : 20 + person + change * (person % 3));
    }
    survey.outcomes.push_back(outcome);
  }
};

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("an analysis has a flow, forests and two plots per outcome") {
  const Example example;
  std::vector<std::string> names;
  for (const auto& figure : figure::figures(example.analysis, example.survey, document::jmir()))
    names.push_back(figure.name);
  CHECK(names == std::vector<std::string>{"flow", "forest_all", "forest_groups_1", "paired_change_loneliness",
                                          "distribution_loneliness", "paired_change_hope", "distribution_hope"});
}

TEST_CASE("every figure is the same bytes twice, in every format") {
  const Example example;
  for (const auto& figure : figure::figures(example.analysis, example.survey, document::jmir())) {
    for (const auto format : {figure::Format::svg, figure::Format::pdf, figure::Format::png}) {
      const std::string bytes = figure::rendered(figure, format);
      CHECK(bytes == figure::rendered(figure, format));
      CHECK(bytes.size() > 500);
    }
  }
}

TEST_CASE("formats are what they are called, and a PNG says 300 dots per inch") {
  const Example example;
  const auto flow = figure::flow_diagram(example.analysis, document::jmir());
  CHECK(figure::rendered(flow, figure::Format::svg).starts_with("<?xml"));
  CHECK(figure::rendered(flow, figure::Format::pdf).starts_with("%PDF-"));
  CHECK(figure::rendered(flow, figure::Format::pdf).find("2000") != std::string::npos);
  const std::string png = figure::rendered(flow, figure::Format::png);
  CHECK(png.starts_with("\x89PNG"));
  // 300 / 0.0254 = 11811 dots per metre, in both directions.
  CHECK(png.find(std::string("pHYs\x00\x00\x2e\x23\x00\x00\x2e\x23\x01", 13)) != std::string::npos);
}

TEST_CASE("the words beside a picture say what it shows") {
  const Example example;
  CHECK(figure::flow_diagram(example.analysis, document::jmir()).alternative ==
        "Flow of participants: 12 answered before, 11 after, 11 both times; 1 before only, 0 after only.");
  CHECK(figure::change_distribution(example.analysis, example.survey, 1, document::jmir()).alternative ==
        "Changes in hope: 7 of 11 people scored higher after than before, 0 lower, 4 the same.");
  CHECK(figure::paired_change_plot(example.analysis, example.survey, 1, document::jmir()).alternative ==
        "hope of 11 people before and after: mean 25.00 before, 26.82 after.");
}

TEST_CASE("changes that are 0 but for the rounding of typed scores are drawn as none") {
  Example example;
  auto& hope = example.survey.outcomes[1];
  for (double& value : hope.post.value) value += 1e-9;
  const auto words = [&] {
    const auto analysis = analysis::analyse(example.survey, study::Study{});
    return figure::change_distribution(analysis, example.survey, 1, document::jmir()).alternative;
  };
  CHECK(words() == "Changes in hope: 11 of 11 people scored higher after than before, 0 lower, 0 the same.");
  hope.typed_unit = 1e-9;
  CHECK(words() == "Changes in hope: 7 of 11 people scored higher after than before, 0 lower, 4 the same.");
}

TEST_CASE("an outcome whose lower scores are better is drawn mirrored; its number is that of the tables") {
  const Example example;
  const auto forest = figure::forests_of_outcomes(example.analysis, document::jmir()).at(0);
  const auto& d_z = example.analysis.comparison(0, std::nullopt).effect_sizes.d_z;
  CHECK(*d_z.estimate < 0);
  const std::string number = document::estimate(document::jmir(), *d_z.estimate, *d_z.interval);
  CHECK(forest.alternative.find("loneliness * n=11, d_z " + number) != std::string::npos);
  // Both improve by the same amount: the order of the study is kept.
  CHECK(forest.alternative.find("loneliness") < forest.alternative.find("hope"));
}

TEST_CASE("a forest by group in words names each outcome once") {
  const Example example;
  const auto pages = figure::forests_by_group(example.analysis, document::jmir());
  REQUIRE(pages.size() == 1);
  CHECK(pages[0].alternative.starts_with("Forest plot. loneliness *: Clinicians n=6, d_z "));
  CHECK(count(pages[0].alternative, "loneliness") == 1);
  CHECK(count(pages[0].alternative, ". hope: Clinicians n=6") == 1);
}

TEST_CASE("many groups are turned into pages of about 40 rows") {
  Example example;
  for (int i = 2; i < 30; ++i) example.survey.groups.push_back("Group " + std::to_string(i));
  const auto analysis = analysis::analyse(example.survey, study::Study{});
  const auto pages = figure::forests_by_group(analysis, document::jmir());
  CHECK(pages.size() == 2);
  for (const auto& page : pages) CHECK(page.height < 700);
  example.survey.groups.clear();
  for (auto& group : example.survey.group) group = survey::nobody;
  CHECK(figure::forests_by_group(analysis::analyse(example.survey, study::Study{}), document::jmir()).empty());
}

TEST_CASE("an outcome with more groups than a page has room for is divided, each group drawn once") {
  Example example;
  for (int i = 2; i < 130; ++i) example.survey.groups.push_back("Group " + std::to_string(i));
  const auto analysis = analysis::analyse(example.survey, study::Study{});
  const auto pages = figure::forests_by_group(analysis, document::jmir());
  REQUIRE(pages.size() == 8);  // 2 outcomes of 130 groups and all participants, with 39 of them under each heading
  std::size_t rows = 0;
  for (const auto& page : pages) {
    CHECK(page.height <= figure::tallest_figure);
    rows += count(page.alternative, " n=");
  }
  CHECK(rows == 2 * 131);
  CHECK(pages[0].alternative.starts_with("Forest plot. loneliness *: Clinicians n=6, d_z "));
  CHECK(pages[1].alternative.starts_with("Forest plot. loneliness (continued) *: Group 39 n=0, d_z "));
  CHECK(pages[7].alternative.starts_with("Forest plot. hope (continued): "));
  CHECK(pages[7].caption == "Effect sizes by group, part 8 of 8.");
  CHECK(figure::rendered(pages[7], figure::Format::png).size() > 1000);
}

TEST_CASE("more reasons to leave people out than a page has room for are put together") {
  Example example;
  auto analysis = analysis::analyse(example.survey, study::Study{});
  for (int i = 0; i < 300; ++i) analysis.participants.exclusions.push_back({"reason " + std::to_string(i), 2, {}});
  analysis.participants.repaired = 3;
  const auto figure = figure::flow_diagram(analysis, document::jmir());
  CHECK(figure.height <= figure::tallest_figure);
  CHECK(figure.height > figure::tallest_figure - 26);
}

TEST_CASE("many outcomes are turned into pages of 40") {
  Example example;
  for (int i = 2; i < 90; ++i)
    example.add("outcome " + std::to_string(i), instruments::Direction::higher_is_better, 1 + i % 2);
  const auto pages = figure::forests_of_outcomes(analysis::analyse(example.survey, study::Study{}), document::jmir());
  REQUIRE(pages.size() == 3);
  CHECK(pages[0].name == "forest_all_1");
  CHECK(pages[2].caption == "Effect sizes of all participants, the largest improvement first, part 3 of 3.");
  std::size_t rows = 0;
  for (const auto& page : pages) rows += count(page.alternative, " n=11, d_z ");
  CHECK(rows == 90);
}

TEST_CASE("any label can be drawn") {
  Example example;
  example.survey.outcomes[0].label = "\xff not UTF-8 \n <b>&amp;</b> \u4e2d\u6587";
  const auto analysis = analysis::analyse(example.survey, study::Study{});
  for (const auto& figure : figure::figures(analysis, example.survey, document::jmir())) {
    const std::string svg = figure::rendered(figure, figure::Format::svg);
    CHECK_FALSE(invalid_utf8(svg));
    CHECK(svg.find("<b>") == std::string::npos);
    CHECK(svg.find("& ") == std::string::npos);
  }
}

TEST_CASE("constant scores and one change in all are drawn") {
  Example example;
  for (auto& value : example.survey.outcomes[0].pre.value) value = 5;
  for (std::size_t i = 0; i < 11; ++i) example.survey.outcomes[0].post.value[i] = 5;
  const auto analysis = analysis::analyse(example.survey, study::Study{});
  const auto jmir = document::jmir();
  for (const auto& figure : {figure::paired_change_plot(analysis, example.survey, 0, jmir),
                             figure::change_distribution(analysis, example.survey, 0, jmir)}) {
    const std::string svg = figure::rendered(figure, figure::Format::svg);
    CHECK(svg.find("nan") == std::string::npos);
    CHECK(svg.find("inf") == std::string::npos);
  }
}

TEST_CASE("the limits of reliable change are drawn and said, where they are known") {
  Example example;
  const std::string before = figure::rendered(
      figure::change_distribution(example.analysis, example.survey, 1, document::jmir()), figure::Format::svg);
  auto& change = example.analysis.reliable_change[example.analysis.place(1, std::nullopt)];
  CHECK(!change.threshold);
  change.threshold = 1.5;
  change.counts = statistics::ChangeCounts{4, 7, 0};
  const auto distribution = figure::change_distribution(example.analysis, example.survey, 1, document::jmir());
  CHECK(distribution.alternative ==
        "Changes in hope: 7 of 11 people scored higher after than before, 0 lower, 4 the same. A change is reliable "
        "beyond 1.50: 4 people improved, 0 deteriorated so much.");
  // Both limits are dotted lines, the only dashes of this figure.
  CHECK(count(before, "stroke-dasharray") == 0);
  CHECK(count(figure::rendered(distribution, figure::Format::svg), "stroke-dasharray") == 2);
  const auto paired = figure::paired_change_plot(example.analysis, example.survey, 1, document::jmir());
  CHECK(paired.alternative ==
        "hope of 11 people before and after: mean 25.00 before, 26.82 after; a change is reliable beyond 1.50.");
  CHECK(count(figure::rendered(paired, figure::Format::svg), "stroke-dasharray") == 2);
  change.threshold = 100.0;  // far outside the changes: said, not drawn
  CHECK(count(figure::rendered(figure::change_distribution(example.analysis, example.survey, 1, document::jmir()),
                               figure::Format::svg),
              "stroke-dasharray") == 0);
}

TEST_CASE("letters that the built-in font lacks are text in SVG, and cost no other format its drawing") {
  Example example;
  example.survey.outcomes[0].label = "\u5b64\u72ec <\u05d0>";
  const auto analysis = analysis::analyse(example.survey, study::Study{});
  const auto plot = figure::change_distribution(analysis, example.survey, 0, document::jmir());
  const std::string svg = figure::rendered(plot, figure::Format::svg);
  CHECK(count(svg, ">\u5b64</text>") == 1);
  CHECK(count(svg, ">\u05d0</text>") == 1);
  CHECK(svg.find("<title>\u5b64\u72ec &lt;\u05d0&gt;: how many") != std::string::npos);
  for (const auto format : {figure::Format::pdf, figure::Format::png})
    CHECK(figure::rendered(plot, format) == figure::rendered(plot, format));
}

TEST_CASE("colours say what the verdicts say, and outcomes without a direction have none") {
  Example example;
  const auto blue_in = [&](const analysis::Analysis& analysis) {
    return count(figure::rendered(figure::forests_of_outcomes(analysis, document::jmir()).at(0), figure::Format::svg),
                 "#0072b2") > 0;
  };
  auto analysis = analysis::analyse(example.survey, study::Study{});
  REQUIRE(analysis.outcomes.size() == 2);
  for (auto& comparison : analysis.comparisons) comparison.significant = false;
  CHECK_FALSE(blue_in(analysis));
  for (auto& comparison : analysis.comparisons) comparison.significant = true;
  CHECK(blue_in(analysis));
  for (auto& outcome : analysis.outcomes) outcome.direction = instruments::Direction::neutral;
  CHECK_FALSE(blue_in(analysis));
  CHECK(figure::forests_of_outcomes(analysis, document::jmir()).at(0).alternative.find("hope \u2020 n=11") !=
        std::string::npos);
}
