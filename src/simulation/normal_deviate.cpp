#include "ecpr/simulation/normal_deviate.hpp"

#include <array>
#include <cassert>
#include <cmath>
#include <numbers>

namespace ecpr::simulation {

namespace {

/// A ratio of two polynomials of degree 7, constant terms first.
struct Ratio {
  std::array<double, 8> above, below;

  double at(double x) const {
    double numerator = 0, denominator = 0;
    for (std::size_t i = above.size(); i-- > 0;) {
      numerator = numerator * x + above[i];
      denominator = denominator * x + below[i];
    }
    return numerator / denominator;
  }
};

constexpr Ratio middle = {
    {3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
     4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3},
    {1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3, 2.1213794301586595867e+4,
     3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3}};
constexpr Ratio tail = {
    {1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
     1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4},
    {1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
     1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9}};
constexpr Ratio far_tail = {
    {6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
     2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7},
    {1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4,
     1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15}};

/// ln x by halving x into [1/sqrt 2, sqrt 2] and the series of artanh. Requires: x > 0.
double logarithm(double x) {
  int exponent = 0;
  double fraction = std::frexp(x, &exponent);
  if (fraction < std::numbers::sqrt2 / 2) {
    fraction *= 2;
    --exponent;
  }
  const double t = (fraction - 1) / (fraction + 1), square = t * t;
  double sum = 0;
  for (int power = 23; power > 0; power -= 2) sum = sum * square + 1.0 / power;
  return exponent * std::numbers::ln2 + 2 * t * sum;
}

}  // namespace

double portable_normal_quantile(double probability) {
  assert(probability > 0 && probability < 1);
  const double q = probability - 0.5;
  if (std::abs(q) <= 0.425) return q * middle.at(0.180625 - q * q);
  const double r = std::sqrt(-logarithm(q < 0 ? probability : 1 - probability));
  const double z = r <= 5 ? tail.at(r - 1.6) : far_tail.at(r - 5);
  return q < 0 ? -z : z;
}

double uniform_deviate(statistics::RandomStream& stream) {
  const std::uint64_t high = stream.bits() >> 6, low = stream.bits() >> 6;  // 26 bits each: the half below is exact
  return (static_cast<double>((high << 26) | low) + 0.5) * 0x1p-52;
}

double normal_deviate(statistics::RandomStream& stream) { return portable_normal_quantile(uniform_deviate(stream)); }

}  // namespace ecpr::simulation
