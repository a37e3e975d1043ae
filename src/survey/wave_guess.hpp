// Which two labels of a wave column are pre and post, where the usual words do not say it.
#pragma once

#include <optional>

#include "ecpr/survey/impression.hpp"
#include "ecpr/survey/shape.hpp"

namespace ecpr::survey {

/// The two labels of which one says "baseline", "start" or the like, and the other "final", "end" or the like.
std::optional<study::WaveNames> waves_by_words(const std::vector<std::string>& labels);

/// A guess from words such as "baseline" and "final" in the labels, else the two labels, in order of first appearance,
/// under which most people have answers in the same columns. Empty when there are fewer than two labels.
/// Requires: `shape.wave` and its labels.
std::optional<study::WaveNames> guess_waves(const FileImpression& file, const Shape& shape);

}  // namespace ecpr::survey
