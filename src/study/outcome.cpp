#include "ecpr/study/outcome.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/instruments/catalogue.hpp"
#include "ecpr/instruments/instrument.hpp"
#include "ecpr/instruments/missing_choices.hpp"

namespace ecpr::study {

using instruments::Questionnaire;
using instruments::Scale;

namespace {

std::size_t eighty_per_cent(std::size_t items) { return (items * 4 + 4) / 5; }

/// What each answer counts, where the answers can be listed; empty for fractions and wide ranges.
std::vector<double> identity_values(const OwnScale& scale) {
  constexpr double most_answers = 200;
  std::vector<double> values;
  if (!scale.whole || scale.range.upper - scale.range.lower >= most_answers) return values;
  for (double answer = scale.range.lower; answer <= scale.range.upper; ++answer) values.push_back(answer);
  return values;
}

/// NAME=REST of a flag; throws without '=' or with an empty side.
std::pair<std::string, std::string> name_and_rest(std::string_view flag, std::string_view option,
                                                  std::string_view wanted) {
  const std::size_t equals = flag.find('=');
  if (equals == flag.npos || equals == 0 || equals + 1 == flag.size())
    throw UsageError(fmt::format("{} {}: write it as {}", option, printable(flag), wanted));
  return {std::string(flag.substr(0, equals)), std::string(flag.substr(equals + 1))};
}

void apply_minimum(Questionnaire& questionnaire, const MinimumAnswered& minimum) {
  for (Scale& scale : questionnaire.scales) {
    scale.minimum_answered = minimum.of(scale.items.size());
    scale.rule_source.clear();
  }
}

/// The names under which the scores of an outcome are shown.
std::vector<std::string> score_names(const Outcome& outcome) {
  std::vector<std::string> names{outcome.name};
  for (const Scale& scale : outcome.questionnaire.scales) {
    if (!scale.name.empty()) names.push_back(outcome.name + "." + scale.name);
  }
  return names;
}

}  // namespace

Questionnaire own_scale(const OwnScale& scale) {
  Questionnaire questionnaire;
  questionnaire.id = scale.name;
  questionnaire.title = questionnaire.label = scale.label;
  questionnaire.lowest = questionnaire.value_lowest = scale.range.lower;
  questionnaire.highest = questionnaire.value_highest = scale.range.upper;
  questionnaire.whole = scale.whole;
  Scale total;
  total.label = scale.label;
  for (std::size_t i = 0; i < scale.items.size(); ++i) {
    questionnaire.items.push_back({scale.items[i], identity_values(scale)});
    total.items.push_back(i);
  }
  total.reversed = scale.reversed;
  total.aggregate = scale.mean ? instruments::Aggregate::mean : instruments::Aggregate::sum;
  total.minimum_answered = scale.minimum_answered.value_or(eighty_per_cent(scale.items.size()));
  total.direction = scale.direction;
  const double factor = scale.mean ? 1 : static_cast<double>(scale.items.size());
  total.lowest = scale.range.lower * factor;
  total.highest = scale.range.upper * factor;
  questionnaire.scales.push_back(std::move(total));
  return questionnaire;
}

Outcome scale_of(const Measure& measure) {
  OwnScale scale;
  scale.name = measure.name;
  scale.label = measure.label;
  scale.items = measure.columns;
  scale.range = measure.range;
  for (std::size_t i = 0; i < measure.columns.size(); ++i) {
    if (std::count(measure.reversed.begin(), measure.reversed.end(), measure.columns[i]) > 0)
      scale.reversed.push_back(i);
  }
  scale.mean = measure.mean;
  scale.minimum_answered = measure.minimum_answered;
  scale.whole = measure.whole;
  Outcome outcome;
  outcome.name = measure.name;
  outcome.label = measure.label;
  outcome.scored = true;
  outcome.questionnaire = own_scale(scale);
  return outcome;
}

std::shared_ptr<const instruments::Instrument> instrument_named(const std::string& reference, const std::string& path) {
  if (!reference.ends_with(".toml")) return instruments::find_instrument(reference);
  return std::make_shared<const instruments::Instrument>(instruments::load_instrument_file(path));
}

const std::string& instrument_id(const instruments::Instrument& instrument) { return instrument.id; }

Outcome instrument_outcome(std::string_view flag) {
  const std::size_t equals = flag.find('=');
  const std::string reference(flag.substr(0, equals));
  Outcome outcome;
  outcome.scored = true;
  outcome.instrument = instrument_named(reference, reference);
  outcome.name = outcome.instrument->id;
  if (equals == flag.npos) return outcome;
  const std::string pattern(flag.substr(equals + 1));
  if (pattern.find("{item}") == pattern.npos)
    throw UsageError(
        fmt::format("--instrument {}: the pattern should hold {{item}} where the item number stands, such as "
                    "{}=q_{{item}}",
                    printable(flag), reference));
  outcome.pre.pattern = outcome.post.pattern = pattern;
  return outcome;
}

Outcome score_outcome(std::string_view flag) {
  const auto [name, columns] = name_and_rest(flag, "--outcome", "NAME=COLUMN or NAME=PRE:POST");
  Outcome outcome;
  outcome.name = outcome.label = name;
  const std::size_t colon = columns.find(':');
  outcome.pre.names = {columns.substr(0, colon)};
  outcome.post.names = {colon == columns.npos ? columns : columns.substr(colon + 1)};
  outcome.separate_waves = colon != columns.npos;
  if (outcome.pre.names[0].empty() || outcome.post.names[0].empty())
    throw UsageError(fmt::format("--outcome {}: write it as NAME=COLUMN or NAME=PRE:POST", printable(flag)));
  return outcome;
}

std::size_t MinimumAnswered::of(std::size_t items) const {
  const auto all = static_cast<double>(items);
  const double wanted = share ? std::ceil(amount * all / 100 - 1e-9) : amount;
  return static_cast<std::size_t>(std::clamp(wanted, 1.0, all));
}

namespace {

/// What an option says of the outcome's instrument, else what the study file says.
std::string stated(const Outcome& outcome, const std::map<std::string, std::string>& flags, const std::string& own) {
  const auto found = flags.find(outcome.instrument->id);
  return found == flags.end() ? own : found->second;
}

}  // namespace

void require_choices(std::span<const Outcome> outcomes, const Study& study) {
  std::vector<instruments::MissingChoice> missing;
  for (const auto& outcome : outcomes) {
    if (!outcome.instrument) continue;
    for (auto& choice :
         instruments::missing_choices(*outcome.instrument, stated(outcome, study.codings, outcome.coding),
                                      stated(outcome, study.orders, outcome.order)))
      missing.push_back(std::move(choice));
  }
  if (!missing.empty()) throw instruments::ChoicesMissing(std::move(missing));
}

void complete(Outcome& outcome, const Study& study) {
  if (!outcome.instrument) return;
  outcome.questionnaire =
      instruments::questionnaire(*outcome.instrument, stated(outcome, study.codings, outcome.coding),
                                 stated(outcome, study.orders, outcome.order));
  if (outcome.minimum_answered) apply_minimum(outcome.questionnaire, *outcome.minimum_answered);
  if (!outcome.label.empty()) {
    outcome.questionnaire.label = outcome.label;
    for (Scale& scale : outcome.questionnaire.scales) {
      if (scale.name.empty()) scale.label = outcome.label;
    }
  } else {
    outcome.label = outcome.questionnaire.label;
  }
}

void complete(Study& study) {
  if (study.input.two_files() && study.input.wave_column)
    throw UsageError("--wave tells two waves in one file apart; --pre and --post name two files");
  constexpr std::size_t most_outcomes = 10'000;
  if (study.outcomes.size() > most_outcomes)
    throw UsageError(fmt::format("a study may have {} outcomes, not {}", most_outcomes, study.outcomes.size()));
  std::set<std::string> names;
  require_choices(study.outcomes, study);
  for (auto& outcome : study.outcomes) {
    complete(outcome, study);
    for (const auto& name : score_names(outcome)) {
      if (!names.insert(name).second)
        throw UsageError(fmt::format("two outcomes are called '{}'; give one of them another name", printable(name)));
    }
  }
}

}  // namespace ecpr::study
