#include "power_options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <vector>

#include "ecpr/base/error.hpp"
#include "ecpr/base/number.hpp"
#include "option_values.hpp"

namespace ecpr::cli {

namespace {

constexpr double usual_power = 0.8;

/// A number that is not 0.
double effect(const char* option, const std::string& text) {
  const auto number = parse_number(text);
  if (!number || *number == 0) refuse_value(option, text, "a number that is not 0: no number of pairs finds no effect");
  return *number;
}

void refuse_two_effects(const PowerOptions& options) {
  std::vector<std::string> named;
  if (options.d_z) named.emplace_back("--d-z");
  if (options.d_av) named.emplace_back("--d-av");
  if (options.change) named.emplace_back("--change");
  if (named.size() > 1)
    throw UsageError(
        fmt::format("{} and {} both say how large the effect is; leave one of them out", named[0], named[1]));
}

std::optional<double> d_z_of(const PowerOptions& options, const analysis::ScoreUnits& units) {
  refuse_two_effects(options);
  if (options.d_z) return effect("--d-z", *options.d_z);
  if (options.d_av) {
    if (!units.correlation)
      throw UsageError("--d-av needs --correlation R beside it, that of the scores before and after");
    return effect("--d-av", *options.d_av) / *units.d_av_per_d_z();
  }
  if (!options.change) return std::nullopt;
  if (!units.spread_of_changes())
    throw UsageError("--change needs --sd-change SD beside it, or --sd SD and --correlation R");
  return effect("--change", *options.change) / *units.spread_of_changes();
}

}  // namespace

void add_power_options(CLI::App& command, PowerOptions& options) {
  const auto add = [&](const char* name, std::optional<std::string>& value, const char* help, const char* type) {
    command.add_option(name, value, help)->allow_extra_args(false)->type_name(type)->group("Plan");
  };
  add("--d-z", options.d_z, "Change to be found, divided by the SD of the changes", "X");
  add("--n", options.n, "Pairs: people who answer before and after", "N");
  add("--power", options.power, "Probability to find it (0.8)", "SHARE");
  add("--alpha", options.alpha, "Level of the two-sided test (0.05)", "SHARE");
  add("--d-av", options.d_av, "Instead of --d-z: change divided by the SD of the scores; needs --correlation", "X");
  add("--change", options.change,
      "Instead of --d-z: change in score units; needs --sd-change, or --sd and --correlation", "X");
  add("--correlation", options.correlation, "Correlation of the scores before and after", "R");
  add("--sd", options.sd, "SD of the scores, the same before and after", "SD");
  add("--sd-change", options.sd_change, "SD of the changes", "SD");
}

analysis::ScoreUnits score_units(const PowerOptions& options) {
  analysis::ScoreUnits units;
  if (options.correlation) {
    units.correlation = parse_number(*options.correlation);
    if (!units.correlation || !(*units.correlation > -1 && *units.correlation < 1))
      refuse_value("--correlation", *options.correlation, "a number between -1 and 1");
  }
  if (options.sd) units.sd = positive_number("--sd", *options.sd);
  if (options.sd_change) units.sd_change = positive_number("--sd-change", *options.sd_change);
  if (units.sd_change && units.sd)
    throw UsageError("--sd-change says the SD of the changes, and so do --sd and --correlation; leave one of them out");
  if (units.sd && !units.correlation)
    throw UsageError("--sd needs --correlation R beside it, that of the scores before and after");
  return units;
}

analysis::PowerPlan power_plan(const PowerOptions& options, const analysis::ScoreUnits& units) {
  constexpr std::uint64_t most_pairs = 1'000'000'000;
  analysis::PowerPlan plan;
  plan.d_z = d_z_of(options, units);
  if (options.n) plan.n = whole_number("--n", *options.n, 2, most_pairs);
  if (options.power) plan.power = share("--power", *options.power);
  if (options.alpha) plan.alpha = share("--alpha", *options.alpha);
  if (plan.d_z && plan.n && plan.power)
    throw UsageError("the effect, --n and --power are all named; leave out the one that is to be found");
  if (!plan.d_z && !plan.n)
    throw UsageError("name what is known: the effect (--d-z), --n, or both; or a study: ecpr power study.toml");
  if (!(plan.d_z && plan.n) && !plan.power) plan.power = usual_power;
  if (plan.power && *plan.power <= plan.alpha)
    throw UsageError(fmt::format("--power {}: it should be above --alpha {}, which a test has without any effect",
                                 shortest(*plan.power), shortest(plan.alpha)));
  return plan;
}

double power_of_study(const PowerOptions& options, double alpha) {
  const std::vector<std::pair<const char*, const std::optional<std::string>*>> of_plans = {
      {"--d-z", &options.d_z},
      {"--n", &options.n},
      {"--d-av", &options.d_av},
      {"--change", &options.change},
      {"--sd", &options.sd},
      {"--correlation", &options.correlation},
      {"--sd-change", &options.sd_change}};
  for (const auto& [name, value] : of_plans) {
    if (*value)
      throw UsageError(
          fmt::format("{} belongs to a plan; a study's data say it themselves: leave it or the files out", name));
  }
  const double power = options.power ? share("--power", *options.power) : usual_power;
  if (power <= alpha)
    throw UsageError(fmt::format("--power {}: it should be above --alpha {}, which a test has without any effect",
                                 shortest(power), shortest(alpha)));
  return power;
}

}  // namespace ecpr::cli
