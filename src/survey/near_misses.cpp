#include "near_misses.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <tuple>
#include <utility>

#include "ecpr/base/text.hpp"
#include "id_edit.hpp"
#include "id_spelling.hpp"

namespace ecpr::survey {

namespace {

using Texts = std::vector<std::string>;

bool share(const Texts& a, const Texts& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const auto& text) { return std::find(b.begin(), b.end(), text) != b.end(); });
}

bool same_day(std::string_view a, std::string_view b) {
  const Days first = days(a), second = days(b);
  if (share(first.with_year, second.with_year)) return true;
  return (first.by_name || second.by_name) && share(first.without_year, second.without_year);
}

bool is_rounding(std::string_view whole, std::string_view shown) {
  if (const auto power = scientific(shown)) {
    const auto forms = rounded(whole);
    return std::find(forms.begin(), forms.end(), *power) != forms.end();
  }
  return whole != shown && cut_to_15_digits(whole) == std::string(shown);
}

/// Pairs as they are found, and what becomes of them.
class Candidates {
 public:
  Candidates(std::size_t pre, std::size_t post) : ids_{std::vector<Id>(pre), std::vector<Id>(post)} {}

  void add(std::uint32_t pre, std::uint32_t post, Likeness likeness) {
    for (Id* id : {&ids_[0][pre], &ids_[1][post]}) {
      constexpr std::uint8_t most = 32;
      if (id->met == most) id->crowded = std::min(id->crowded, likeness);
      id->met = static_cast<std::uint8_t>(std::min(id->met + 1, most + 0));
    }
    pairs_.push_back({pre, post, likeness});
    if (pairs_.size() > limit_) make_unique();
  }

  /// The id meets so many others that nobody would look through them.
  void add_crowd(std::uint32_t id, bool post, Likeness likeness) {
    auto& crowded = ids_[post][id].crowded;
    crowded = std::min(crowded, likeness);
  }

  /// Settles likeness by likeness, the surest first; in the order of `pre`.
  std::vector<IdPair> settled() {
    make_unique();
    std::vector<IdPair> result;
    auto begin = pairs_.begin();
    for (auto likeness = Likeness::letter_case; likeness <= Likeness::one_edit; likeness = next(likeness)) {
      const auto end = std::find_if(begin, pairs_.end(), [&](const IdPair& pair) { return pair.likeness != likeness; });
      settle({begin, end}, likeness, result);
      begin = end;
    }
    std::sort(result.begin(), result.end(),
              [](const IdPair& a, const IdPair& b) { return std::tie(a.pre, a.post) < std::tie(b.pre, b.post); });
    return result;
  }

 private:
  static constexpr auto never = static_cast<Likeness>(255);

  struct Id {
    Likeness crowded = never;  ///< from this likeness on
    std::uint8_t met = 0;
    bool settled = false;
    std::uint32_t partners = 0;
  };

  static Likeness next(Likeness likeness) { return static_cast<Likeness>(static_cast<int>(likeness) + 1); }

  void make_unique() {
    const auto order = [](const IdPair& pair) { return std::tie(pair.likeness, pair.pre, pair.post); };
    std::sort(pairs_.begin(), pairs_.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
    limit_ = std::max(limit_, 2 * pairs_.size());
  }

  void settle(std::span<const IdPair> pairs, Likeness likeness, std::vector<IdPair>& result) {
    std::vector<IdPair> open;
    for (const IdPair& pair : pairs) {
      Id &pre = ids_[0][pair.pre], &post = ids_[1][pair.post];
      if (pre.settled || post.settled) continue;
      ++pre.partners;
      ++post.partners;
      open.push_back(pair);
    }
    for (IdPair& pair : open) {
      constexpr std::uint32_t few = 4;
      Id &pre = ids_[0][pair.pre], &post = ids_[1][pair.post];
      pair.several = pre.partners > 1 || post.partners > 1;
      const bool crowd =
          pre.crowded <= likeness || post.crowded <= likeness || pre.partners > few || post.partners > few;
      if (!crowd) result.push_back(pair);
    }
    for (const IdPair& pair : open) {
      ids_[0][pair.pre].settled = ids_[1][pair.post].settled = true;
      ids_[0][pair.pre].partners = ids_[1][pair.post].partners = 0;
    }
  }

  std::array<std::vector<Id>, 2> ids_;
  std::vector<IdPair> pairs_;
  std::size_t limit_ = 100'000;
};

/// What an id is looked up by, and whose it is.
struct Key {
  std::uint64_t hash;
  std::uint32_t id;
  bool post;

