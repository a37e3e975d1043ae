// What a study can find, as data.
#pragma once

#include <iosfwd>
#include <string>

#include "ecpr/analysis/power.hpp"

namespace ecpr::catalogue {

/// A header and one row: n_pairs, d_z, d_av, change, power, alpha; empty where the units are not known.
void write_power_csv(std::ostream& out, const analysis::PowerAnswer& answer);

/// The same as one object, with `ecpr` (the version), `schema`, and `found`: which of n_pairs, d_z and power was open.
void write_power_json(std::ostream& out, const analysis::PowerAnswer& answer, const std::string& version);

/// A header and a row per outcome and group (all participants: the empty group): outcome, label, group, n_pairs, alpha,
/// power, d_z, sd_change, change; empty where undefined, and `note` says why.
void write_power_csv(std::ostream& out, const analysis::Analysis& analysis, double power, double alpha);

/// The same as one object with `results`.
void write_power_json(std::ostream& out, const analysis::Analysis& analysis, double power, double alpha,
                      const std::string& version);

}  // namespace ecpr::catalogue
