#include "svg_canvas.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>

#include "ecpr/base/code_point.hpp"
#include "ecpr/base/text.hpp"
#include "font.hpp"

namespace ecpr::figure {

namespace {

/// At most two decimals, no more than needed: 1/100 point cannot be seen.
std::string number(double value) {
  std::string text = fmt::format("{:.2f}", value);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string escaped(std::string_view text) {
  std::string result = replaced(replaced(text, "&", "&amp;"), "<", "&lt;");
  return replaced(replaced(result, ">", "&gt;"), "\"", "&quot;");
}

/// ` fill="#0072b2" fill-opacity="0.5"`.
std::string painted(std::string_view attribute, Colour colour) {
  const auto byte = [](double share) { return static_cast<int>(std::lround(255 * share)); };
  std::string text =
      fmt::format(" {}=\"#{:02x}{:02x}{:02x}\"", attribute, byte(colour.red), byte(colour.green), byte(colour.blue));
  if (colour.opacity < 1) text += fmt::format(" {}-opacity=\"{}\"", attribute, number(colour.opacity));
  return text;
}

std::string stroked(const LineStyle& style) {
  std::string text = " fill=\"none\"" + painted("stroke", style.colour);
  text += fmt::format(" stroke-width=\"{}\"", number(style.width));
  if (style.dash > 0) text += fmt::format(" stroke-dasharray=\"{}\"", number(style.dash));
  return text;
}

std::string path_of(const std::vector<Point>& points) {
  std::string path;
  for (const Point& point : points) path += (path.empty() ? "M" : "L") + number(point.x) + " " + number(point.y);
  return path;
}

class SvgCanvas : public Canvas {
 public:
  void line(Point from, Point to, const LineStyle& style) override { polyline({from, to}, style); }

  void polyline(const std::vector<Point>& points, const LineStyle& style) override {
    body_ += fmt::format("<path d=\"{}\"{}/>\n", path_of(points), stroked(style));
  }

  void polygon(const std::vector<Point>& points, Colour fill) override {
    body_ += fmt::format("<path d=\"{}Z\"{}/>\n", path_of(points), painted("fill", fill));
  }

  void rectangle(Point corner, double width, double height, const LineStyle& style) override {
    body_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}/>\n", number(corner.x), number(corner.y),
                         number(width), number(height), stroked(style));
  }

  void circle(Point centre, double radius, Colour fill) override {
    body_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>\n", number(centre.x), number(centre.y),
                         number(radius), painted("fill", fill));
  }

  void text(Point at, std::string_view text, const TextStyle& style) override {
    const double length = width(text, style);
    const double left = style.anchor == Anchor::start ? 0 : style.anchor == Anchor::end ? length : length / 2;
    const double scale = style.size / font(style).units_per_em();
    const std::string shape =
        fmt::format("matrix({:.6f} 0 {} {:.6f} {} {})", scale, style.italic ? fmt::format("{:.6f}", -0.2 * scale) : "0",
                    scale, number(at.x - left), number(at.y));
    body_ += fmt::format("<g transform=\"{}\"{}>{}</g>\n", shape, painted("fill", style.colour), letters(text, style));
  }

  double width(std::string_view text, const TextStyle& style) override {
    double units = 0;
    const std::string shown = drawable(text);
    for (std::string_view rest = shown; !rest.empty();) units += advance(take_code_point(rest), style);
    return units * style.size / font(style).units_per_em();
  }

  std::string file(const Figure& figure) const {
    std::string text = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
        "xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{0}pt\" height=\"{1}pt\" viewBox=\"0 0 {0} {1}\" "
        "role=\"img\">\n<title>{2}</title>\n<desc>{3}</desc>\n<defs>\n",
        number(figure.width), number(figure.height), escaped(drawable(figure.caption)),
        escaped(drawable(figure.alternative)));
    for (const auto& [id, outline] : outlines_) text += fmt::format("<path id=\"{}\" d=\"{}\"/>\n", id, outline);
    return text + "</defs>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n" + body_ + "</svg>\n";
  }

 private:
  static const Font& font(const TextStyle& style) { return Font::of(style.bold); }

  /// In font units; of a letter that the font lacks, as wide as most fonts have it.
  static double advance(char32_t letter, const TextStyle& style) {
    const unsigned glyph = font(style).glyph(letter);
    if (glyph != 0) return font(style).advance(glyph);
    return 0.55 * font(style).units_per_em() * static_cast<double>(display_width(utf8(letter)));
  }

  /// Each letter at its place on the line, in font units.
  std::string letters(std::string_view text, const TextStyle& style) {
    std::string uses;
    double x = 0;
    const std::string shown = drawable(text);
    for (std::string_view rest = shown; !rest.empty();) {
      const char32_t letter = take_code_point(rest);
      uses += one_letter(letter, x, style);
      x += advance(letter, style);
    }
    return uses;
  }

  std::string one_letter(char32_t letter, double x, const TextStyle& style) {
    const unsigned glyph = font(style).glyph(letter);
    if (glyph == 0)
      return fmt::format("<text x=\"{}\" font-family=\"sans-serif\" font-size=\"{}\"{}>{}</text>", number(x),
                         number(font(style).units_per_em()), style.bold ? " font-weight=\"bold\"" : "",
                         escaped(utf8(letter)));
    const std::string outline = font(style).outline(glyph);
    if (outline.empty()) return "";
    const std::string id = fmt::format("{}{}", style.bold ? 'b' : 'r', glyph);
    outlines_.emplace(id, outline);
    return fmt::format("<use xlink:href=\"#{}\" x=\"{}\"/>", id, number(x));
  }

  std::string body_;
  std::map<std::string, std::string> outlines_;
};

}  // namespace

std::string svg_file(const Figure& figure) {
  SvgCanvas canvas;
  figure.draw(canvas);
  return canvas.file(figure);
}

}  // namespace ecpr::figure
