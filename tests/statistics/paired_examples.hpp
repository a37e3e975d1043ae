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

/// The same people with the waves exchanged.
inline statistics::PairedSample swapped(const statistics::PairedSample& sample) {
  return {{sample.post().begin(), sample.post().end()}, {sample.pre().begin(), sample.pre().end()}};
}

/// Pairs with the given changes from 0.
inline statistics::PairedSample with_changes(std::vector<double> changes) {
  return {std::vector<double>(changes.size(), 0.0), changes};
}

}  // namespace ecpr::testing
