#include "page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"

namespace ecpr::instruments {

void Page::field(const std::string& label, const std::string& text, std::size_t indent) {
  if (text.empty()) return;
  std::string row = label;
  std::size_t used = display_width(label);
  bool empty = true;
  for (const auto& word : split(text, ' ')) {
    const std::size_t word_width = display_width(word);
    if (word.empty()) continue;
    if (!empty && used + 1 + word_width > width) {
      line(row);
      row.clear();
      used = 0;
      empty = true;
    }
    const std::size_t gap = empty ? indent - std::min(indent, used) : 1;
    row += std::string(gap, ' ') + word;
    used += gap + word_width;
    empty = false;
  }
  line(row);
}

std::string range_in_words(double lowest, double highest) {
  return fmt::format("{} to {}", shortest(lowest), shortest(highest));
}

}  // namespace ecpr::instruments
