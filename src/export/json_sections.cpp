#include "json_sections.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace ecpr::catalogue {

using analysis::Analysis;

namespace {

/// Writes members, and last a `note`: why some are null, and what else was remembered, each once.
class NotedMembers {
 public:
  explicit NotedMembers(JsonWriter& json) : json_(json) {}

  void number(std::string_view name, const Defined<double>& value) {
    json_.member(name, value);
    remember(value.reason());
  }
  void limits(const Defined<Interval>& interval) {
    number("ci_lower", interval.map([](const Interval& limits) { return limits.lower; }));
    number("ci_upper", interval.map([](const Interval& limits) { return limits.upper; }));
  }
  void count(std::string_view name, const Defined<std::size_t>& value) {
    json_.key(name);
    value ? json_.count(*value) : json_.null();
    remember(value.reason());
  }
  void remember(const std::string& reason) {
    if (!reason.empty() && std::find(reasons_.begin(), reasons_.end(), reason) == reasons_.end())
      reasons_.push_back(reason);
  }
  void note() {
    std::string text;
    for (const auto& reason : reasons_) text += (text.empty() ? "" : "; ") + reason;
    json_.member("note", text);
  }

 private:
  JsonWriter& json_;
  std::vector<std::string> reasons_;
};

std::string_view group_name(const Analysis& analysis, std::optional<std::size_t> group) {
  return group ? std::string_view(analysis.groups[*group]) : std::string_view();
}

void write_adjusted_means(JsonWriter& json, NotedMembers& members, const Analysis& analysis,
                          const statistics::AnalysisOfCovariance& ancova) {
  json.key("adjusted_means");
  json.array(ancova.adjusted_means, [&](const statistics::AdjustedMean& adjusted) {
    json.object([&] {
      json.member("group", analysis.groups[adjusted.group]);
      members.number("mean", adjusted.mean);
      members.number("se", adjusted.standard_error);
      members.limits(adjusted.interval);
    });
  });
}

void write_contrasts(JsonWriter& json, NotedMembers& members, const Analysis& analysis,
                     const statistics::AnalysisOfCovariance& ancova) {
  json.key("contrasts");
  json.array(ancova.contrasts, [&](const statistics::AdjustedContrast& contrast) {
    json.object([&] {
      json.member("group_a", analysis.groups[contrast.group_a]);
      json.member("group_b", analysis.groups[contrast.group_b]);
      members.number("difference", contrast.difference);
      members.number("se", contrast.standard_error);
      members.number("t", contrast.t);
      members.number("df", contrast.degrees_of_freedom);
      members.number("p", contrast.p);
      members.number("p_adjusted", contrast.p_adjusted);
    });
  });
}

void write_group_comparison(JsonWriter& json, const Analysis& analysis, const analysis::GroupDifferences& of) {
  const auto &change = of.test.change.fisher, &welch = of.test.change.welch;
  const auto& ancova = of.test.ancova;
  json.object([&] {
    NotedMembers members(json);
    json.member("outcome", analysis.outcomes[of.outcome].name);
    members.number("change_f", change.f);
    members.number("df1", change.numerator_degrees_of_freedom);
    members.number("df2", change.denominator_degrees_of_freedom);
    members.number("p", change.p);
    members.number("welch_f", welch.f);
    members.number("welch_df2", welch.denominator_degrees_of_freedom);
    members.number("welch_p", welch.p);
    members.number("ancova_f", ancova.group.f);
    members.number("ancova_df1", ancova.group.numerator_degrees_of_freedom);
    members.number("ancova_df2", ancova.group.denominator_degrees_of_freedom);
    members.number("ancova_p", ancova.group.p);
    members.number("slopes_p", ancova.slopes.p);
    write_adjusted_means(json, members, analysis, ancova);
    write_contrasts(json, members, analysis, ancova);
    json.key("left_out");
    json.array(of.test.left_out, [&](std::size_t group) { json.text(analysis.groups[group]); });
    for (const std::string& note : of.notes) members.remember(note);
    members.note();
  });
}

/// What is withheld is null, and says so.
const Undefined withheld{"fewer people than the smallest group that is shown"};

std::string_view name_of(analysis::ReliabilitySource source) {
  return source == analysis::ReliabilitySource::study_file ? "study file" : "Cronbach alpha before";
}

void write_counts(NotedMembers& members, const Defined<statistics::ChangeCounts>& counts) {
  using statistics::ChangeCounts;
  members.count("improved", counts.map([](const ChangeCounts& people) { return people.improved; }));
  members.count("unchanged", counts.map([](const ChangeCounts& people) { return people.unchanged; }));
  members.count("deteriorated", counts.map([](const ChangeCounts& people) { return people.deteriorated; }));
}

void write_item_statistics(JsonWriter& json, NotedMembers& members,
                           const std::vector<statistics::ItemReliability>& items) {
  json.key("item_statistics");
  json.array(items, [&](const statistics::ItemReliability& item) {
    json.object([&] {
      members.number("item_rest_correlation", item.item_rest_correlation);
      members.number("alpha_if_dropped", item.alpha_if_dropped);
    });
  });
}

/// Reliabilities of a group below min_cell show nothing but their place.
void write_reliability(JsonWriter& json, const Analysis& analysis, const analysis::Reliability& reliability) {
  const bool hidden = reliability.group && reliability.n < analysis.settings.min_cell;
  json.object([&] {
    NotedMembers members(json);
    json.member("outcome", analysis.outcomes[reliability.outcome].name);
    json.member("group", group_name(analysis, reliability.group));
    json.member("wave", reliability.post ? "post" : "pre");
    json.member("items", reliability.items);
    json.member("n", reliability.n);
    members.number("alpha", hidden ? Defined<double>(withheld) : reliability.alpha);
    const auto& interval = reliability.alpha_interval;
    const auto limit = [&](double Interval::*end) {
      return hidden ? Defined<double>(withheld) : interval.map([end](const Interval& limits) { return limits.*end; });
    };
    members.number("alpha_ci_lower", limit(&Interval::lower));
    members.number("alpha_ci_upper", limit(&Interval::upper));
    members.number("omega_total", hidden ? Defined<double>(withheld) : reliability.omega_total);
    write_item_statistics(json, members, reliability.item_statistics);
    members.note();
  });
}

void write_reliable_change(JsonWriter& json, const Analysis& analysis, const analysis::ReliableChange& change) {
  using Counts = Defined<statistics::ChangeCounts>;
  json.object([&] {
    NotedMembers members(json);
    json.member("outcome", analysis.outcomes[change.outcome].name);
    json.member("group", group_name(analysis, change.group));
    json.member("n", change.n);
    members.number("reliability", change.reliability);
    json.member("reliability_source", change.reliability ? name_of(change.source) : std::string_view());
    members.number("threshold", change.threshold);
    write_counts(members, change.withheld ? Counts(withheld) : change.counts);
    json.key("minimal_important_change");
    change.minimal_important_change ? json.number(*change.minimal_important_change) : json.null();
    members.count("beyond_it", (change.withheld ? Counts(withheld) : change.important)
                                   .map([](const statistics::ChangeCounts& people) { return people.improved; }));
    members.note();
  });
}

}  // namespace

