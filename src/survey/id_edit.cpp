#include "id_edit.hpp"

#include <algorithm>
#include <array>

#include "id_spelling.hpp"

namespace ecpr::survey {

namespace {

constexpr std::size_t shortest = 4, longest = 64;

/// The letters of a text, up to one more than the longest id has.
class Letters {
 public:
  explicit Letters(std::string_view text) : text_(text) {
    for (std::size_t i = 0; i < text.size() && count_ <= longest; ++i) {
      if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) begins_[count_++] = i;
    }
    begins_[count_] = text.size();
  }

  std::size_t size() const { return count_; }
  std::string_view operator[](std::size_t i) const { return between(i, i + 1); }
  std::string_view between(std::size_t first, std::size_t end) const {
    return text_.substr(begins_[first], begins_[end] - begins_[first]);
  }
  bool may_be_edited() const { return count_ + 1 >= shortest && count_ <= longest; }

 private:
  std::string_view text_;
  std::array<std::size_t, longest + 2> begins_;
  std::size_t count_ = 0;
};

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_word(std::string_view letter) { return !without_punctuation(letter).empty(); }

/// Whether the letters at `i` and behind it change places.
bool swapped(const Letters& a, const Letters& b, std::size_t i) {
  return a[i] == b[i + 1] && a[i + 1] == b[i] && is_word(a[i]) && is_word(b[i]);
}

}  // namespace

Edit one_edit(std::string_view a, std::string_view b) {
  if (a.size() > b.size() + 4 || b.size() > a.size() + 4) return Edit::none;  // a letter has up to 4 bytes
  const Letters first(a), second(b);
  const std::size_t n = first.size(), m = second.size();
  if (std::max(n, m) < shortest || !first.may_be_edited() || !second.may_be_edited() || n > m + 1 || m > n + 1)
    return Edit::none;
  std::size_t front = 0, back = 0;
  while (front < std::min(n, m) && first[front] == second[front]) ++front;
  while (back < std::min(n, m) - front && first[n - 1 - back] == second[m - 1 - back]) ++back;
  const std::size_t left = std::max(n, m) - front - back;
  if (left > 1 && !(n == m && left == 2 && swapped(first, second, front))) return Edit::none;
  const bool digits = all_digits(first.between(front, n - back)) && all_digits(second.between(front, m - back));
  return digits ? Edit::of_digits : Edit::of_other_letters;
}

std::vector<std::string> deletions(std::string_view id) {
  std::vector<std::string> texts;
  const Letters letters(id);
  if (!letters.may_be_edited()) return texts;
  texts.emplace_back(id);
  for (std::size_t i = 0; i < letters.size(); ++i)
    texts.push_back(std::string(letters.between(0, i)).append(letters.between(i + 1, letters.size())));
  return texts;
}

}  // namespace ecpr::survey
