// Normally distributed random numbers that are the same, bit by bit, on every machine.
#pragma once

#include "ecpr/statistics/random_stream.hpp"

namespace ecpr::simulation {

/// The z with P(Z <= z) = probability, from additions, multiplications, divisions and square roots alone: no function
/// of the C library, whose last bits differ between processors. Requires: 0 < probability < 1. Relative error below
/// 1e-14. Wichura (1988), Applied Statistics 37, 477-484, algorithm AS 241 (PPND16); agrees with R `qnorm`.
double portable_normal_quantile(double probability);

/// The next 52 random bits of `stream` as a number strictly between 0 and 1.
double uniform_deviate(statistics::RandomStream& stream);

/// The next number of the standard normal distribution, made of 52 random bits of `stream`.
double normal_deviate(statistics::RandomStream& stream);

}  // namespace ecpr::simulation
