#include "axis.hpp"

#include <cmath>

namespace ecpr::figure {

namespace {

/// 1, 2 or 5 times a power of ten, so that about six steps fill the span.
double round_step(double span) {
  const double rough = span / 6, power = std::pow(10, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (rough <= factor * power) return factor * power;
  }
  return 10 * power;
}

}  // namespace

Axis Axis::exactly(double low, double high, double from, double to) {
  Axis axis{low, high, from, to, {}};
  const double step = round_step(high - low);
  const double first = std::ceil(low / step - 1e-9);
  for (double i = first; i * step <= high + step * 1e-9; ++i) axis.ticks.push_back(i * step);
  return axis;
}

Axis Axis::covering(double low, double high, double from, double to) {
  const double step = round_step(high - low);
  return exactly(std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step, from, to);
}

}  // namespace ecpr::figure
