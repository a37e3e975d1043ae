#include "nesting.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

namespace ecpr::definition {

namespace {

/// Walks over a text and keeps count of what is open.
class Nesting {
 public:
  Nesting(std::string_view text, std::size_t most) : text_(text), most_(most) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) place_ = byte_order_mark.size();
  }

  std::optional<std::size_t> first_line_too_deep() {
    while (place_ < text_.size() && !stopped_) {
      step(text_[place_]);
      if (header_ + open_names() > most_) return line_;
    }
    return std::nullopt;
  }

 private:
  /// A table with as many names as the present key has parts, or an array, which counts as one.
  struct Open {
    bool table = true, in_key = true;
    std::size_t names = 1;
  };

  std::size_t open_names() const { return closed_names_ + open_.back().names; }

  void step(char c) {
    if (c == '#') return skip_to(text_.find('\n', place_));
    if (c == '"' || c == '\'') return skip_text(c);
    ++place_;
    if (c == '\n') return end_line();
    if (in_header_) return header_character(c);
    if (open_.back().in_key) return key_character(c);
    value_character(c);
  }

  void skip_to(std::size_t place) { place_ = std::min(place, text_.size()); }

  /// Past a text of any of the four kinds; one of a line ends with it.
  void skip_text(char quote) {
    named_ = true;
    const std::string_view rest = text_.substr(place_);
    const bool long_one = rest.size() > 2 && rest[1] == quote && rest[2] == quote;
    place_ += long_one ? 3 : 1;
    for (; place_ < text_.size(); ++place_) {
      const char c = text_[place_];
      if (c == '\n' && !long_one) return;
      line_ += c == '\n';
      if (c == '\\' && quote == '"') {
        skip_escape();
      } else if (c == quote && (!long_one || text_.substr(place_, 3) == rest.substr(0, 3))) {
        return skip_to(long_one ? text_.find_first_not_of(quote, place_) : place_ + 1);
      }
    }
  }

  void skip_escape() {
    if (place_ + 1 < text_.size() && text_[place_ + 1] != '\n') ++place_;
  }

  void end_line() {
    ++line_;
    in_header_ = false;
    if (open_.size() == 1) begin_key();
  }

  void begin_key() {
    open_.back() = {};
    named_ = false;
  }

  void header_character(char c) {
    if (c == '.') ++header_;
  }

  /// Stops where no key can go on: a parser does, too, and says why.
  void key_character(char c) {
    if (c == '[' && open_.size() == 1 && !named_) return begin_header();
    if (c == '.' && named_) return next_name();
    if (c == '=' && named_) return void(open_.back().in_key = false);
    if (c == '}' && open_.size() > 1) return close();
    const auto byte = static_cast<unsigned char>(c);
    const bool name = std::isalnum(byte) || c == '_' || c == '-' || byte >= 0x80;
    stopped_ = !name && !std::isspace(byte);
    named_ = named_ || name;
  }

  void next_name() {
    ++open_.back().names;
    named_ = false;
  }

  void begin_header() {
    in_header_ = true;
    header_ = 1;
  }

  void value_character(char c) {
    if (c == '[' || c == '{') return open(c == '{');
    if (c == ']' || c == '}') return close();
    if (c == ',' && open_.back().table && open_.size() > 1) begin_key();
  }

  void open(bool table) {
    closed_names_ += open_.back().names;
    open_.push_back({table, table, 1});
    named_ = false;
  }

  void close() {
    if (open_.size() == 1) return;
    open_.pop_back();
    closed_names_ -= open_.back().names;
  }

  std::string_view text_;
  std::size_t most_, place_ = 0, line_ = 1;
  std::size_t header_ = 0;        ///< names of the table that the present line belongs to
  std::size_t closed_names_ = 0;  ///< of all that is open but the innermost
  std::vector<Open> open_{Open{}};
  bool in_header_ = false, named_ = false, stopped_ = false;
};

}  // namespace

std::optional<std::size_t> line_too_deep(std::string_view text, std::size_t most) {
  return Nesting(text, most).first_line_too_deep();
}

}  // namespace ecpr::definition
