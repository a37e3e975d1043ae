#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <cairo.h>

#include <cmath>
#include <stdexcept>

#include "ecpr/base/code_point.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/figure/canvas.hpp"
#include "fallback_font.hpp"
#include "font.hpp"
#include "png_file.hpp"
#include "svg_canvas.hpp"

namespace ecpr::figure {

namespace {

constexpr double points_per_inch = 72, dots_per_inch = 300;

/// The built-in fonts as faces of cairo; they live as long as the program.
cairo_font_face_t* face(bool bold) {
  const auto load = [](bool of_bold) {
    return cairo_ft_font_face_create_for_ft_face(Font::of(of_bold).face(), FT_LOAD_NO_HINTING);
  };
  static cairo_font_face_t* const regular_face = load(false);
  static cairo_font_face_t* const bold_face = load(true);
  return bold ? bold_face : regular_face;
}

cairo_status_t append(void* closure, const unsigned char* bytes, unsigned length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

/// Text in one font.
struct Piece {
  cairo_font_face_t* face;
  std::string text;
};

/// The built-in font, and fonts of the system for letters that it lacks.
std::vector<Piece> pieces_of(std::string_view text, bool bold) {
  std::vector<Piece> pieces;
  const std::string shown = drawable(text);
  for (std::string_view rest = shown; !rest.empty();) {
    const char32_t letter = take_code_point(rest);
    cairo_font_face_t* font = Font::of(bold).glyph(letter) != 0 ? nullptr : fallback_face(letter, bold);
    if (font == nullptr) font = face(bold);
    if (pieces.empty() || pieces.back().face != font) pieces.push_back({font, ""});
    pieces.back().text += utf8(letter);
  }
  return pieces;
}

class CairoCanvas : public Canvas {
 public:
  explicit CairoCanvas(cairo_surface_t* surface) : surface_(surface), context_(cairo_create(surface)) {
    cairo_set_line_cap(context_, CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(context_, CAIRO_LINE_JOIN_ROUND);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options(context_, options);
    cairo_font_options_destroy(options);
  }
  CairoCanvas(const CairoCanvas&) = delete;
  CairoCanvas& operator=(const CairoCanvas&) = delete;
  ~CairoCanvas() override {
    cairo_destroy(context_);
    cairo_surface_destroy(surface_);
  }

  void scale(double factor) { cairo_scale(context_, factor, factor); }
  void paint_white() {
    set(colour::white);
    cairo_paint(context_);
  }
  cairo_surface_t* surface() { return surface_; }

  void line(Point from, Point to, const LineStyle& style) override { polyline({from, to}, style); }

  void polyline(const std::vector<Point>& points, const LineStyle& style) override {
    trace(points);
    stroke(style);
  }

  void polygon(const std::vector<Point>& points, Colour fill) override {
    trace(points);
    cairo_close_path(context_);
    set(fill);
    cairo_fill(context_);
  }

  void rectangle(Point corner, double width, double height, const LineStyle& style) override {
    cairo_rectangle(context_, corner.x, corner.y, width, height);
    stroke(style);
  }

  void circle(Point centre, double radius, Colour fill) override {
    cairo_arc(context_, centre.x, centre.y, radius, 0, 2 * M_PI);
    set(fill);
    cairo_fill(context_);
  }

  void text(Point at, std::string_view text, const TextStyle& style) override {
    const auto pieces = pieces_of(text, style.bold);
    const double length = extent(pieces, style);
    set(style.colour);
    double x = at.x - (style.anchor == Anchor::start ? 0 : style.anchor == Anchor::end ? length : length / 2);
    for (const Piece& piece : pieces) {
      const double advance = extent(piece, style);
      cairo_move_to(context_, x, at.y);
      cairo_show_text(context_, piece.text.c_str());
      x += advance;
    }
  }

  double width(std::string_view text, const TextStyle& style) override {
    return extent(pieces_of(text, style.bold), style);
  }

 private:
  void set(Colour colour) { cairo_set_source_rgba(context_, colour.red, colour.green, colour.blue, colour.opacity); }

  void trace(const std::vector<Point>& points) {
    for (std::size_t i = 0; i < points.size(); ++i)
      (i == 0 ? cairo_move_to : cairo_line_to)(context_, points[i].x, points[i].y);
  }

  void stroke(const LineStyle& style) {
    set(style.colour);
    cairo_set_line_width(context_, style.width);
    cairo_set_dash(context_, &style.dash, style.dash > 0 ? 1 : 0, 0);
    cairo_stroke(context_);
  }

  double extent(const Piece& piece, const TextStyle& style) {
    cairo_set_font_face(context_, piece.face);
    const double slant = style.italic ? -0.2 * style.size : 0;
    const cairo_matrix_t shape{style.size, 0, slant, style.size, 0, 0};
    cairo_set_font_matrix(context_, &shape);
    cairo_text_extents_t extents;
    cairo_text_extents(context_, piece.text.c_str(), &extents);
    return extents.x_advance;
  }

  double extent(const std::vector<Piece>& pieces, const TextStyle& style) {
    double sum = 0;
    for (const Piece& piece : pieces) sum += extent(piece, style);
    return sum;
  }

  cairo_surface_t* surface_;
  cairo_t* context_;
};

void finish(CairoCanvas& canvas) {
  cairo_surface_finish(canvas.surface());
  const auto status = cairo_surface_status(canvas.surface());
  if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error(cairo_status_to_string(status));
}

std::string as_pdf(const Figure& figure) {
  std::string bytes;
  cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(append, &bytes, figure.width, figure.height);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, figure.caption.c_str());
  CairoCanvas canvas(surface);
  figure.draw(canvas);
  finish(canvas);
  return bytes;
}

std::string as_png(const Figure& figure) {
  const double factor = dots_per_inch / points_per_inch;
  CairoCanvas canvas(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(std::ceil(figure.width * factor)),
                                                static_cast<int>(std::ceil(figure.height * factor))));
  canvas.scale(factor);
  canvas.paint_white();
  figure.draw(canvas);
  cairo_surface_t* page = canvas.surface();
  cairo_surface_flush(page);
  if (cairo_surface_status(page) != CAIRO_STATUS_SUCCESS)
    throw std::runtime_error("the figure is too large for a PNG file");
  Pixels pixels;
  pixels.first = reinterpret_cast<const std::uint32_t*>(cairo_image_surface_get_data(page));
  pixels.width = static_cast<std::size_t>(cairo_image_surface_get_width(page));
  pixels.height = static_cast<std::size_t>(cairo_image_surface_get_height(page));
  pixels.stride = static_cast<std::size_t>(cairo_image_surface_get_stride(page)) / sizeof(std::uint32_t);
  return png_file(pixels, dots_per_inch);
}

}  // namespace

std::string rendered(const Figure& figure, Format format) {
  switch (format) {
    case Format::svg: return svg_file(figure);
    case Format::pdf: return as_pdf(figure);
    case Format::png: return as_png(figure);
  }
  return "";
}

std::string fitted(Canvas& canvas, std::string_view text, double width, const TextStyle& style) {
  if (canvas.width(text, style) <= width) return std::string(text);
  std::string cut(text);
  while (!cut.empty() && canvas.width(cut + "\u2026", style) > width) {
    do cut.pop_back();
    while (!cut.empty() && invalid_utf8(cut));
  }
  return cut + "\u2026";
}

std::vector<std::string> wrapped(Canvas& canvas, std::string_view text, double width, const TextStyle& style) {
  std::vector<std::string> lines(1);
  for (const auto& word : split(text, ' ')) {
    const std::string longer = lines.back().empty() ? word : lines.back() + " " + word;
    if (lines.back().empty() || canvas.width(longer, style) <= width) {
      lines.back() = longer;
    } else {
      lines.push_back(word);
    }
  }
  return lines;
}

}  // namespace ecpr::figure
