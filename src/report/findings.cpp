#include "ecpr/report/findings.hpp"

#include <algorithm>
#include <array>

#include "ecpr/analysis/verdict.hpp"
#include "effect_size_choice.hpp"
#include "improvement.hpp"
#include "wording.hpp"

namespace ecpr::report {

using analysis::Analysis;
using analysis::Comparison;
using analysis::Family;
using document::Text;

namespace {

/// The statistic of the test that decides.
document::TestStatistic test_statistic(const Comparison& comparison) {
  if (const auto& clusters = comparison.supplement.cluster_robust)
    return {"t", clusters->t, clusters->degrees_of_freedom};
  return {"t", comparison.test.t, comparison.test.degrees_of_freedom};
}

/// "mean change 1.58, 95% CI 0.70 to 2.46; t(9)=4.06; P=.003; d_z=1.28"
Text numbers(const Analysis& analysis, const Comparison& comparison) {
  const EffectSizeChoice& effect_size = primary_effect_size(analysis.settings);
  const auto& clusters = comparison.supplement.cluster_robust;
  std::vector<Text> parts;
  if (const auto& change = comparison.test.mean_change)
    parts.push_back(
        Text("mean change ") +
        document::Estimate{change, analysis::deciding_interval(comparison), {}, analysis.settings.confidence});
  if (auto statistic = test_statistic(comparison); statistic.value) parts.emplace_back(statistic);
  if (analysis::is_tested(comparison)) {
    parts.emplace_back(p_value(comparison));
    if (analysis.settings.adjust != Adjustment::none) parts.push_back(Text("adjusted ") + adjusted_p_value(comparison));
  }
  if ((comparison.effect_sizes.*effect_size.value).estimate) parts.push_back(equation(effect_size, comparison));
  if (clusters && !analysis::caution_of(*clusters).empty()) parts.emplace_back(analysis::caution_of(*clusters));
  return joined(parts, "; ", "; ");
}

Text with_numbers(const Analysis& analysis, std::size_t outcome) {
  return in_sentence(analysis.outcomes[outcome]) + " (" + numbers(analysis, analysis.comparison(outcome, {})) + ")";
}

/// What is said of a family: its name for one of it, and how a sentence about it begins.
struct FamilyWords {
  Family family;
  std::string_view one, opening;
};

constexpr std::array families = {
    FamilyWords{Family::main, "outcome", "Scores "},
    FamilyWords{Family::subscales, "subscale", "Among the subscales, scores "},
    FamilyWords{Family::items, "single item", "Among the single items, scores "},
};

constexpr std::array courses = {Course::improved, Course::worsened, Course::increased, Course::decreased,
                                Course::unchanged};

/// The findings of one family, a sentence per course.
class FamilyFindings {
 public:
  FamilyFindings(const Analysis& analysis, const document::NumberStyle& style, const FamilyWords& words)
      : analysis_(analysis), words_(words), threshold_(significance_threshold(analysis.settings, style)) {
    for (std::size_t i = 0; i < analysis.outcomes.size(); ++i) {
      if (family_of(analysis.outcomes[i]) == words.family) outcomes_.push_back(i);
    }
  }

  /// None when the family is empty.
  std::vector<Text> sentences() {
    if (outcomes_.empty()) return {};
    add_significant();
    for (const Course course : courses) add_not_significant(course);
    add_untested();
    return std::move(sentences_);
  }

 private:
  template <class Condition>
  std::vector<Text> those(Condition condition) const {
    std::vector<Text> texts;
    for (const std::size_t i : outcomes_) {
      if (condition(analysis_.outcomes[i], analysis_.comparison(i, {}))) {
        texts.push_back(with_numbers(analysis_, i));
      }
    }
    return texts;
  }

  void add_significant() {
    for (const Course course : courses) {
      const auto texts = those([&](const analysis::Outcome& outcome, const Comparison& all) {
        return all.significant && course_of(outcome, all) == course;
      });
      if (texts.empty()) continue;
      const Text threshold = sentences_.empty() ? Text(" (") + threshold_ + ")" : Text();
      sentences_.push_back(Text(words_.opening) + verb(course) + " significantly" + threshold + " in " + joined(texts) +
                           ".");
    }
    if (sentences_.empty() && any_tested()) {
      sentences_.push_back(Text("No ") + words_.one + " changed significantly (" + threshold_ + ").");
    }
  }

  bool any_tested() const {
    return std::any_of(outcomes_.begin(), outcomes_.end(),
                       [&](std::size_t outcome) { return analysis::is_tested(analysis_.comparison(outcome, {})); });
  }

  void add_not_significant(Course course) {
    const auto texts = those([&](const analysis::Outcome& outcome, const Comparison& all) {
      return is_tested(all) && !all.significant && course_of(outcome, all) == course;
    });
    if (texts.empty()) return;
    const std::string_view manner = course == Course::unchanged ? " on average in " : ", but not significantly, in ";
    sentences_.push_back(Text(words_.opening) + verb(course) + manner + joined(texts) + ".");
  }

