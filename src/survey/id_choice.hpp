// Which columns hold people's ids: those that the study names, else those that have evidence for them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ecpr/study/study.hpp"
#include "header.hpp"

namespace ecpr::survey {

/// The columns of ids, and what is to be said of them.
struct IdChoice {
  std::vector<std::size_t> places;  ///< per file
  std::vector<std::string> notes;   ///< per file; empty where the study names the column
};

/// The column of ids in each of `headers`: pre and post, or the one file, whose wave column is `wave` where it is long.
/// Where the study names none, the files are read once more, but for wide files and pipes: there a usual name decides.
/// Throws InputError that asks when there is none, or are two.
IdChoice choose_ids(const study::Study& study, const std::vector<Header>& headers,
                    const std::optional<std::size_t>& wave);

/// Another column of two files that tells other people apart than `ids`, of which the caller knows that they count
/// rows; empty when there is none. Reads the files once more, but for pipes.
struct BetterIds {
  std::string text, option;   ///< "Your code"; "--id \"Your code\""
  std::size_t recur = 0;      ///< people of both waves by it
  std::size_t recur_now = 0;  ///< by `ids`
};
std::optional<BetterIds> better_ids(const study::Study& study, const std::vector<Header>& headers,
                                    const std::vector<std::size_t>& ids);

}  // namespace ecpr::survey
