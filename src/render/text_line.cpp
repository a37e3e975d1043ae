#include "text_line.hpp"

#include <algorithm>
#include <string_view>

#include "characters.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/render/text.hpp"

namespace ecpr::render {

using document::Face;
using document::Run;
using document::Tone;

namespace {

constexpr std::string_view no_break = "\u00a0";

std::string spelled(const Run& run) {
  const std::string text = escape_terminal(run.text);
  switch (run.face) {
    case Face::superscript: return "^" + text;
    case Face::subscript: return "_" + text;
    case Face::mark: return std::string(no_break) + "(" + text + ")";
    default: return text;
  }
}

Weight weight_of(const Run& run) {
  if (run.tone == Tone::quiet) return Weight::dim;
  const bool strong = run.face == Face::bold || run.tone != Tone::neutral;
  return strong ? Weight::bold : Weight::normal;
}

/// The line at its blanks; no empty words.
std::vector<Line> words_of(const Line& line) {
  std::vector<Line> words;
  bool open = false;
  for (const Piece& piece : line) {
    std::string_view rest = piece.text;
    while (!rest.empty()) {
      if (rest.front() == ' ') {
        open = false;
        rest.remove_prefix(1);
        continue;
      }
      const std::string_view part = rest.substr(0, rest.find(' '));
      if (!open) words.emplace_back();
      open = true;
      words.back().push_back({std::string(part), piece.weight});
      rest.remove_prefix(part.size());
    }
  }
  return words;
}

/// The word in pieces of at most `width` columns; a character that is wider than that stands alone.
std::vector<Line> cut(const Line& word, std::size_t width) {
  std::vector<Line> parts(1);
  std::size_t used = 0;
  for (const Piece& piece : word) {
    std::string_view rest = piece.text;
    while (!rest.empty()) {
      const std::string character = utf8(take_code_point(rest));
      const std::size_t needed = display_width(character);
      if (used > 0 && used + needed > width) {
        parts.emplace_back();
        used = 0;
      }
      Line& part = parts.back();
      if (part.empty() || part.back().weight != piece.weight) part.push_back({"", piece.weight});
      part.back().text += character;
      used += needed;
    }
  }
  return parts;
}

}  // namespace

std::string escape_terminal(std::string_view text) { return cleaned(text); }

Line line_of(const document::Runs& runs) {
  Line line;
  for (const Run& run : runs) line.push_back({spelled(run), weight_of(run)});
  return line;
}

Line weighted(Line line, Weight weight) {
  for (Piece& piece : line) piece.weight = weight;
  return line;
}

std::size_t width_of(const Line& line) {
  std::string text;
  for (const Piece& piece : line) text += piece.text;
  return display_width(text);
}

std::size_t longest_word(const Line& line) {
  std::size_t longest = 0;
  for (const Line& word : words_of(line)) longest = std::max(longest, width_of(word));
  return longest;
}

std::vector<Line> wrapped(const Line& text, std::size_t width) {
  width = std::max<std::size_t>(width, 1);
  std::vector<Line> lines;
  std::size_t used = 0;
  const auto append = [&](const Line& word) {
    const std::size_t needed = width_of(word);
    if (lines.empty() || used + 1 + needed > width) {
      lines.push_back(word);
      used = needed;
      return;
    }
    Line& line = lines.back();
    const bool same = line.back().weight == word.front().weight;
    line.push_back({" ", same ? word.front().weight : Weight::normal});
    line.insert(line.end(), word.begin(), word.end());
    used += 1 + needed;
  };
  for (const Line& word : words_of(text)) {
    for (const Line& part : cut(word, width)) append(part);
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

std::string shown(const Line& line, bool ansi) {
  std::string text;
  Weight weight = Weight::normal;
  const auto change_to = [&](Weight next) {
    if (!ansi || next == weight) return;
    if (weight != Weight::normal) text += "\x1b[0m";
    if (next != Weight::normal) text += next == Weight::bold ? "\x1b[1m" : "\x1b[2m";
    weight = next;
  };
  for (const Piece& piece : line) {
    if (piece.text.empty()) continue;
    change_to(piece.weight);
    text += replaced(piece.text, no_break, " ");
  }
  change_to(Weight::normal);
  return text;
}

}  // namespace ecpr::render