  void add_untested() {
    std::vector<Text> texts;
    for (const std::size_t i : outcomes_) {
      const Comparison& all = analysis_.comparison(i, {});
      if (is_tested(all)) continue;
      const std::string reason = analysis::deciding_p(all).p.reason();
      texts.push_back(in_sentence(analysis_.outcomes[i]) + (reason.empty() ? "" : " (" + reason + ")"));
    }
    if (texts.empty()) return;
    const std::string_view test = analysis_.settings.has_clusters() ? "No cluster-robust test" : "No test";
    sentences_.push_back(Text(test) + " was possible for " + joined(texts) + ".");
  }

  const Analysis& analysis_;
  const FamilyWords& words_;
  Text threshold_;
  std::vector<std::size_t> outcomes_;
  std::vector<Text> sentences_;
};

/// "loneliness (n=24; mean change ...)"
Text of_group(const Analysis& analysis, const LargestImprovement& improvement, const document::NumberStyle& style) {
  const Comparison& comparison = analysis.comparison(improvement.outcome, improvement.group);
  return in_sentence(analysis.outcomes[improvement.outcome]) + " (" + equal(style, "n", comparison.test.n) + "; " +
         numbers(analysis, comparison) + ")";
}

/// Groups in their order, each with the outcomes that it improved most in.
std::vector<Text> improvements_by_group(const Analysis& analysis, const std::vector<LargestImprovement>& largest,
                                        const document::NumberStyle& style) {
  std::vector<Text> parts;
  for (std::size_t group = 0; group < analysis.groups.size(); ++group) {
    std::vector<Text> outcomes;
    for (const LargestImprovement& improvement : largest) {
      if (improvement.group == group) outcomes.push_back(of_group(analysis, improvement, style));
    }
    if (outcomes.empty()) continue;
    const std::string had = parts.empty() ? " had the largest observed improvement in " : " in ";
    parts.push_back(analysis.groups[group] + had + joined(outcomes));
  }
  return parts;
}

/// "P=.04"; "none (all changes are equal)".
Text between_groups(const statistics::FTest& test) {
  if (test.p || test.log10_p) return Text(document::PValue{test.p, test.log10_p});
  return "none" + (test.p.reason().empty() ? "" : " (" + test.p.reason() + ")");
}

/// "Test of equal mean changes in all groups, unadjusted: hope, P=.04.": only what a test between the groups says.
Text between_groups(const Analysis& analysis, const std::vector<LargestImprovement>& largest) {
  if (analysis.group_differences.empty()) return "Differences between the groups were not tested.";
  std::vector<Text> parts;
  for (const LargestImprovement& improvement : largest)
    parts.push_back(in_sentence(analysis.outcomes[improvement.outcome]) + ", " +
                    between_groups(analysis.group_differences[improvement.outcome].test.change.fisher));
  const std::string independent = analysis.settings.has_clusters() ? " and with people taken as independent" : "";
  return Text("Test of equal mean changes in " + groups_compared(analysis, largest) + ", unadjusted" + independent +
              ": ") +
         joined(parts, "; ", "; ") + ".";
}

Text group_paragraph(const Analysis& analysis, const document::NumberStyle& style) {
  const std::vector<LargestImprovement> largest = largest_improvements(analysis);
  if (largest.empty()) return {};
  return Text("Among the " + groups_named(analysis, largest) + ", ") +
         joined(improvements_by_group(analysis, largest, style), "; ", "; and ") + ". " +
         between_groups(analysis, largest);
}

/// Which tests the findings rest on, as people come in clusters.
Text clusters_sentence(const analysis::Settings& settings, const document::NumberStyle& style) {
  return Text("As people of the same " + settings.cluster_column +
              " may be alike, what is significant is said by cluster-robust tests: CI, ") +
         document::italic("t") + " and " + p_symbol(style) + " of a mean change are theirs.";
}

}  // namespace

Blocks findings(const Analysis& analysis, const ReportOptions& options) {
  if (analysis.outcomes.empty()) return {};
  Blocks blocks = {document::Heading{1, "Findings"}};
  if (analysis.settings.has_clusters())
    blocks.emplace_back(document::Paragraph{clusters_sentence(analysis.settings, options.style)});
  for (const FamilyWords& words : families) {
    for (Text& sentence : FamilyFindings(analysis, options.style, words).sentences()) {
      blocks.emplace_back(document::Paragraph{std::move(sentence)});
    }
  }
  Text groups = group_paragraph(analysis, options.style);
  if (!groups.empty()) blocks.emplace_back(document::Paragraph{std::move(groups)});
  return blocks;
}

}  // namespace ecpr::report
