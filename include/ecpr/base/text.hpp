// UTF-8 text: trimming, comparing, measuring, suggesting.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ecpr {

/// `text` without ASCII blanks (space, tab, CR, LF, VT, FF) at both ends. A view into `text`.
std::string_view trimmed(std::string_view text);

/// `text` without Unicode white space, no-break spaces and what takes no room at both ends: zero-width characters,
/// marks of direction, soft hyphens, byte-order marks.
std::string_view trimmed_unicode(std::string_view text);

/// Unicode NFC of `text`; invalid UTF-8 is returned as it is.
std::string normalized(std::string_view text);

/// Unicode NFKC of `text` without characters that are not seen: full-width digits, ligatures and the like become what
/// they look like. Invalid UTF-8 is returned as it is.
std::string compatible(std::string_view text);

/// `text` for comparison without regard to case: NFC, full Unicode case folding. Invalid UTF-8: ASCII folding only.
std::string case_folded(std::string_view text);

/// Case-folded, trimmed, every run of white space one blank: how response labels and headers are compared.
std::string comparison_key(std::string_view text);

/// The byte offset of the first byte that is not part of valid UTF-8; empty when all of it is valid.
std::optional<std::size_t> invalid_utf8(std::string_view text);

/// Columns that `text` takes on a terminal: wide East Asian characters 2, combining marks 0.
std::size_t display_width(std::string_view text);

/// The candidate nearest to `wanted` by edits (at most a third of its length, at least 1), ignoring case.
/// Empty when none is near or two are equally near. O(length^2) per candidate.
std::optional<std::string> nearest(std::string_view wanted, std::span<const std::string> candidates);

/// "; did you mean 'role'?" or an empty text.
std::string did_you_mean(std::string_view wanted, std::span<const std::string> candidates);

/// "a", "a and b", "a, b and c".
std::string listed(std::span<const std::string> words, std::string_view conjunction = "and");

/// "1 person", "3 people": count with its noun, thousands separated.
std::string counted(std::size_t count, std::string_view singular, std::string_view plural);

/// `text` split at every `separator`; parts are trimmed, empty parts kept.
std::vector<std::string> split(std::string_view text, char separator);

/// `text` with every occurrence of `from` (not empty) replaced.
std::string replaced(std::string_view text, std::string_view from, std::string_view to);

/// `text` as one line of which nothing is hidden and nothing obeyed by a terminal: control characters, line ends, marks
/// of direction, characters without width and bytes that are no UTF-8 are written as escapes ("\n", "\x1B").
std::string visible(std::string_view text);

/// `visible(text)`, cut after 60 characters with "...": a text fit for a message.
std::string printable(std::string_view text);

}  // namespace ecpr
