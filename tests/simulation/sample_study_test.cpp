#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "close_to.hpp"
#include "ecpr/analysis/analysis.hpp"
#include "ecpr/study/study.hpp"
#include "ecpr/survey/survey.hpp"

using namespace ecpr;

namespace {

struct Sample {
  survey::Survey survey;
  analysis::Analysis analysis;
};

Sample sample(const std::string& study_file) {
  study::Study study = study::load_study(std::string(ECPR_SOURCE_DIR) + "/data/samples/" + study_file);
  study::complete(study);
  Sample result{survey::read_survey(study, {}), {}};
  result.analysis = analysis::analyse(result.survey, study);
  return result;
}

/// Mean change of all participants or a group, positive where it is an improvement.
double improvement(const analysis::Analysis& analysis, std::size_t outcome, std::optional<std::size_t> group = {}) {
  const bool lower = analysis.outcomes[outcome].direction == instruments::Direction::lower_is_better;
  const double change = *analysis.comparison(outcome, group).test.mean_change;
  return lower ? -change : change;
}

std::string most_improved_group(const analysis::Analysis& analysis, std::size_t outcome) {
  std::size_t best = 0;
  for (std::size_t group = 1; group < analysis.groups.size(); ++group) {
    if (improvement(analysis, outcome, group) > improvement(analysis, outcome, best)) best = group;
  }
  return analysis.groups[best];
}

}  // namespace

TEST_SUITE("the sample study") {
  TEST_CASE("185 people before, 165 after, 151 both times, in five roles of at least 10 pairs; no problem anywhere") {
    const Sample made_up = sample("study.toml");
    CHECK(made_up.survey.problems.total() == 0);
    const auto& participants = made_up.analysis.participants;
    CHECK(participants.pre == 185);
    CHECK(participants.post == 165);
    CHECK(participants.matched == 151);
    CHECK(made_up.analysis.groups == std::vector<std::string>{"Peer support specialists", "Clinicians",
                                                              "Nonprofit leaders and workers", "Family members",
                                                              "Service users"});
    for (const auto& group : made_up.analysis.group_counts) CHECK(group.matched >= 10);
    for (const auto& comparison : made_up.analysis.comparisons) CHECK(comparison.test.n >= 10);
  }

  TEST_CASE("one or two answers in a hundred are missing") {
    const Sample made_up = sample("study.toml");
    double answers = 0, possible = 0;
    for (std::size_t i = 0; i < made_up.survey.sources.size(); ++i) {
      if (!made_up.survey.sources[i].scored) continue;
      answers += static_cast<double>(made_up.survey.answers[i].pre + made_up.survey.answers[i].post);
      possible += 350.0 * static_cast<double>(made_up.survey.sources[i].questionnaire.items.size());
    }
    CHECK(answers / possible > 0.97);
    CHECK(answers / possible < 0.99);
  }

  TEST_CASE("the three shapes give the same numbers") {
    const analysis::Analysis pair = sample("study.toml").analysis;
    for (const char* other : {"study_wide.toml", "study_long.toml"}) {
      CAPTURE(other);
      const analysis::Analysis same = sample(other).analysis;
      REQUIRE(pair.comparisons.size() == same.comparisons.size());
      for (std::size_t i = 0; i < pair.comparisons.size(); ++i) {
        CHECK(pair.comparisons[i].test.n == same.comparisons[i].test.n);
        CHECK(*pair.comparisons[i].test.mean_change == *same.comparisons[i].test.mean_change);
        CHECK(*pair.comparisons[i].test.log10_p == *same.comparisons[i].test.log10_p);
      }
    }
  }

  TEST_CASE("the pattern of the published findings, with room to either side of .05") {
    const analysis::Analysis made_up = sample("study.toml").analysis;
    const std::vector<std::string> significant = {"identify_emotions", "support_others",  "communicate_nonverbally",
                                                  "share_emotions",    "self_care",       "scsr20",
                                                  "flourish8",         "panas20.positive"};
    const std::vector<std::string> not_significant = {"ucla3", "es28", "aels11", "maas15", "hhs30"};
    const auto lists = [](const std::vector<std::string>& names, const std::string& name) {
      return std::find(names.begin(), names.end(), name) != names.end();
    };
    std::size_t seen = 0;
    for (std::size_t i = 0; i < made_up.outcomes.size(); ++i) {
      const std::string& name = made_up.outcomes[i].name;
      CAPTURE(name);
      const double p = *made_up.comparison(i, {}).test.p;
      if (lists(significant, name)) {
        CHECK(p < 0.01);
        CHECK(improvement(made_up, i) > 0);
      } else if (lists(not_significant, name)) {
        CHECK(p > 0.1);
        CHECK(improvement(made_up, i) > 0);
      } else if (name == "panas20.negative") {
        CHECK(p > 0.5);
        CHECK(improvement(made_up, i) <= 0);
      } else {
        CHECK(family_of(made_up.outcomes[i]) == analysis::Family::subscales);
        CHECK(p > 0.1);
        continue;
      }
      CHECK(made_up.comparison(i, {}).significant == (p < 0.05));
      ++seen;
    }
    CHECK(seen == 14);
  }

  TEST_CASE("the role that improves most in each outcome, as published") {
    const analysis::Analysis made_up = sample("study.toml").analysis;
    const std::map<std::string, std::string> published = {
        {"ucla3", "Nonprofit leaders and workers"},       {"scsr20", "Nonprofit leaders and workers"},
        {"aels11", "Nonprofit leaders and workers"},      {"flourish8", "Nonprofit leaders and workers"},
        {"panas20.positive", "Peer support specialists"}, {"maas15", "Clinicians"}};
    std::size_t seen = 0;
    for (std::size_t i = 0; i < made_up.outcomes.size(); ++i) {
      const auto expected = published.find(made_up.outcomes[i].name);
      if (expected == published.end()) continue;
      CAPTURE(made_up.outcomes[i].name);
      CHECK(most_improved_group(made_up, i) == expected->second);
      ++seen;
    }
    CHECK(seen == published.size());
  }

  TEST_CASE("scores before lie near published norms") {
    const analysis::Analysis made_up = sample("study.toml").analysis;
    const std::map<std::string, std::pair<double, double>> norms = {
        {"scsr20", {88.02, 16.82}},        {"flourish8", {44.97, 6.56}}, {"panas20.positive", {33.3, 7.2}},
        {"panas20.negative", {17.4, 6.2}}, {"maas15", {4.20, 0.69}},     {"es28", {2.94, 0.32}}};
    for (std::size_t i = 0; i < made_up.outcomes.size(); ++i) {
      const auto norm = norms.find(made_up.outcomes[i].name);
      if (norm == norms.end()) continue;
      CAPTURE(norm->first);
      const auto& test = made_up.comparison(i, {}).test;
      CHECK(std::abs(*test.pre_mean - norm->second.first) < 0.5 * norm->second.second);
      CHECK(std::abs(*test.pre_sd / norm->second.second - 1) < 0.25);
    }
  }
}
