#include "decisions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/text.hpp"

namespace ecpr::draft {

namespace {

constexpr std::size_t few = 12;
constexpr std::string_view mark = "TO DECIDE";

/// The lines of a study file, of which each is looked for behind the one that was found last.
class Walk {
 public:
  explicit Walk(const std::string& text) : lines_(split(text, '\n')) {}

  /// Goes on to the next table `header`, held back or not; gives the line of the remark that asks, else its own.
  std::size_t to_table(const std::string& header) {
    to([&](const std::string& line) { return line == header || line == "# " + header; });
    for (std::size_t above = place_; above > 0 && !lines_[above].empty(); --above) {
      if (lines_[above].find(mark) != std::string::npos) return above + 1;
    }
    return place_ + 1;
  }

  /// Goes on to the next line that begins with `start`; gives its number.
  std::size_t to_line(std::string_view start) {
    to([&](const std::string& line) { return line.starts_with(start); });
    return place_ + 1;
  }

 private:
  template <class Predicate>
  void to(Predicate fits) {
    const auto found = std::find_if(lines_.begin() + static_cast<std::ptrdiff_t>(place_), lines_.end(), fits);
    if (found != lines_.end()) place_ = static_cast<std::size_t>(found - lines_.begin());
  }

  std::vector<std::string> lines_;
  std::size_t place_ = 0;
};

/// A question that one line or more of a kind ask.
struct Question {
  std::string key;
  std::size_t first_line = 0, outcomes = 0;
};

/// "# higher_is = ..." asks for higher_is.
std::string key_of(const Line& line) {
  const std::size_t start = line.text.find_first_not_of("# [");
  return line.text.substr(start, line.text.find_first_of(" ]", start) - start);
}

void ask(std::vector<Question>& questions, const std::string& key, std::size_t line, bool outcome) {
  auto known = std::find_if(questions.begin(), questions.end(), [&](const auto& one) { return one.key == key; });
  if (known == questions.end()) known = questions.insert(known, Question{key, line, 0});
  known->outcomes += outcome;
}

void ask_lines(const Block& block, bool outcome, Walk& walk, std::vector<Question>& questions) {
  for (const auto& line : block.lines) {
    if (line.comment.find(mark) == line.comment.npos) continue;
    const std::string first_line = line.text.substr(0, line.text.find('\n'));
    ask(questions, key_of(line), walk.to_line(first_line), outcome);
  }
}

std::string in_words(const Question& question) {
  if (question.outcomes < 2) return fmt::format("{} (line {})", question.key, question.first_line);
  return fmt::format("{} of {} (from line {})", question.key, counted(question.outcomes, "outcome", "outcomes"),
                     question.first_line);
}

std::string shortened(std::vector<std::string> words) {
  const std::size_t more = words.size() > few ? words.size() - few : 0;
  words.resize(words.size() - more);
  if (more > 0) words.push_back(fmt::format("{} more", more));
  return fmt::format("{}", fmt::join(words, ", "));
}

}  // namespace

std::vector<std::string> decisions(const Draft& draft, const std::string& text) {
  std::vector<std::string> held, asked, sentences;
  std::vector<Question> questions;
  Walk walk(text);
  walk.to_table("[input]");
  ask_lines(draft.input, false, walk, questions);
  if (!draft.group.lines.empty() && draft.group.held) ask(questions, "group", walk.to_table("[group]"), false);
  for (const auto& block : draft.outcomes) {
    const std::size_t line = walk.to_table("[[outcome]]");
    walk.to_line(block.held ? "# " + block.lines[0].text : block.lines[0].text);
    if (block.held)
      held.push_back(fmt::format("{} (line {}: {})", printable(block.name), line, block.waits_for));
    else
      ask_lines(block, true, walk, questions);
  }
  const std::size_t count = held.size();
  if (count > 0)
    sentences.push_back(fmt::format("{} left out, behind #, until you decide: {}",
                                    counted(count, "outcome is", "outcomes are"), shortened(held)));
  for (const auto& question : questions) asked.push_back(in_words(question));
  if (!asked.empty()) sentences.push_back("also left to decide: " + shortened(asked));
  if (count == 0 && !asked.empty()) sentences.back().erase(0, std::string_view("also ").size());
  return sentences;
}

}  // namespace ecpr::draft
