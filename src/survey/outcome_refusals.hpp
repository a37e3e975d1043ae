// Why the columns of the outcomes are not found, as one sentence each.
#pragma once

#include <vector>

#include "ecpr/study/study.hpp"
#include "header.hpp"
#include "incomplete_items.hpp"

namespace ecpr::survey {

/// Throws InputError when an instrument that is looked for under its usual names (any, if the study names no outcome)
/// is there but for some items.
void refuse_incomplete(const study::Study& study, const WaveFiles& files);

/// Throws InputError when a wanted column stands in the file before and nothing like it in a large file after.
void refuse_other_spelling(const study::Outcome& outcome, const Header& pre, const Header& post);

/// Throws InputError: no way to spell the waves gives the columns of the study's outcomes.
[[noreturn]] void fail_without_spelling(const study::Study& study, const Header& header);

/// Throws InputError: the one file holds one wave.
[[noreturn]] void fail_with_one_wave(const study::Study& study, const Header& header);

/// Throws InputError: the study names no outcome, and says that none is looked for.
[[noreturn]] void fail_without_live_outcome();

/// Throws InputError: the study names no outcome, and none is recognized.
[[noreturn]] void fail_without_outcome(const std::vector<Header>& headers);

}  // namespace ecpr::survey
