// A line on the terminal for people who wait.
#pragma once

#include <chrono>
#include <cstddef>
#include <ostream>

namespace ecpr::cli {

/// "ecpr: 37 of 132 comparisons", written over itself; it appears after a second and is taken away in the end.
class ProgressLine {
 public:
  using Time = std::chrono::steady_clock::time_point;

  /// `shown`: false where nobody would see it, or nobody wants to.
  ProgressLine(std::ostream& out, bool shown, Time start) : out_(out), shown_(shown), last_(start) {}
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ~ProgressLine();

  /// At most once a second. Requires: one call at a time.
  void show(std::size_t done, std::size_t of, Time now);

 private:
  std::ostream& out_;
  bool shown_, on_screen_ = false;
  Time last_;
};

/// Whether standard error is a terminal.
bool errors_are_seen();

}  // namespace ecpr::cli
