// Instruments as pages of plain text.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "ecpr/instruments/instrument.hpp"

namespace ecpr::instruments {

/// How sure the key is, in plain words: "checked against the authors' manual".
std::string in_words(const Certainty& certainty);

/// The same in a word or two, for tables: "checked", "secondary", "derived", "not checked", "not stated".
std::string_view in_short(Certainty::Level level);

/// Everything that is known of `instrument`: lines of at most 100 columns, the last one ended.
std::string describe(const Instrument& instrument);

/// A table of instruments: id, items, scales, certainty of the key, title; lines ended.
std::string instrument_table(std::span<const Instrument* const> instruments);

}  // namespace ecpr::instruments
