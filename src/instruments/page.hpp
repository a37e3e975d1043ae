// Lines of plain text with labels at their left.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ecpr/instruments/instrument.hpp"

namespace ecpr::instruments {

/// Text of at most 100 columns that grows line by line.
class Page {
 public:
  static constexpr std::size_t width = 100, label_width = 13;

  void line(const std::string& text) { text_ += text + '\n'; }
  void blank() { text_ += '\n'; }
  /// `label`, then `text` from column `indent` on, wrapped between words; nothing for an empty text.
  void field(const std::string& label, const std::string& text, std::size_t indent = label_width);

  std::string text() && { return std::move(text_); }

 private:
  std::string text_;
};

/// "1 to 3".
std::string range_in_words(double lowest, double highest);

/// What each scale is, of which items in which coding and order, and when it is scored.
void show_scales(Page& page, const Instrument& instrument);

}  // namespace ecpr::instruments
