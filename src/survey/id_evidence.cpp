#include "id_evidence.hpp"

#include <algorithm>
#include <limits>

namespace ecpr::survey {

namespace {

constexpr std::uint32_t no_row = std::numeric_limits<std::uint32_t>::max();

/// One column of each wave.
struct Match {
  const ColumnValues* pre;
  const ColumnValues* post;
  IdCandidate candidate;
  bool same_name = false;
  std::size_t rank = 0;  ///< among usual names
  bool trusted = false;

  bool comes_before(const Match& other) const {
    if (trusted != other.trusted) return trusted;
    if (candidate.usual != other.candidate.usual) return candidate.usual;
    if (candidate.usual && same_name != other.same_name) return same_name;
    if (rank != other.rank) return rank < other.rank;
    if (candidate.recur != other.candidate.recur) return candidate.recur > other.candidate.recur;
    return same_name && !other.same_name;
  }
};

/// Visits every value that stands in both waves, with its places in both.
template <class Visit>
void each_shared(const ColumnValues& a, const ColumnValues& b, Visit visit) {
  auto x = a.values.begin();
  auto y = b.values.begin();
  while (x != a.values.end() && y != b.values.end()) {
    if (x->value != y->value) {
      x->value < y->value ? ++x : ++y;
      continue;
    }
    const auto differs = [value = x->value](const PlacedValue& other) { return other.value != value; };
    const auto after_x = std::find_if(x, a.values.end(), differs), after_y = std::find_if(y, b.values.end(), differs);
    visit(std::span(x, after_x), std::span(y, after_y));
    x = after_x;
    y = after_y;
  }
}

bool different(const ColumnValues& column, std::size_t tenths) {
  return 10 * column.different >= tenths * column.filled && column.different > 1;
}

bool well_filled(const ColumnValues& column) { return 2 * column.filled >= column.rows; }

bool are_years(const ColumnValues& column) { return column.lowest >= 1900 && column.highest < 2050; }

/// Whether whole numbers recur much more often than numbers that lie as close to each other do by chance.
bool beyond_chance(const Match& match) {
  const double chance = std::max(match.pre->density(), match.post->density());
  const double share = static_cast<double>(match.candidate.recur) / static_cast<double>(match.candidate.fewer);
  return share >= 0.5 && share >= 3 * chance;
}

bool counts_rows(const Match& match) {
  return match.pre->counts_rows() && match.post->counts_rows() && (match.candidate.recur == 0 || !beyond_chance(match));
}

/// Numbers without a usual name: ids, not scores, years or ages that happen to recur.
bool numbers_recur(const Match& match) {
  const auto& [pre, post, candidate, same_name, rank, trusted] = match;
  constexpr std::size_t fewest_digits = 3, fewest_people = 8;
  if (are_years(*pre) || std::min(pre->digits, post->digits) < fewest_digits) return false;
  if (!different(*pre, 9) || !different(*post, 9) || 3 * candidate.recur < 2 * candidate.fewer) return false;
  const bool everybody = pre->different == pre->filled && post->different == post->filled &&
                         candidate.fewer >= fewest_people && 10 * candidate.recur >= 9 * candidate.fewer;
  return beyond_chance(match) || (everybody && !counts_rows(match));
}

/// Texts without a usual name: codes, or as many different ones that they are no answers to choose from.
bool are_distinctive(const Match& match) {
  constexpr std::size_t many = 8;
  if (match.pre->is_codes() && match.post->is_codes()) return true;
  return match.candidate.fewer >= many && different(*match.pre, 9) && different(*match.post, 9);
}

bool texts_recur(const Match& match) {
  const auto& [pre, post, candidate, same_name, rank, trusted] = match;
  if (!different(*pre, 8) || !different(*post, 8) || candidate.recur < 2) return false;
  if (are_distinctive(match)) return 3 * candidate.recur >= candidate.fewer;
  return different(*pre, 10) && different(*post, 10) && 3 * candidate.recur >= 2 * candidate.fewer;
}

bool may_be_ids(const ColumnValues& column) {
  return well_filled(column) && !column.fractions && !column.times && column.filled >= 2;
}

bool has_evidence(const Match& match, bool one_file) {
  if (match.trusted) return true;
  if (!one_file && counts_rows(match)) return false;
  if (match.candidate.usual) return match.candidate.recur > 0;
  if (!may_be_ids(*match.pre) || !may_be_ids(*match.post) || match.pre->is_whole() != match.post->is_whole())
    return false;
  return match.pre->is_whole() ? numbers_recur(match) : texts_recur(match);
}

/// The place of `column` among those with a usual name; 0 for the one that the user has named.
std::optional<std::size_t> rank_of(std::size_t column, const std::vector<std::size_t>& usual,
                                   const std::optional<std::size_t>& fixed) {
  if (fixed == column) return 0;
  const auto found = std::find(usual.begin(), usual.end(), column);
  return found == usual.end() ? std::nullopt : std::optional<std::size_t>(found - usual.begin());
}

std::vector<Match> all_matches(const std::vector<ColumnValues>& pre, const std::vector<ColumnValues>& post,
                               const IdNames& names) {
  std::vector<Match> matches;
  for (const auto& a : pre) {
    for (const auto& b : post) {
      if (names.one_file && a.column != b.column) continue;
      if (names.fixed_pre.value_or(a.column) != a.column || names.fixed_post.value_or(b.column) != b.column) continue;
      Match match{&a, &b, {a.column, b.column, 0, std::min(a.different, b.different)}};
      const auto before = rank_of(a.column, names.usual_pre, names.fixed_pre);
      const auto after = rank_of(b.column, names.usual_post, names.fixed_post);
      match.candidate.usual = before && after;
      match.rank = match.candidate.usual ? *before + *after : 0;
      match.trusted = names.trusted == std::pair(a.column, b.column);
      match.same_name = names.pre[a.column] == names.post[b.column];
      each_shared(a, b, [&](const auto&, const auto&) { ++match.candidate.recur; });
      matches.push_back(match);
    }
  }
  std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) { return a.comes_before(b); });
  return matches;
}

