// McNemar's test of a yes/no answer that some people change.
#pragma once

#include <cstddef>

#include "ecpr/base/defined.hpp"

namespace ecpr::statistics {

/// Whether as many people changed in one direction as in the other.
struct McNemarTest {
  std::size_t b = 0;      ///< yes (the higher answer) before, no after
  std::size_t c = 0;      ///< no before, yes after
  Defined<double> p;      ///< exact two-sided: min(1, 2 P(X <= min(b, c))), X ~ Binomial(b + c, 1/2)
  Defined<double> mid_p;  ///< 2 P(X <= min(b, c)) - P(X = min(b, c)): less conservative
  Defined<double> log10_p = {}, log10_mid_p = {};  ///< decimal logarithms, also where P is too small for a double
};

/// The exact McNemar test; exchanging b and c changes no P.
///
/// Both P are empty when nobody changed (b + c = 0), and with reason below 1e-307. McNemar (1947), Psychometrika 12,
/// 153-157; mid-P: Fagerland, Lydersen & Laake (2013), BMC Medical Research Methodology 13, 91. Agrees with binom.test
/// for R.
McNemarTest mcnemar_test(std::size_t b, std::size_t c);

}  // namespace ecpr::statistics
