#include "ecpr/report/methods.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "effect_size_choice.hpp"
#include "outcome_notes.hpp"
#include "wording.hpp"

namespace ecpr::report {

using analysis::Analysis;
using document::Text;

namespace {

Text design(const Analysis& analysis) {
  Text text = "The same people were asked before (pre) and after (post), without a control group. ";
  text += flow_sentence(analysis);
  for (const std::string& more : {repaired_sentence(analysis.participants), left_out_sentence(analysis.participants)})
    if (!more.empty()) text += " " + more;
  if (!analysis.groups.empty()) {
    text += fmt::format(" Results are given for all participants and by {} ({}).", analysis.group_column,
                        counted(analysis.groups.size(), "group", "groups"));
  }
  return text;
}

bool is_scale(const analysis::Outcome& outcome) { return outcome.items > 1; }

/// "all 3 items for loneliness; at least 7 of 8 items for flourishing and hope": outcomes of one rule together.
std::string scoring_rules(const std::vector<analysis::Outcome>& outcomes) {
  std::vector<std::string> rules;
  std::vector<std::vector<std::string>> labels;
  for (const analysis::Outcome& outcome : outcomes) {
    if (!is_scale(outcome)) continue;
    const std::string rule = answers_needed(outcome);
    const auto place = static_cast<std::size_t>(std::find(rules.begin(), rules.end(), rule) - rules.begin());
    if (place == rules.size()) {
      rules.push_back(rule);
      labels.emplace_back();
    }
    labels[place].push_back(in_sentence(outcome));
  }
  std::string text;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    text += fmt::format("{}{} for {}", i == 0 ? "" : "; ", rules[i], listed(labels[i]));
  }
  return text;
}

Text scoring(const Analysis& analysis) {
  const auto& outcomes = analysis.outcomes;
  if (std::none_of(outcomes.begin(), outcomes.end(), is_scale)) {
    return "Scores were taken as they stood in the data. Values out of range or unreadable were treated as missing; "
           "missing scores were not imputed.";
  }
  const bool incomplete = std::any_of(outcomes.begin(), outcomes.end(), [](const analysis::Outcome& outcome) {
    return is_scale(outcome) && outcome.prorated && outcome.minimum_answered < outcome.items;
  });
  return Text(
             "Answers out of range or unreadable were treated as missing. Reverse-keyed items were reversed over "
             "their whole possible range. A scale was scored when enough of its items were answered (") +
         scoring_rules(outcomes) + ")" +
         (incomplete ? ", an incomplete one prorated by the person's own mean of the answered items" : "") +
         ". Missing scores were not imputed: every outcome uses the people who have it at both waves.";
}

std::string families(const Analysis& analysis) {
  const auto has = [&](analysis::Family family) {
    return std::any_of(analysis.outcomes.begin(), analysis.outcomes.end(),
                       [&](const analysis::Outcome& outcome) { return family_of(outcome) == family; });
  };
  std::vector<std::string> names;
  if (has(analysis::Family::main)) names.emplace_back("the outcomes");
  if (has(analysis::Family::subscales)) names.emplace_back("the subscales of a total");
  if (has(analysis::Family::items)) names.emplace_back("the single items");
  return listed(names) + (names.size() > 1 ? " (each a family of its own)" : "");
}

Text multiplicity(const Analysis& analysis, const document::NumberStyle& style) {
  const std::string name = adjustment_name(analysis.settings.adjust);
  Text text;
  if (name.empty()) {
    text = p_symbol(style) + Text(" values were not adjusted for multiple comparisons; ");
  } else {
    text =
        Text(analysis.settings.has_clusters() ? "Cluster-robust " : "") + p_symbol(style) +
        Text(" values were adjusted by the method of " + replaced(name, "-", " and ") + " over " + families(analysis)) +
        (analysis.groups.empty() ? "; " : ", within all participants and within each group; ");
  }
  return text + significance_threshold(analysis.settings, style) + " was called significant.";
}

/// The test that decides where people come in clusters.
std::string cluster_test(const analysis::Settings& settings) {
  if (!settings.has_clusters()) return {};
  return fmt::format(
      "As people of the same {0} may be alike, the mean change was tested with CR2 standard errors by {0} and "
      "Satterthwaite degrees of freedom; this cluster-robust test says what is called significant, and the plain t "
      "test "
      "stands beside it. ",
      settings.cluster_column);
}

Text tests(const Analysis& analysis, const ReportOptions& options) {
  const analysis::Settings& settings = analysis.settings;
  Text text = "Pre and post scores were compared by two-tailed paired t tests; every change is post minus pre. " +
              cluster_test(settings) + "Intervals are " + Text(document::confidence_level(settings.confidence)) +
              " CIs. ";
  text += settings.effect_sizes.size() == 1 ? "The effect size is a standardized mean change. "
                                            : "The effect sizes are standardized mean changes. ";
  for (const std::string& name : settings.effect_sizes) {
    text += definition(effect_size_choice(name), settings) + ". ";
  }
  text += multiplicity(analysis, options.style);
  if (settings.min_cell > 0 && !analysis.groups.empty()) {
    text += fmt::format(" Of groups with fewer than {} only n is shown.", counted(settings.min_cell, "pair", "pairs"));
  }
  const auto& attrition = analysis.attrition;
  if (std::any_of(attrition.begin(), attrition.end(), [](const auto& each) { return each.withheld; }))
    text +=
        fmt::format(" Where fewer than {} with a score before have one after, or have none, the two are only counted.",
                    counted(settings.min_cell, "person", "people"));
  if (!analysis.reliability.empty()) {
    text += " Reliability is Cronbach alpha with Feldt's CI, from the people who answered every item in a wave.";
  }
  if (!options.version.empty()) text += " All numbers were computed with ecpr " + options.version + ".";
  return text;
}

std::string further_tests(const analysis::Settings& settings) {
  std::string text;
  if (settings.equivalence) text += " Equivalence of the mean change with none was tested by two one-sided t tests.";
  if (settings.bootstrap > 0)
    text += fmt::format(" Bootstrap intervals (BCa) are from {} resamples with seed {}.",
                        with_thousands(settings.bootstrap), settings.seed);
  return text;
}

template <class Items, class Condition>
bool any_of(const Items& items, Condition condition) {
  return std::any_of(items.begin(), items.end(), condition);
}

/// "exact Wilcoxon signed-rank test"; where some are not exact, the rule.
std::string wilcoxon(const Analysis& analysis) {
  const bool approximate = any_of(analysis.comparisons, [](const analysis::Comparison& comparison) {
    const auto& test = comparison.supplement.wilcoxon;
    return test.v && test.method == statistics::SignedRankMethod::normal_approximation;
  });
  const std::string test = approximate
                               ? "Wilcoxon signed-rank test, exact up to 200 changes that are not 0, else by normal "
                                 "approximation,"
                               : "exact Wilcoxon signed-rank test";
  return test + " with the Hodges-Lehmann estimate";
}

/// " with a Shapiro-Wilk test of the changes and"; empty where there is none at all.
std::string shapiro_wilk(const Analysis& analysis) {
  std::size_t tested = 0;
  for (std::size_t i = 0; i < analysis.outcomes.size(); ++i)
    tested += analysis.comparison(i, {}).supplement.shapiro_wilk.w.has_value();
  if (tested == 0) return {};
  return fmt::format(" a Shapiro-Wilk test of the changes{} and",
                     tested == analysis.outcomes.size() ? "" : ", where it exists,");
}

/// What is done about people who were lost; empty where nobody was.
std::string lost_people(const Analysis& analysis) {
  const auto& attrition = analysis.attrition;
  if (!any_of(attrition, [](const auto& each) { return each.test.n_lost > 0; })) return {};
  const std::string likelihood = "the mean change is estimated with them by maximum likelihood.";
  if (any_of(attrition, [](const auto& each) { return each.test.n_lost > 0 && !each.withheld; }))
    return " People without a score after are compared with the others on their score before, and " + likelihood;
  return " People without a score after are too few to be compared with the others; " + likelihood;
}

/// What stands in the supplement and in the tables of groups and measures.
Text supplement(const Analysis& analysis) {
  std::string text = "The supplement repeats the comparisons without the assumption of normal changes (" +
                     wilcoxon(analysis) + "; 20% trimmed means after Yuen), with" + shapiro_wilk(analysis) +
                     " a JZS Bayes factor.";
  if (any_of(analysis.reliable_change,
             [](const auto& change) { return change.threshold.has_value() && !change.withheld; }))
    text += " Reliable change is counted after Jacobson and Truax.";
  text += lost_people(analysis);
  text += further_tests(analysis.settings);
  if (!analysis.group_differences.empty())
    text +=
        " The groups were compared with each other by analysis of variance of the changes, by Welch's version of it, "
        "and by analysis of covariance with the pre score as covariate; contrasts of adjusted means were adjusted by "
        "the method of Holm.";
  if (!analysis.measures.empty())
    text += " Measures taken once are described, with Wilson's interval for a share, and not tested.";
  return text;
}

std::string independence(const analysis::Settings& settings) {
  if (!settings.has_clusters()) return "People were treated as independent of each other. ";
  return fmt::format(
      "Only the cluster-robust tests allow for people of the same {} being alike; every other test and interval treats "
      "people as independent of each other. ",
      settings.cluster_column);
}

/// That nobody was lost altogether, and in which outcomes scores after are missing all the same.
std::string everybody_came_back(const Analysis& analysis) {
  std::vector<std::string> incomplete;
  for (std::size_t i = 0; i < analysis.outcomes.size(); ++i) {
    if (analysis.comparison(i, {}).pre_only > 0) incomplete.push_back(in_sentence(analysis.outcomes[i]));
  }
  const std::string everybody = "Everybody who answered before also answered after";
  if (incomplete.empty()) return everybody + ".";
  return fmt::format(
      "{}, but some have no score after in {}; the results are those of people with a score at both waves.", everybody,
      listed(incomplete));
}

Text limitations(const Analysis& analysis) {
  const analysis::Participants& people = analysis.participants;
  Text text =
      "Without a control group a change cannot be attributed to the intervention: regression to the mean, repeated "
      "testing and events between the waves may account for it. ";
  text += independence(analysis.settings);
  if (people.pre_only > 0) {
    text += Text(document::Share{people.pre_only, people.pre}) + " of " + counted(people.pre, "person", "people") +
            " who answered before did not answer after; the results are those of people who answered both times.";
  } else {
    text += everybody_came_back(analysis);
  }
  return text;
}

}  // namespace

Blocks methods(const Analysis& analysis, const ReportOptions& options) {
  Blocks blocks = {document::Heading{1, "Methods"}, document::Paragraph{design(analysis)},
                   document::Paragraph{scoring(analysis)}, document::Paragraph{tests(analysis, options)}};
  if (!analysis.outcomes.empty()) blocks.emplace_back(document::Paragraph{supplement(analysis)});
  blocks.emplace_back(document::Heading{2, "Limitations"});
  blocks.emplace_back(document::Paragraph{limitations(analysis)});
  if (analysis.notes.empty()) return blocks;
  document::List notes;
  for (const std::string& note : analysis.notes) notes.items.push_back(as_sentence(note));
  blocks.emplace_back(document::Heading{2, "Notes on the data"});
  blocks.emplace_back(std::move(notes));
  return blocks;
}

}  // namespace ecpr::report
