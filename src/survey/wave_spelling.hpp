// How a wave is spelt: in the names of columns (wide files), or in a column of its own (long files).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ecpr/study/study.hpp"
#include "header.hpp"

namespace ecpr::survey {

/// A pattern with {column} and {wave}, and what {wave} stands for.
struct WaveSpelling {
  std::string pattern;
  study::WaveNames names;

  /// The full name of `column` in a wave.
  std::string spelt(std::string_view column, bool post) const;
};

/// Every spelling to try, the likeliest first: those that the study names, else the usual ones.
std::vector<WaveSpelling> wave_spellings(const study::Input& input);

/// The columns of a wave that `header` spells so, without their wave, in order of the header.
std::vector<std::string> columns_of_wave(const Header& header, const WaveSpelling& spelling, bool post);

/// The columns that stand in `header` for both waves in `spelling`, without their wave, in order of the header.
std::vector<std::string> columns_of_both_waves(const Header& header, const WaveSpelling& spelling);

/// The words of a label in lower case: "after_film_arm_1" is after, film, arm, 1.
std::vector<std::string> words_of(std::string_view label);

/// Whether two labels name one wave, whatever their case, blanks, hyphens and underscores.
bool same_wave(std::string_view a, std::string_view b);

/// Whether two labels of waves, which are not one, differ by a slip: one letter, which is no digit, or the order of
/// letters.
bool nearly_alike(std::string_view a, std::string_view b);

/// Which of the labels of a wave column are pre and post: places in `labels`. "Pre-test" and "PRE_TEST" are one wave.
struct WavePlaces {
  std::vector<std::size_t> pre, post;
};

/// The usual names of a wave before those two, in the ways in which they are cased: T0 before T1 and T2. Where it
/// occurs, the two may be a second and a third wave.
std::vector<std::string> earlier_waves(const study::WaveNames& names);

/// Finds the two waves among the distinct `labels` (at least one) of a long file's wave column.
/// Throws InputError, naming `file`, when a wave is missing or the labels are not understood.
WavePlaces find_waves(const std::vector<std::string>& labels, const std::optional<study::WaveNames>& names,
                      const std::string& file);

}  // namespace ecpr::survey
