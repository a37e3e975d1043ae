#include "lettering.hpp"

#include <algorithm>

#include "ecpr/document/sentence_writing.hpp"

namespace ecpr::figure {

using document::Face;
using document::Run;

namespace {

bool off_the_line(const Run& run) { return run.face == Face::subscript || run.face == Face::superscript; }

TextStyle style_of(const Run& run, TextStyle style) {
  constexpr double smaller = 0.72;
  style.anchor = Anchor::start;
  style.italic = run.face == Face::italic;
  style.bold = style.bold || run.face == Face::bold;
  if (off_the_line(run)) style.size *= smaller;
  return style;
}

/// Points below the baseline.
double drop(const Run& run, double size) {
  if (run.face == Face::subscript) return 0.2 * size;
  return run.face == Face::superscript ? -0.35 * size : 0;
}

}  // namespace

document::Runs d_z_symbol() { return {document::italic("d"), document::subscript("z")}; }

document::Runs count_runs(const document::NumberStyle& style, std::size_t n) {
  const Run letter = style.italic_letters ? document::italic("n") : Run{"n"};
  return document::set_text(style, document::Equation{{letter}, document::Count{n}});
}

void draw_runs(Canvas& canvas, Point at, const document::Runs& runs, const TextStyle& style) {
  double width = 0;
  for (const Run& run : runs) width += canvas.width(run.text, style_of(run, style));
  double x = at.x - (style.anchor == Anchor::start ? 0 : style.anchor == Anchor::end ? width : width / 2);
  for (const Run& run : runs) {
    const TextStyle own = style_of(run, style);
    canvas.text({x, at.y + drop(run, style.size)}, run.text, own);
    x += canvas.width(run.text, own);
  }
}

void draw_label(Canvas& canvas, const MarkedLabel& words, Point at, double width, TextStyle style) {
  if (canvas.width(words.label + words.mark, style) <= width) return canvas.text(at, words.label + words.mark, style);
  style.size *= 0.82;
  auto lines = wrapped(canvas, words.label, width, style);
  for (std::size_t i = 2; i < lines.size(); ++i) lines[1] += " " + lines[i];
  lines.resize(std::min<std::size_t>(lines.size(), 2));
  const double line_height = 1.03 * style.size;
  double y = at.y - (lines.size() == 1 ? 0 : 0.55 * line_height);
  for (std::size_t i = 0; i < lines.size(); ++i, y += line_height) {
    const std::string mark = i + 1 == lines.size() ? words.mark : "";
    canvas.text({at.x, y}, fitted(canvas, lines[i], width - canvas.width(mark, style), style) + mark, style);
  }
}

}  // namespace ecpr::figure
