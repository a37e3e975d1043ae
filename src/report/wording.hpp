// Words and symbols that tables and sentences share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/document/number_style.hpp"
#include "ecpr/document/text.hpp"

namespace ecpr::report {

/// "a", "a and b", "a, b and c".
document::Text joined(const std::vector<document::Text>& parts, std::string_view separator = ", ",
                      std::string_view last = " and ");

/// The outcome's label within a sentence: "loneliness". A user's own label stays as it is.
std::string in_sentence(const analysis::Outcome& outcome);

/// A letter that some styles set in italics: n, N.
document::Run letter(const document::NumberStyle& style, std::string letter);

/// "n=43", "N = 151".
document::Text equal(const document::NumberStyle& style, std::string symbol, std::size_t count);

/// The symbol of probability in italics.
document::Run p_symbol(const document::NumberStyle& style);

/// "Holm", "Benjamini-Hochberg", "Bonferroni". Requires: not `none`.
std::string adjustment_name(Adjustment adjustment);

/// What counts as significant: "Holm-adjusted P<.05"; "P<.05" when P values are not adjusted; with clusters
/// "Holm-adjusted cluster-robust P<.05".
document::Text significance_threshold(const analysis::Settings& settings, const document::NumberStyle& style);

/// Half a sentence as a footnote: with a capital letter.
document::Text as_note(std::string half_sentence);

/// The same with a full stop. One that begins with a name and a colon ("post.csv: ...") keeps its first letter.
document::Text as_sentence(std::string half_sentence);

/// The P value of the test that decides.
document::PValue p_value(const analysis::Comparison& comparison);

/// The same adjusted; one that is too small for a double is known by the logarithm of the test's.
document::PValue adjusted_p_value(const analysis::Comparison& comparison);

/// "Of 185 people who answered before, 151 (81.6%) also answered after, matched by participant_id; ...".
document::Text flow_sentence(const analysis::Analysis& analysis);

/// "Left out: 2 rows ... and 3 people (withdrew)": what was left out of the flow; empty when nothing was.
std::string left_out_sentence(const analysis::Participants& people);

/// "2 of the pairs were joined by hand ...": empty when none were.
std::string repaired_sentence(const analysis::Participants& people);

}  // namespace ecpr::report
