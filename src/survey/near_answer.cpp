#include "ecpr/survey/near_answer.hpp"

#include <algorithm>
#include <string>

#include "ecpr/base/text.hpp"
#include "id_edit.hpp"

namespace ecpr::survey {

namespace {

/// What is left of a text without blanks, punctuation and little words.
std::string core_of(std::string_view text) {
  std::string spaced = comparison_key(text);
  std::replace_if(
      spaced.begin(), spaced.end(),
      [](char c) { return std::string_view(".,;:!?-_/()'\"").find(c) != std::string_view::npos; }, ' ');
  std::string core;
  for (const auto& word : split(spaced, ' ')) {
    if (word != "a" && word != "an" && word != "the" && word != "of") core += word;
  }
  return core;
}

enum class Nearness { same, one_letter, far };

Nearness nearness(const std::string& a, const std::string& b) {
  constexpr std::size_t shortest = 6;
  if (a.empty() || b.empty()) return Nearness::far;
  if (a == b) return Nearness::same;
  const bool near = std::min(a.size(), b.size()) >= shortest && one_edit(a, b) == Edit::of_other_letters;
  return near ? Nearness::one_letter : Nearness::far;
}

}  // namespace

std::optional<instruments::AnswerLabel> near_answer(std::string_view text,
                                                    std::span<const instruments::AnswerLabel> labels) {
  const std::string core = core_of(text);
  Nearness best = Nearness::far;
  std::optional<instruments::AnswerLabel> found;
  bool clear = true;
  for (const auto& label : labels) {
    const Nearness near = nearness(core, core_of(label.text));
    if (near == Nearness::far || near > best) continue;
    clear = near < best ? true : clear && label.answer == found->answer;
    if (near < best) found = label;
    best = near;
  }
  return clear ? found : std::nullopt;
}

}  // namespace ecpr::survey
