#include "near_misses.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "ecpr/base/text.hpp"
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

/// Where the letters of a text begin; the end last.
std::vector<std::size_t> letters_of(std::string_view text) {
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) begins.push_back(i);
  }
  begins.push_back(text.size());
  return begins;
}

/// One-edit neighbours are looked for among ids that are neither very short (too many neighbours) nor very long.
constexpr std::size_t shortest_edited = 4, longest_edited = 64;

bool may_be_edited(std::size_t letters) { return letters + 1 >= shortest_edited && letters <= longest_edited; }

enum class Edit : std::uint8_t { none, of_digits, of_other_letters };

/// Which kind of letter was replaced, left out, put in, or swapped with its neighbour to make `b` of `a`.
Edit edit(std::string_view a, std::string_view b) {
  const auto first = letters_of(a), second = letters_of(b);
  const std::size_t n = first.size() - 1, m = second.size() - 1;
  if (std::max(n, m) < shortest_edited || !may_be_edited(n) || !may_be_edited(m) || n > m + 1 || m > n + 1)
    return Edit::none;
  const auto letter = [](std::string_view text, const std::vector<std::size_t>& begins, std::size_t i) {
    return text.substr(begins[i], begins[i + 1] - begins[i]);
  };
  std::size_t front = 0, back = 0;
  while (front < std::min(n, m) && letter(a, first, front) == letter(b, second, front)) ++front;
  while (back < std::min(n, m) - front && letter(a, first, n - 1 - back) == letter(b, second, m - 1 - back)) ++back;
  const std::size_t left = std::max(n, m) - front - back;
  const auto is_word = [](std::string_view text) { return !without_punctuation(text).empty(); };
  const bool swapped = n == m && left == 2 && letter(a, first, front) == letter(b, second, front + 1) &&
                       letter(a, first, front + 1) == letter(b, second, front) && is_word(letter(a, first, front)) &&
                       is_word(letter(b, second, front));
  if (left > 1 && !swapped) return Edit::none;
  const auto digits = [&](std::string_view text, const std::vector<std::size_t>& begins, std::size_t letters) {
    const auto middle = text.substr(begins[front], begins[letters - back] - begins[front]);
    return std::all_of(middle.begin(), middle.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  return digits(a, first, n) && digits(b, second, m) ? Edit::of_digits : Edit::of_other_letters;
}

bool one_edit(std::string_view a, std::string_view b) { return edit(a, b) != Edit::none; }

/// Pairs as they are found; an id that meets two others is out.
class Candidates {
 public:
  Candidates(std::size_t pre, std::size_t post) : of_pre_(pre, none), of_post_(post, none) {}

  void add(std::uint32_t pre, std::uint32_t post) {
    note(of_pre_[pre], post);
    note(of_post_[post], pre);
  }
  void add_several_to_pre(std::uint32_t pre) { of_pre_[pre] = several; }
  void add_several_to_post(std::uint32_t post) { of_post_[post] = several; }

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

  /// Meets all ids of one key. `alike(a, b)` decides for small meetings; in large ones everybody meets several.
  template <class Alike>
  void meet(Alike alike, Candidates& candidates) const {
    for (auto begin = keys_.begin(); begin != keys_.end();) {
      const auto end = std::find_if(begin, keys_.end(), [&](const Key& key) { return key.hash != begin->hash; });
      const auto middle = std::find_if(begin, end, [](const Key& key) { return key.post; });
      meet(begin, middle, end, alike, candidates);
      begin = end;
    }
  }

 private:
  using Place = std::vector<Key>::const_iterator;

  template <class Alike>
  void meet(Place begin, Place middle, Place end, Alike alike, Candidates& candidates) const {
    constexpr std::ptrdiff_t small = 64;
    const auto pre = middle - begin, post = end - middle;
    if (pre == 0 || post == 0) return;
    if (pre > small || post > small || pre * post > small) {
      for (auto key = begin; key != middle; ++key) candidates.add_several_to_pre(key->id);
      for (auto key = middle; key != end; ++key) candidates.add_several_to_post(key->id);
      return;
    }
    for (auto before = begin; before != middle; ++before) {
      for (auto after = middle; after != end; ++after) {
        if (alike(ids_[0][before->id], ids_[1][after->id])) candidates.add(before->id, after->id);
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

template <class Add>
void add_deletions(const std::string& id, Add add) {
  const auto begins = letters_of(id);
  if (!may_be_edited(begins.size() - 1)) return;
  add(id);
  for (std::size_t i = 0; i + 1 < begins.size(); ++i) add(id.substr(0, begins[i]) + id.substr(begins[i + 1]));
}

bool alike(std::string_view a, std::string_view b) { return likeness(a, b).has_value(); }

/// Ids that are looked for, and which of them one digit makes to an id that somebody else has.
class Crowded {
 public:
  void look_for(const std::string& id) {
    add_deletions(id, [&](std::string_view text) { by_key_[std::hash<std::string_view>{}(text)].push_back(id); });
  }

  void meet(const std::string& other) {
    add_deletions(other, [&](std::string_view text) {
      const auto met = by_key_.find(std::hash<std::string_view>{}(text));
      if (met == by_key_.end()) return;
      std::erase_if(met->second, [&](const std::string& id) {
        const bool neighbour = edit(id, other) == Edit::of_digits;
        if (neighbour) crowded_.insert(id);
        return neighbour;
      });
    });
  }

  bool has(const std::string& id) const { return crowded_.contains(id); }

 private:
  std::unordered_map<std::size_t, std::vector<std::string>> by_key_;
  std::unordered_set<std::string> crowded_;
};

/// Takes out pairs that differ in one digit, where that is how ids differ.
void drop_usual_neighbours(std::span<const std::string> pre, std::span<const std::string> post,
                           std::span<const std::string> matched, std::vector<IdPair>& pairs) {
  const auto by_digit = [&](const IdPair& pair) {
    return pair.likeness == Likeness::one_edit && edit(pre[pair.pre], post[pair.post]) == Edit::of_digits;
  };
  Crowded crowded;
  for (const IdPair& pair : pairs) {
    if (!by_digit(pair)) continue;
    crowded.look_for(pre[pair.pre]);
    crowded.look_for(post[pair.post]);
  }
  for (const std::string& id : matched) crowded.meet(id);
  std::erase_if(pairs, [&](const IdPair& pair) {
    return by_digit(pair) && (crowded.has(pre[pair.pre]) || crowded.has(post[pair.post]));
  });
}

}  // namespace

std::optional<Likeness> likeness(std::string_view a, std::string_view b) {
  if (case_folded(a) == case_folded(b)) return Likeness::letter_case;
  if (without_punctuation(a) == without_punctuation(b)) return Likeness::punctuation;
  if (without_leading_zeros(a) == without_leading_zeros(b)) return Likeness::leading_zeros;
  if (compatible(a) == compatible(b)) return Likeness::look_alikes;
  if (const auto text = plainest(a); !text.empty() && text == plainest(b)) return Likeness::spelling;
  if (const auto value = number_value(a); value && value == number_value(b)) return Likeness::number;
  if (is_rounding(a, b) || is_rounding(b, a)) return Likeness::rounded;
  if (same_day(a, b)) return Likeness::date;
  if (one_edit(a, b)) return Likeness::one_edit;
  return std::nullopt;
}

std::vector<IdPair> near_misses(std::span<const std::string> pre, std::span<const std::string> post,
                                std::span<const std::string> matched) {
  Candidates candidates(pre.size(), post.size());
  Index index(pre, post);
  index.fill([](const std::string& id, bool is_post, auto add) { add_meanings(id, is_post, add); });
  index.meet(alike, candidates);
  index.fill([](const std::string& id, bool, auto add) { add_deletions(id, add); });
  index.meet(one_edit, candidates);
  std::vector<IdPair> pairs;
  candidates.each_pair([&](std::uint32_t i, std::uint32_t k) { pairs.push_back({i, k, *likeness(pre[i], post[k])}); });
  drop_usual_neighbours(pre, post, matched, pairs);
  return pairs;
}

}  // namespace ecpr::survey
