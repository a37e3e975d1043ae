#include "study_text.hpp"

#include <algorithm>

#include "ecpr/base/text.hpp"

namespace ecpr::draft {

namespace {

constexpr std::size_t comment_column = 33, widest = 118;

/// A comment, broken into lines at blanks.
std::string comment(const std::string& text) {
  std::string result, line = "#";
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    const std::string word = text.substr(start, end - start);
    if (line.size() > 1 && display_width(line) + 1 + display_width(word) > widest) {
      result += line + '\n';
      line = "#";
    }
    line += ' ' + word;
    start = end + 1;
  }
  return result + line + '\n';
}

/// The line with its comment behind it, or above it where it is too long for that.
std::string written(const Line& line) {
  if (line.comment.empty()) return line.text + '\n';
  const std::size_t last_line = line.text.rfind('\n') == std::string::npos ? 0 : line.text.rfind('\n') + 1;
  const std::size_t width = display_width(std::string_view(line.text).substr(last_line));
  const std::size_t blanks = width + 2 < comment_column ? comment_column - width : 2;
  if (width + blanks + 2 + display_width(line.comment) > widest) return comment(line.comment) + line.text + '\n';
  return line.text + std::string(blanks, ' ') + "# " + line.comment + '\n';
}

/// `text` with # before every line.
std::string held_back(const std::string& text) {
  std::string result;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = text.find('\n', start) + 1;
    result += "# ";
    result.append(text, start, end - start);
    start = end;
  }
  return result;
}

std::string table(const std::string& name, const Block& block) {
  std::string text = '[' + name + "]\n";
  for (const auto& line : block.lines) text += written(line);
  std::string remarks;
  for (const auto& remark : block.remarks) remarks += comment(remark);
  return remarks + (block.held ? held_back(text) : text);
}

}  // namespace

std::string study_text(const Draft& draft) {
  std::string text;
  for (const auto& line : draft.opening) text += "# " + line + '\n';
  Block study;
  study.lines = {{"# title = \"\"", "stands over the report"},
                 {"# days_between = 14", "from the first wave to the second"}};
  if (std::any_of(draft.outcomes.begin(), draft.outcomes.end(), [](const Block& block) { return block.held; }))
    study.lines.push_back({"find_instruments = false", "what waits behind a # does not come back by itself"});
  text += '\n' + table("study", study);
  text += '\n' + table("input", draft.input);
  if (!draft.group.lines.empty()) text += '\n' + table("group", draft.group);
  for (const auto& outcome : draft.outcomes) text += '\n' + table("[outcome]", outcome);
  for (const auto& characteristic : draft.characteristics) text += '\n' + table("[characteristic]", characteristic);
  if (!draft.closing.empty()) text += '\n';
  for (const auto& line : draft.closing) text += comment(line);
  return text;
}

}  // namespace ecpr::draft
