// Published pre/post scores that several tests of this folder share.
#pragma once

#include <vector>

#include "ecpr/statistics/paired_sample.hpp"

namespace ecpr::testing {

/// Hours of extra sleep with two drugs: Student (1908), Biometrika 6, 1-25.
inline statistics::PairedSample student_sleep() {
  return {{.7, -1.6, -.2, -1.2, -.1, 3.4, 3.7, .8, 0, 2}, {1.9, .8, 1.1, .1, -.1, 4.4, 5.5, 1.6, 4.6, 3.4}};
}

/// Cumming & Calin-Jageman (2017), Introduction to the New Statistics: Thomason 1.
inline statistics::PairedSample thomason() {
  return {{13, 12, 12, 9, 14, 17, 14, 9, 6, 7, 11, 15}, {14, 13, 16, 12, 15, 18, 13, 10, 10, 8, 14, 16}};
}

/// Reading comprehension of 22 pupils taught strategies, first test: Baumann & Jones, in Moore & McCabe (1993),
/// Introduction to the Practice of Statistics. Whole numbers with ties and five unchanged pupils.
inline statistics::PairedSample reading_comprehension() {
  return {{11, 7, 4, 7, 7, 6, 11, 14, 13, 9, 12, 13, 4, 13, 6, 12, 6, 11, 14, 8, 5, 8},
          {11, 4, 4, 4, 3, 8, 12, 14, 12, 7, 5, 9, 1, 13, 7, 5, 7, 11, 15, 9, 6, 4}};
}

/// The same people with the waves exchanged.
inline statistics::PairedSample swapped(const statistics::PairedSample& sample) {
  return {{sample.post().begin(), sample.post().end()}, {sample.pre().begin(), sample.pre().end()}};
}

/// Pairs with the given changes from 0.
inline statistics::PairedSample with_changes(std::vector<double> changes) {
  return {std::vector<double>(changes.size(), 0.0), changes};
}

}  // namespace ecpr::testing
