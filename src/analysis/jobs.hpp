// Work that several threads share.
#pragma once

#include <cstddef>
#include <functional>

namespace ecpr::analysis {

/// Calls `job` for 0 to count - 1, in any order and from `threads` threads at once; returns when all are done.
/// Rethrows the first exception. Requires: threads >= 1, and jobs that touch nothing in common.
void run_jobs(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& job);

}  // namespace ecpr::analysis
