// The standardized mean changes that tables may show: their symbols and definitions.
#pragma once

#include <string_view>

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/document/text.hpp"

namespace ecpr::report {

/// One of the effect sizes, by its name in the result fields.
struct EffectSizeChoice {
  std::string_view name;                                         ///< "d_z"
  statistics::EffectSize statistics::PairedEffectSizes::*value;  ///< where it stands in a comparison
  std::string_view author;                                       ///< "Cohen", "Hedges"
  std::string_view definition;                                   ///< "mean change divided by the SD of the changes"
  std::string_view interval;                                     ///< how its interval is made
  std::string_view bonett_interval;  ///< the same where Bonett's was asked for; may be empty
};

/// The effect size called `name`. Requires: one of study::effect_size_names.
const EffectSizeChoice& effect_size_choice(std::string_view name);

/// "d_z": italic letter, lowered standardizer.
document::Runs symbol(const EffectSizeChoice& choice);

/// "Cohen d_z: mean change divided by the SD of the changes; CI from the noncentral t distribution"
document::Text definition(const EffectSizeChoice& choice, const analysis::Settings& settings);

/// "d_z=1.28".
document::Text equation(const EffectSizeChoice& choice, const analysis::Comparison& comparison);

/// The first effect size of the settings: the one that sentences give.
const EffectSizeChoice& primary_effect_size(const analysis::Settings& settings);

}  // namespace ecpr::report