/// Every column once, with the one in the other wave that fits it best.
std::vector<Match> with_evidence(const std::vector<Match>& matches, bool one_file) {
  std::vector<Match> best;
  for (const auto& match : matches) {
    if (!has_evidence(match, one_file)) continue;
    if (std::none_of(best.begin(), best.end(),
                     [&](const Match& other) { return other.pre == match.pre || other.post == match.post; }))
      best.push_back(match);
  }
  return best;
}

/// Per row before the row after that has its value; no_row where there is none, or are several.
std::vector<std::uint32_t> partners(const Match& match) {
  std::vector<std::uint32_t> rows(match.pre->rows, no_row);
  each_shared(*match.pre, *match.post, [&](const auto& before, const auto& after) {
    if (before.size() == 1 && after.size() == 1) rows[before[0].row] = after[0].row;
  });
  return rows;
}

/// Whether more than a tenth of the people whom both columns pair are paired with somebody else.
bool contradict(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::size_t both = 0, differ = 0;
  for (std::size_t row = 0; row < a.size(); ++row) {
    if (a[row] == no_row || b[row] == no_row) continue;
    ++both;
    differ += a[row] != b[row];
  }
  return 10 * differ > both;
}

/// Whether `other` would pair more people by a tenth, and by two at least.
bool pairs_more(const Match& other, const Match& best) {
  return other.candidate.recur >= best.candidate.recur + 2 && 10 * other.candidate.recur > 11 * best.candidate.recur;
}

bool competes(const Match& other) { return other.candidate.usual || other.pre->is_whole() || are_distinctive(other); }

/// A number beside the answers that a platform, or a spreadsheet, has counted up; no outcome that happens to be sorted:
/// with few gaps, or with any where no number comes back.
bool is_counter(const Match& match) {
  constexpr std::size_t fewest_rows = 6, fewest_with_gaps = 8;
  const auto plain = [&](const ColumnValues& column) {
    const bool few_gaps = 2 * column.density() >= 1;
    return column.filled == column.rows && column.filled >= (few_gaps ? fewest_rows : fewest_with_gaps) &&
           (few_gaps || match.candidate.recur == 0);
  };
  return match.same_name && counts_rows(match) && plain(*match.pre) && plain(*match.post);
}

/// Codes of which nobody's recurs: new at every answer.
bool is_new_code(const Match& match) {
  const auto new_codes = [](const ColumnValues& column) {
    return column.is_codes() && column.different == column.filled && may_be_ids(column);
  };
  return match.same_name && match.candidate.recur == 0 && new_codes(*match.pre) && new_codes(*match.post);
}

/// The columns that look like ids and are none.
std::vector<RefusedId> refusals(const std::vector<Match>& matches, bool one_file) {
  std::vector<RefusedId> all;
  for (const auto& match : matches) {
    const bool counts = !one_file && counts_rows(match);
    const bool usual = match.candidate.usual && (match.same_name || match.rank == 0);
    const NoId why = counts ? NoId::counts_rows : NoId::nobody_recurs;
    if ((usual && (counts || match.candidate.recur == 0)) || (!one_file && is_counter(match)) || is_new_code(match))
      all.push_back({match.candidate.pre, match.candidate.post, why, match.candidate.usual});
  }
  return all;
}

}  // namespace

IdEvidence judge_ids(const std::vector<ColumnValues>& pre, const std::vector<ColumnValues>& post,
                     const IdNames& names) {
  const auto matches = all_matches(pre, post, names);
  const auto found = with_evidence(matches, names.one_file);
  IdEvidence evidence;
  evidence.refused = refusals(matches, names.one_file);
  if (found.empty()) return evidence;
  const Match& best = found.front();
  const auto rows = partners(best);
  evidence.candidates.push_back(best.candidate);
  for (auto other = found.begin() + 1; other != found.end(); ++other) {
    const bool other_pairs = contradict(rows, partners(*other));
    if (!competes(*other)) continue;
    if (other_pairs || pairs_more(*other, best)) {
      evidence.candidates.push_back(other->candidate);
    } else {
      evidence.agreeing.push_back(other->candidate);
    }
  }
  return evidence;
}

}  // namespace ecpr::survey
