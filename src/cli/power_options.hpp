// The options that say what is planned.
#pragma once

#include <optional>
#include <string>

#include "ecpr/analysis/power.hpp"

namespace CLI {
class App;
}

namespace ecpr::cli {

/// As typed.
struct PowerOptions {
  std::optional<std::string> d_z, d_av, change, n, power, alpha;
  std::optional<std::string> correlation, sd, sd_change;
};

void add_power_options(CLI::App& command, PowerOptions& options);

/// What is known of the scores. Throws UsageError.
analysis::ScoreUnits score_units(const PowerOptions& options);

/// The plan, a power of 0.8 where none is said and none is looked for. Throws UsageError unless exactly one of effect,
/// pairs and power is left open.
analysis::PowerPlan power_plan(const PowerOptions& options, const analysis::ScoreUnits& units);

/// The power with which a study's changes are looked for. Throws UsageError for options that belong to a plan.
double power_of_study(const PowerOptions& options, double alpha);

}  // namespace ecpr::cli
