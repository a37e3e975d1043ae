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

/// Pairs as they are found; an id that meets two others is out.
class Candidates {
 public:
  Candidates(std::size_t pre, std::size_t post) : of_pre_(pre, none), of_post_(post, none) {}

  void add(std::uint32_t pre, std::uint32_t post) {
    note(of_pre_[pre], post);
    note(of_post_[post], pre);
  }
  void add_several(std::uint32_t id, bool post) { (post ? of_post_ : of_pre_)[id] = several; }

  template <class Visit>
  void each_pair(Visit visit) const {
    for (std::uint32_t pre = 0; pre < of_pre_.size(); ++pre) {
      const auto post = of_pre_[pre];
      if (post < several && of_post_[post] == pre) visit(pre, post);
    }
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF, several = none - 1;

  static void note(std::uint32_t& known, std::uint32_t other) {
    known = known == none || known == other ? other : several;
  }

  std::vector<std::uint32_t> of_pre_, of_post_;
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

  /// Meets all ids of one key. `alike(pre, post)` decides for small meetings; in large ones everybody meets several
  /// for whom `matters(id, post)` holds.
  template <class Alike, class Matters>
  void meet(Alike alike, Matters matters, Candidates& candidates) const {
    for (auto begin = keys_.begin(); begin != keys_.end();) {
      const auto end = std::find_if(begin, keys_.end(), [&](const Key& key) { return key.hash != begin->hash; });
      const auto middle = std::find_if(begin, end, [](const Key& key) { return key.post; });
      const auto pre = middle - begin, post = end - middle;
      constexpr std::ptrdiff_t small = 64;
      if (pre > 0 && post > 0 && (pre > small || post > small || pre * post > small)) {
        meet_many(begin, end, matters, candidates);
      } else {
        meet_few(begin, middle, end, alike, candidates);
      }
      begin = end;
    }
  }

 private:
  using Place = std::vector<Key>::const_iterator;

  template <class Matters>
  static void meet_many(Place begin, Place end, Matters matters, Candidates& candidates) {
    for (auto key = begin; key != end; ++key) {
      if (matters(key->id, key->post)) candidates.add_several(key->id, key->post);
    }
  }

  template <class Alike>
  static void meet_few(Place begin, Place middle, Place end, Alike alike, Candidates& candidates) {
    for (auto before = begin; before != middle; ++before) {
      for (auto after = middle; after != end; ++after) {
        if (alike(before->id, after->id)) candidates.add(before->id, after->id);
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
void add_meanings(const std::string& id, bool post, Add add) {
  if (auto text = plainest(id); !text.empty()) add("t:" + text);
  add("l:" + by_looks(id));
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
  index.fill([](const std::string& id, bool is_post, auto add) { add_meanings(id, is_post, add); });
  index.meet([&](std::uint32_t i, std::uint32_t k) { return likeness(pre[i], post[k]).has_value(); },
             [](std::uint32_t, bool) { return true; }, candidates);
  const UsualEdits usual_before(pre, matched), usual_after(post, matched);
  const auto one_unusual_edit = [&](std::uint32_t i, std::uint32_t k) {
    const Edit found = one_edit(pre[i], post[k]);
    return found != Edit::none && !usual_before.has(i, found) && !usual_after.has(k, found);
  };
  const auto may_be_unusual = [&](std::uint32_t id, bool is_post) {
    return !(is_post ? usual_after : usual_before).has_all(id);
  };
  index.fill([](const std::string& id, bool, auto add) {
    for (const std::string& text : deletions(id)) add(text);
  });
  index.meet(one_unusual_edit, may_be_unusual, candidates);
  std::vector<IdPair> pairs;
  candidates.each_pair([&](std::uint32_t i, std::uint32_t k) { pairs.push_back({i, k, *likeness(pre[i], post[k])}); });
  return pairs;
}

}  // namespace ecpr::survey
