#include "effect_size_choice.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

namespace ecpr::report {

using document::Text;
using statistics::PairedEffectSizes;

namespace {

constexpr std::string_view noncentral = "CI from the noncentral t distribution";
constexpr std::string_view algina_keselman = "CI after Algina and Keselman (2003)";
constexpr std::string_view bonett = "CI after Bonett (2008)";

constexpr std::array choices = {
    EffectSizeChoice{"d_z", &PairedEffectSizes::d_z, "Cohen", "mean change divided by the SD of the changes",
                     noncentral, ""},
    EffectSizeChoice{"d_av", &PairedEffectSizes::d_av, "Cohen",
                     "mean change divided by the root mean square of the pre and post SDs", algina_keselman, bonett},
    EffectSizeChoice{"d_rm", &PairedEffectSizes::d_rm, "Cohen",
                     "mean change divided by the SD of the changes, times the square root of 2(1\u2212r), with r the "
                     "pre-post correlation",
                     "CI from the noncentral t distribution, times the same factor", ""},
    EffectSizeChoice{"d_pre", &PairedEffectSizes::d_pre, "Cohen", "mean change divided by the pre SD",
                     "CI after Bonett (2008)", ""},
    EffectSizeChoice{"g_z", &PairedEffectSizes::g_z, "Hedges",
                     "mean change divided by the SD of the changes, times the exact small-sample correction J with "
                     "n\u22121 degrees of freedom",
                     "CI from the noncentral t distribution, without J", ""},
    EffectSizeChoice{"g_av", &PairedEffectSizes::g_av, "Hedges",
                     "mean change divided by the root mean square of the pre and post SDs, times the exact "
                     "small-sample correction J with n\u22121 degrees of freedom",
                     "CI after Algina and Keselman (2003), without J", "CI after Bonett (2008), without J"},
};

}  // namespace

const EffectSizeChoice& effect_size_choice(std::string_view name) {
  const auto found =
      std::find_if(choices.begin(), choices.end(), [&](const EffectSizeChoice& choice) { return choice.name == name; });
  if (found == choices.end()) throw std::invalid_argument("no effect size '" + std::string(name) + "'");
  return *found;
}

document::Runs symbol(const EffectSizeChoice& choice) {
  return {document::italic(std::string(choice.name.substr(0, 1))),
          document::subscript(std::string(choice.name.substr(2)))};
}

Text definition(const EffectSizeChoice& choice, const analysis::Settings& settings) {
  const bool is_bonett = settings.average_interval == statistics::AverageInterval::bonett;
  const std::string_view interval =
      is_bonett && !choice.bonett_interval.empty() ? choice.bonett_interval : choice.interval;
  return Text(choice.author) + " " + Text(symbol(choice)) + ": " + choice.definition + "; " + interval;
}

Text equation(const EffectSizeChoice& choice, const analysis::Comparison& comparison) {
  return document::Equation{symbol(choice), document::Number{(comparison.effect_sizes.*choice.value).estimate}};
}

const EffectSizeChoice& primary_effect_size(const analysis::Settings& settings) {
  return effect_size_choice(settings.effect_sizes.empty() ? "d_z" : settings.effect_sizes.front());
}

}  // namespace ecpr::report
