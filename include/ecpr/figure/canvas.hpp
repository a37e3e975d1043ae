// Drawing lines, shapes and text, the same for SVG, PDF and PNG.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ecpr::figure {

/// Red, green and blue between 0 and 1, and how much covers what lies below.
struct Colour {
  double red, green, blue, opacity = 1;
};

/// Okabe and Ito's palette (2008), which colour-blind readers tell apart, and greys.
namespace colour {
inline constexpr Colour black{0.10, 0.10, 0.10}, grey{0.45, 0.45, 0.45}, light{0.80, 0.80, 0.80}, white{1, 1, 1},
    better{0.0, 0.447, 0.698}, worse{0.835, 0.369, 0.0};
}

struct Point {
  double x, y;  ///< points (1/72 inch) from the left and from the top
};

enum class Anchor { start, middle, end };

/// How text looks. `size` in points.
struct TextStyle {
  double size = 9;
  bool bold = false;
  Anchor anchor = Anchor::start;
  Colour colour = colour::black;
  bool italic = false;
};

/// How a line looks. Widths and dashes in points; no dash: a whole line.
struct LineStyle {
  double width = 0.8;
  Colour colour = colour::black;
  double dash = 0;
};

/// A page to draw on. Text stands on its baseline.
class Canvas {
 public:
  virtual ~Canvas() = default;

  virtual void line(Point from, Point to, const LineStyle& style) = 0;
  virtual void polyline(const std::vector<Point>& points, const LineStyle& style) = 0;
  virtual void polygon(const std::vector<Point>& points, Colour fill) = 0;
  virtual void rectangle(Point corner, double width, double height, const LineStyle& style) = 0;
  virtual void circle(Point centre, double radius, Colour fill) = 0;
  virtual void text(Point at, std::string_view text, const TextStyle& style) = 0;
  /// Width in points that `text` takes.
  virtual double width(std::string_view text, const TextStyle& style) = 0;
};

/// A drawing of results, its name for a file, and what it shows in words.
struct Figure {
  std::string name;              ///< "forest_all"
  std::string caption;           ///< one sentence
  std::string alternative;       ///< what the picture shows, for readers who do not see it
  double width = 0, height = 0;  ///< points
  std::function<void(Canvas&)> draw;
};

enum class Format { svg, pdf, png };

/// The figure as the bytes of a file; PNG at 300 dots per inch. The same bytes for the same figure.
std::string rendered(const Figure& figure, Format format);

/// `text` cut to at most `width` points, with an ellipsis where something is missing.
std::string fitted(Canvas& canvas, std::string_view text, double width, const TextStyle& style);

/// `text` broken at blanks into lines of at most `width` points.
std::vector<std::string> wrapped(Canvas& canvas, std::string_view text, double width, const TextStyle& style);

}  // namespace ecpr::figure
