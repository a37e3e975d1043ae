// Text with italics, superscripts and numbers in it, without the syntax of any format.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "ecpr/document/quantity.hpp"

namespace ecpr::document {

/// How a run is set. `mark` is the letter of a footnote; only the layout of a table makes them.
enum class Face { plain, italic, bold, superscript, subscript, mark };

/// What a run means to the reader; shown as a colour where there are colours, never by colour alone.
enum class Tone { neutral, better, worse, quiet };

/// A piece of text in one face. Requires: UTF-8. Control characters are left out when it is rendered.
struct Run {
  std::string text;
  Face face = Face::plain;
  Tone tone = Tone::neutral;

  bool operator==(const Run&) const = default;
};

using Runs = std::vector<Run>;

inline Run italic(std::string text) { return {std::move(text), Face::italic}; }
inline Run bold(std::string text) { return {std::move(text), Face::bold}; }
inline Run subscript(std::string text) { return {std::move(text), Face::subscript}; }
inline Run superscript(std::string text) { return {std::move(text), Face::superscript}; }

/// A symbol that equals a number, spaced as the style wants it: "d_z=1.28" or "d_z = 1.28".
struct Equation {
  Runs symbol = {};
  Quantity value = {};
};

template <class T, class Variant>
inline constexpr bool is_alternative = false;
template <class T, class... Kinds>
inline constexpr bool is_alternative<T, std::variant<Kinds...>> = (std::same_as<T, Kinds> || ...);

/// One of the kinds of Quantity.
template <class T>
concept QuantityKind = is_alternative<T, Quantity>;

/// A line or paragraph: runs, and numbers that the number style writes when the text is set.
///
/// `Text("mean change ") + Estimate{1.58, Interval{0.70, 2.46}} + "; " + PValue{0.003}` reads
/// "mean change 1.58, 95% CI 0.70 to 2.46; P=.003".
class Text {
 public:
  using Inline = std::variant<Run, Quantity, Equation>;

  Text() = default;
  Text(const char* plain) : Text(std::string(plain)) {}
  Text(std::string_view plain) : Text(std::string(plain)) {}
  Text(std::string plain) : Text(Run{std::move(plain)}) {}
  Text(Run run) {
    if (!run.text.empty()) pieces_.emplace_back(std::move(run));
  }
  Text(Runs runs) {
    for (Run& run : runs) *this += Text(std::move(run));
  }
  Text(Equation equation) { pieces_.emplace_back(std::move(equation)); }
  Text(Quantity quantity) { pieces_.emplace_back(std::move(quantity)); }
  template <QuantityKind T>
  Text(T quantity) : Text(Quantity(std::move(quantity))) {}

  Text& operator+=(const Text& other) {
    pieces_.insert(pieces_.end(), other.pieces_.begin(), other.pieces_.end());
    return *this;
  }
  friend Text operator+(Text left, const Text& right) { return left += right; }

  bool empty() const { return pieces_.empty(); }
  const std::vector<Inline>& pieces() const { return pieces_; }

 private:
  std::vector<Inline> pieces_;
};

/// A text with the footnotes that hang on it. The same note anywhere in a table gets the same letter.
struct Label {
  Text text;
  std::vector<Text> notes;

  Label() = default;
  Label(Text text_, std::vector<Text> notes_ = {}) : text(std::move(text_)), notes(std::move(notes_)) {}
  template <class T>
  requires std::constructible_from<Text, T> Label(T text_) : text(Text(std::move(text_))) {}
};

}  // namespace ecpr::document
