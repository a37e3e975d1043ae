// How far an analysis is, for people who wait.
#pragma once

#include <cstddef>
#include <functional>

#include "ecpr/analysis/analysis.hpp"

namespace ecpr::analysis {

/// Told after each comparison how many of how many are done. From any thread, one call at a time.
using Progress = std::function<void(std::size_t done, std::size_t of)>;

/// As analyse() without `progress`, which is told how far the comparisons are. Empty: nobody waits.
Analysis analyse(const survey::Survey& survey, const study::Study& study, unsigned threads, const Progress& progress);

}  // namespace ecpr::analysis
