#include "footnotes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ecpr/document/sentence_writing.hpp"

namespace ecpr::document {

namespace {

/// A reason begins with a capital when its first word is an ordinary one ("d_z" and "t" are not).
std::string capitalized(std::string reason) {
  const std::size_t end = std::min(reason.find(' '), reason.size());
  const bool word = std::all_of(reason.begin(), reason.begin() + static_cast<std::ptrdiff_t>(end),
                                [](char c) { return c >= 'a' && c <= 'z'; });
  if (word && (end > 1 || reason.starts_with("a "))) reason[0] = static_cast<char>(reason[0] - 'a' + 'A');
  return reason;
}

}  // namespace

std::string footnote_letter(std::size_t place) {
  std::string letter;
  for (std::size_t rest = place + 1; rest > 0; rest = (rest - 1) / 26) {
    letter.insert(letter.begin(), static_cast<char>('a' + (rest - 1) % 26));
  }
  return letter;
}

Runs as_sentence(Runs runs) {
  const std::string text = plain(runs);
  if (!text.empty() && std::string_view(".?!").find(text.back()) == std::string_view::npos) runs.push_back({"."});
  return runs;
}

const std::string& Footnotes::letter(Runs note) {
  note = as_sentence(std::move(note));
  const auto known =
      std::find_if(footnotes_.begin(), footnotes_.end(), [&](const Footnote& other) { return other.runs == note; });
  if (known != footnotes_.end()) return known->letter;
  footnotes_.push_back({footnote_letter(footnotes_.size()), std::move(note)});
  return footnotes_.back().letter;
}

void Footnotes::mark(Runs& runs, const std::vector<Text>& notes, const std::vector<std::string>& reasons) {
  std::vector<std::string> letters;
  const auto add = [&](Runs note) {
    const std::string& found = letter(std::move(note));
    if (std::find(letters.begin(), letters.end(), found) == letters.end()) letters.push_back(found);
  };
  for (const Text& note : notes) add(set_text(style_, note));
  for (const std::string& reason : reasons) add({Run{capitalized(reason)}});
  std::sort(letters.begin(), letters.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  if (!letters.empty()) runs.push_back({fmt::format("{}", fmt::join(letters, ",")), Face::mark});
}

}  // namespace ecpr::document