void write_group_comparisons(JsonWriter& json, const Analysis& analysis) {
  json.key("group_comparisons");
  json.array(analysis.group_differences,
             [&](const analysis::GroupDifferences& of) { write_group_comparison(json, analysis, of); });
}

void write_reliability(JsonWriter& json, const Analysis& analysis) {
  json.key("reliability");
  json.array(analysis.reliability,
             [&](const analysis::Reliability& reliability) { write_reliability(json, analysis, reliability); });
}

void write_attrition(JsonWriter& json, const Analysis& analysis) {
  json.key("attrition");
  json.array(analysis.attrition, [&](const analysis::Attrition& attrition) {
    const auto& test = attrition.test;
    const auto shown = [&](const Defined<double>& value) {
      return attrition.withheld ? Defined<double>(withheld) : value;
    };
    json.object([&] {
      NotedMembers members(json);
      json.member("outcome", analysis.outcomes[attrition.outcome].name);
      json.member("group", group_name(analysis, attrition.group));
      json.member("n_matched", test.n_matched);
      json.member("n_lost", test.n_lost);
      members.number("matched_mean", shown(test.matched_mean));
      members.number("matched_sd", shown(test.matched_sd));
      members.number("lost_mean", shown(test.lost_mean));
      members.number("lost_sd", shown(test.lost_sd));
      members.number("smd", shown(test.smd));
      members.number("t", shown(test.t));
      members.number("df", shown(test.degrees_of_freedom));
      members.number("p", shown(test.p));
      members.note();
    });
  });
}

void write_reliable_change(JsonWriter& json, const Analysis& analysis) {
  json.key("reliable_change");
  json.array(analysis.reliable_change,
             [&](const analysis::ReliableChange& change) { write_reliable_change(json, analysis, change); });
}

void write_measures(JsonWriter& json, const Analysis& analysis) {
  json.key("measures");
  json.array(analysis.measures, [&](const analysis::Measure& measure) {
    const auto limit = [&](double Interval::*end) {
      return measure.share_interval.map([end](const Interval& interval) { return interval.*end; });
    };
    const auto share = measure.at_or_above && measure.n > 0
                           ? Defined<double>(static_cast<double>(*measure.at_or_above) / static_cast<double>(measure.n))
                           : Defined<double>();
    json.object([&] {
      NotedMembers members(json);
      json.member("name", measure.name);
      json.member("n", measure.n);
      members.number("mean", measure.mean);
      members.number("sd", measure.sd);
      members.number("median", measure.median);
      members.number("minimum", measure.minimum);
      members.number("maximum", measure.maximum);
      json.key("mark");
      measure.mark ? json.number(*measure.mark) : json.null();
      members.number("share", share);
      members.number("share_ci_lower", limit(&Interval::lower));
      members.number("share_ci_upper", limit(&Interval::upper));
      members.number("alpha", measure.alpha);
      members.note();
    });
  });
}

}  // namespace ecpr::catalogue