  bool operator<(const Key& other) const {
    return std::tie(hash, post, id) < std::tie(other.hash, other.post, other.id);
  }
};

class Index {
 public:
  Index(std::span<const std::string> pre, std::span<const std::string> post) : ids_{pre, post} {}

  /// `keys_of(id, post, add)` calls add(text) for every text that ids of both waves may share.
  template <class KeysOf>
  void fill(KeysOf keys_of) {
    keys_.clear();
    for (const bool post : {false, true}) {
      for (std::uint32_t i = 0; i < ids_[post].size(); ++i) {
        keys_of(ids_[post][i], post, [&](std::string_view text) {
          keys_.push_back({std::hash<std::string_view>{}(text), i, post});
        });
      }
    }
    std::sort(keys_.begin(), keys_.end());
    keys_.erase(
        std::unique(keys_.begin(), keys_.end(), [](const Key& a, const Key& b) { return !(a < b) && !(b < a); }),
        keys_.end());
  }

  /// Meets all ids of one key. `alike(pre, post)` says how two are in small meetings; in large ones everybody meets a
  /// crowd of the likeness that `crowd(id, post)` says.
  template <class Alike, class Crowd>
  void meet(Alike alike, Crowd crowd, Candidates& candidates) const {
    for (auto begin = keys_.begin(); begin != keys_.end();) {
      const auto end = std::find_if(begin, keys_.end(), [&](const Key& key) { return key.hash != begin->hash; });
      const auto middle = std::find_if(begin, end, [](const Key& key) { return key.post; });
      const auto pre = middle - begin, post = end - middle;
      constexpr std::ptrdiff_t small = 64;
      if (pre > 0 && post > 0 && (pre > small || post > small || pre * post > small)) {
        meet_many(begin, end, crowd, candidates);
      } else {
        meet_few(begin, middle, end, alike, candidates);
      }
      begin = end;
    }
  }

 private:
  using Place = std::vector<Key>::const_iterator;

  template <class Crowd>
  static void meet_many(Place begin, Place end, Crowd crowd, Candidates& candidates) {
    for (auto key = begin; key != end; ++key) {
      if (const std::optional<Likeness> likeness = crowd(key->id, key->post))
        candidates.add_crowd(key->id, key->post, *likeness);
    }
  }

  template <class Alike>
  static void meet_few(Place begin, Place middle, Place end, Alike alike, Candidates& candidates) {
    for (auto before = begin; before != middle; ++before) {
      for (auto after = middle; after != end; ++after) {
        if (const std::optional<Likeness> likeness = alike(before->id, after->id))
          candidates.add(before->id, after->id, *likeness);
      }
    }
  }

  std::array<std::span<const std::string>, 2> ids_;
  std::vector<Key> keys_;
};

/// Texts in which the two sides have different parts to play: the whole number and what a spreadsheet made of it.
template <class Add>
void add_sides(bool post, bool shown, const std::string& text, Add add) {
  add((post == shown ? "a:" : "b:") + text);
}

template <class Add>
void add_values(const std::string& id, bool post, Add add) {
  if (const auto value = number_value(id)) add("n:" + *value);
  const Days day = days(id);
  for (const auto& text : day.with_year) add("d:" + text);
  for (const auto& text : day.without_year) {
    if (day.by_name) add("m:" + text);
    add_sides(post, day.by_name, "m" + text, add);
  }
  if (const auto power = scientific(id)) add_sides(post, true, *power, add);
  for (const auto& power : rounded(id)) add_sides(post, false, power, add);
  if (const auto cut = cut_to_15_digits(id)) add_sides(post, *cut == id, "c" + *cut, add);
}

/// In which ways ids of one wave differ by one letter from others of the same wave, who are other people. There such a
/// difference is usual, and no likeness.
class UsualEdits {
 public:
  UsualEdits(std::span<const std::string> unmatched, std::span<const std::string> matched)
      : ids_(unmatched), usual_(unmatched.size(), 0), met_(unmatched.size(), 0) {
    for (std::uint32_t i = 0; i < ids_.size(); ++i)
      for (const std::string& text : deletions(ids_[i])) keys_.push_back({hash_of(text), i});
    std::sort(keys_.begin(), keys_.end());
    for (const std::string& id : ids_) meet(id);
    for (const std::string& id : matched) meet(id);
  }

