#include "form_evidence.hpp"

#include <algorithm>
#include <cmath>

namespace ecpr::survey {

namespace {

constexpr double most_codes = 10;  ///< the width of 0 to 10, the widest row of answers to tick

std::size_t answers_in(const Codes& codes, double lowest, double highest) {
  std::size_t count = 0;
  for (const auto& [code, times] : codes) count += code >= lowest && code <= highest ? times : 0;
  return count;
}

std::size_t total(const Codes& codes) { return answers_in(codes, -HUGE_VAL, HUGE_VAL); }

bool is_slip(double code, double neighbour, std::size_t times, std::size_t all) {
  return std::abs(code - neighbour) > 1 && 50 * times <= all;
}

/// Without codes at the ends that stand apart and that at most 2% of the answers have.
Codes without_slips(Codes codes) {
  const std::size_t all = total(codes);
  while (codes.size() > 2 && is_slip(codes.begin()->first, std::next(codes.begin())->first, codes.begin()->second, all))
    codes.erase(codes.begin());
  while (codes.size() > 2 &&
         is_slip(codes.rbegin()->first, std::next(codes.rbegin())->first, codes.rbegin()->second, all))
    codes.erase(std::prev(codes.end()));
  return codes;
}

Interval range_of(const Codes& codes) { return {codes.begin()->first, codes.rbegin()->first}; }
double width(const Interval& range) { return range.upper - range.lower; }

bool all_whole(const Codes& codes) {
  return std::all_of(codes.begin(), codes.end(), [](const auto& code) { return code.first == std::floor(code.first); });
}

Codes turned(const Codes& codes) {
  Codes result;
  for (const auto& [code, times] : codes) result[-code] = times;
  return result;
}

/// Mean of `codes` up to `highest`, each next code e^tilt times as likely; and the share of the codes above it.
struct Tilted {
  double mean = 0, above = 0;
};

Tilted tilted(const Codes& codes, double highest, double tilt) {
  double below = 0, sum = 0, above = 0;
  for (const auto& [code, times] : codes) {
    const double weight = static_cast<double>(times) * std::exp(tilt * (code - highest));
    (code > highest ? above : below) += weight;
    if (code <= highest) sum += weight * code;
  }
  return {sum / below, above / (above + below)};
}

bool sets_apart(const Interval& pre, const Interval& post) { return pre.upper < post.lower || post.upper < pre.lower; }

/// The number to take from every answer after, where one makes the two ranges one.
std::optional<double> shift_between(const Codes& pre, const Codes& post) {
  const Interval before = range_of(pre), after = range_of(post);
  const double low = after.lower - before.lower, high = after.upper - before.upper;
  if (low == high) return low;
  if (!sets_apart(before, after)) return std::nullopt;
  const double ten = 10 * std::round((low + high) / 20);  // 2 to 5 and 21 to 25: nobody answered 1
  return std::abs(low - high) <= 2 && std::min(low, high) <= ten && ten <= std::max(low, high) ? std::optional(ten)
                                                                                               : std::nullopt;
}

/// Of numbers that nobody ticked, which may be sums: only what no training does.
bool scores_apart(const Codes& pre, const Codes& post, double gap) {
  const double widest = std::max(width(range_of(pre)), width(range_of(post)));
  const auto shift = shift_between(pre, post);
  return gap > 2 * widest || (gap > widest && shift && std::fmod(*shift, 10) == 0);
}

/// Two sets of codes that do not meet.
bool apart(const Codes& pre, const Codes& post, bool ready_score) {
  const Interval before = range_of(pre), after = range_of(post);
  if (!sets_apart(before, after) || width(before) > most_codes || width(after) > most_codes) return false;
  const double span = std::max(before.upper, after.upper) - std::min(before.lower, after.lower);
  const double gap = std::max(after.lower - before.upper, before.lower - after.upper);
  const std::size_t fewest = std::min(pre.size(), post.size());
  if (ready_score) return fewest >= 3 && span > most_codes && scores_apart(pre, post, gap);
  if (span > most_codes) return fewest >= 2;
  return pre.size() == post.size() && fewest >= 4 && width(before) == width(after) && total(pre) >= 20 &&
         total(post) >= 20;
}

/// How far the answers of `many` go above those of `few`.
struct End {
  std::size_t codes = 0;
  double share = 0, probability = 1;
};

End end_above(const Codes& few, const Codes& many, std::size_t items) {
  const double highest = few.rbegin()->first;
  End end;
  for (const auto& [code, times] : many) end.codes += code > highest;
  end.share = static_cast<double>(answers_in(many, std::nextafter(highest, HUGE_VAL), HUGE_VAL)) /
              static_cast<double>(total(many));
  if (end.codes > 0) end.probability = probability_of_none_above(few, many, items);
  return end;
}

/// Whether the ranges of two waves that meet differ more than a true change explains.
bool ranges_differ(const Codes& pre, const Codes& post, const AskedWith& asked) {
  constexpr std::size_t fewest_answers = 20, fewest_codes = 3;
  constexpr double much = 0.1, some = 0.03, hardly = 0.02;
  if (asked.ready_score || asked.items < 2 || std::min(total(pre), total(post)) < fewest_answers ||
      std::min(pre.size(), post.size()) < fewest_codes ||
      std::max(width(range_of(pre)), width(range_of(post))) > most_codes)
    return false;
  const Codes low_pre = turned(pre), low_post = turned(post);
  const End ends[2][2] = {{end_above(pre, post, asked.items), end_above(low_post, low_pre, asked.items)},
                          {end_above(post, pre, asked.items), end_above(low_pre, low_post, asked.items)}};
  for (const auto& [one, other] : ends) {  // up: after above, before below; down: the other way round
    const bool shifted = one.share + other.share >= much && std::min(one.share, other.share) >= some;
    if (shifted && one.probability * other.probability < hardly) return true;
    if (asked.published) continue;
    for (const End& end : {one, other}) {
      if (end.codes >= 2 && end.share >= much && end.probability < hardly) return true;
    }
  }
  return false;
}

}  // namespace

double probability_of_none_above(const Codes& few, const Codes& many, std::size_t items) {
  constexpr double likeness = 0.3, steepest = 8;
  const double highest = few.rbegin()->first, lowest = many.begin()->first;
  double n = 0, sum = 0;
  for (const auto& [code, times] : few) {
    if (code < lowest) continue;
    n += static_cast<double>(times);
    sum += static_cast<double>(times) * code;
  }
  const auto last = std::find_if(many.rbegin(), many.rend(), [&](const auto& code) { return code.first <= highest; });
  if (n == 0 || last == many.rend() || !(sum / n > lowest && sum / n < last->first)) return 1;
  double low = -steepest, high = steepest;
  for (int step = 0; step < 60; ++step) {
    const double middle = (low + high) / 2;
    (tilted(many, highest, middle).mean < sum / n ? low : high) = middle;
  }
  const double independent = n / (1 + likeness * (static_cast<double>(items) - 1));
  return std::pow(1 - tilted(many, highest, low).above, independent);
}

std::optional<FormEvidence> other_form(const Codes& all_pre, const Codes& all_post, const AskedWith& asked) {
  constexpr std::size_t fewest = 10;
  const Codes pre = without_slips(all_pre), post = without_slips(all_post);
  if (total(pre) < fewest || total(post) < fewest || !all_whole(pre) || !all_whole(post)) return std::nullopt;
  if (!apart(pre, post, asked.ready_score) && !ranges_differ(pre, post, asked)) return std::nullopt;
  FormEvidence evidence{range_of(pre), range_of(post), total(pre), total(post)};
  const auto beyond = [](const Codes& codes, const Interval& other) {
    return 1 - static_cast<double>(answers_in(codes, other.lower, other.upper)) / static_cast<double>(total(codes));
  };
  evidence.beyond_pre = beyond(pre, evidence.post);
  evidence.beyond_post = beyond(post, evidence.pre);
  evidence.shift = shift_between(pre, post);
  return evidence;
}

}  // namespace ecpr::survey
