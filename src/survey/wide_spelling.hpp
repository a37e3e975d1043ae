// How a wide file spells its waves, where nobody has said it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "wave_spelling.hpp"

namespace ecpr::survey {

/// Whether the waves are called by words, not by bare numbers.
bool in_words(const study::WaveNames& names);

/// The columns of both waves in `spelling`; items that are merely numbered (x_1, x_2, x_3) are none.
std::vector<std::string> wide_columns(const Header& header, const WaveSpelling& spelling);

/// The usual spelling in which most items of built-in instruments are found, then most columns; one with numbers for
/// waves only where no words are. Empty when there is none.
std::optional<WaveSpelling> best_wide_spelling(const Header& header);

}  // namespace ecpr::survey