  /// Whether `edit` is usual for the id.
  bool has(std::uint32_t id, Edit edit) const { return (usual_[id] & bit(edit)) != 0; }
  bool has_all(std::uint32_t id) const { return usual_[id] == both; }

 private:
  using Keyed = std::pair<std::size_t, std::uint32_t>;
  static constexpr std::uint8_t both = 3;

  static std::size_t hash_of(std::string_view text) { return std::hash<std::string_view>{}(text); }
  static std::uint8_t bit(Edit edit) { return edit == Edit::none ? 0 : edit == Edit::of_digits ? 1 : 2; }

  void meet(const std::string& other) {
    constexpr std::ptrdiff_t most = 64;
    constexpr std::uint8_t enough = 16;  // of those who share all letters but one
    for (const std::string& text : deletions(other)) {
      const std::size_t hash = hash_of(text);
      const auto begin = std::lower_bound(keys_.begin(), keys_.end(), Keyed{hash, 0});
      for (auto key = begin; key != keys_.end() && key->first == hash && key - begin < most; ++key) {
        if (met_[key->second] < enough && ids_[key->second] != other) {
          ++met_[key->second];
          usual_[key->second] |= bit(one_edit(ids_[key->second], other));
        }
      }
    }
  }

  std::span<const std::string> ids_;
  std::vector<std::uint8_t> usual_, met_;
  std::vector<Keyed> keys_;
};

}  // namespace

std::optional<Likeness> likeness(std::string_view a, std::string_view b) {
  if (case_folded(a) == case_folded(b)) return Likeness::letter_case;
  if (without_punctuation(a) == without_punctuation(b)) return Likeness::punctuation;
  if (without_leading_zeros(a) == without_leading_zeros(b)) return Likeness::leading_zeros;
  if (by_looks(a) == by_looks(b)) return Likeness::look_alikes;
  if (const auto text = plainest(a); !text.empty() && text == plainest(b)) return Likeness::spelling;
  if (const auto value = number_value(a); value && value == number_value(b)) return Likeness::number;
  if (is_rounding(a, b) || is_rounding(b, a)) return Likeness::rounded;
  if (same_day(a, b)) return Likeness::date;
  if (one_edit(a, b) != Edit::none) return Likeness::one_edit;
  return std::nullopt;
}

std::vector<IdPair> near_misses(std::span<const std::string> pre, std::span<const std::string> post,
                                std::span<const std::string> matched) {
  Candidates candidates(pre.size(), post.size());
  Index index(pre, post);
  const auto any_likeness = [&](std::uint32_t i, std::uint32_t k) { return likeness(pre[i], post[k]); };
  const auto crowd_of = [](Likeness surest) { return [=](std::uint32_t, bool) { return std::optional(surest); }; };
  index.fill([](const std::string& id, bool, auto add) {
    if (auto text = plainest(id); !text.empty()) add("t:" + text);
    add("l:" + by_looks(id));
  });
  index.meet(any_likeness, crowd_of(Likeness::letter_case), candidates);
  index.fill([](const std::string& id, bool is_post, auto add) { add_values(id, is_post, add); });
  index.meet(any_likeness, crowd_of(Likeness::number), candidates);
  const UsualEdits usual_before(pre, matched), usual_after(post, matched);
  const auto one_unusual_edit = [&](std::uint32_t i, std::uint32_t k) {
    const Edit found = one_edit(pre[i], post[k]);
    const bool unusual = found != Edit::none && !usual_before.has(i, found) && !usual_after.has(k, found);
    return unusual ? likeness(pre[i], post[k]) : std::nullopt;
  };
  const auto unusual_crowd = [&](std::uint32_t id, bool is_post) {
    const bool usual = (is_post ? usual_after : usual_before).has_all(id);
    return usual ? std::nullopt : std::optional(Likeness::one_edit);
  };
  index.fill([](const std::string& id, bool, auto add) {
    for (const std::string& text : deletions(id)) add(text);
  });
  index.meet(one_unusual_edit, unusual_crowd, candidates);
  return candidates.settled();
}

}  // namespace ecpr::survey
