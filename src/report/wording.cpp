#include "wording.hpp"

#include <fmt/format.h>

#include "ecpr/analysis/verdict.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"

namespace ecpr::report {

using document::Text;

Text joined(const std::vector<Text>& parts, std::string_view separator, std::string_view last) {
  Text text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? last : separator;
    text += parts[i];
  }
  return text;
}

std::string in_sentence(const analysis::Outcome& outcome) {
  std::string label = outcome.label;
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool built_in = !outcome.scale_of.empty();
  if (!built_in || label.size() < 2 || !is_capital(label[0]) || is_capital(label[1])) return label;
  label[0] = static_cast<char>(label[0] - 'A' + 'a');
  return label;
}

document::Run letter(const document::NumberStyle& style, std::string letter) {
  return {std::move(letter), style.italic_letters ? document::Face::italic : document::Face::plain};
}

Text equal(const document::NumberStyle& style, std::string symbol, std::size_t count) {
  return document::Equation{{letter(style, std::move(symbol))}, document::Count{count}};
}

document::Run p_symbol(const document::NumberStyle& style) { return document::italic(std::string(style.p_symbol)); }

std::string adjustment_name(Adjustment adjustment) {
  switch (adjustment) {
    case Adjustment::holm: return "Holm";
    case Adjustment::benjamini_hochberg: return "Benjamini-Hochberg";
    case Adjustment::bonferroni: return "Bonferroni";
    case Adjustment::none: break;
  }
  return "";
}

namespace {

/// The level as it was given, without the zero before the point.
std::string level(const document::NumberStyle& style, double alpha) {
  const std::string exact = shortest(alpha);
  return exact.starts_with("0.") ? exact.substr(1) : document::p_value(style, {alpha});
}

}  // namespace

Text significance_threshold(const analysis::Settings& settings, const document::NumberStyle& style) {
  const std::string name = adjustment_name(settings.adjust);
  return Text(name.empty() ? "" : name + "-adjusted ") + (settings.has_clusters() ? "cluster-robust " : "") +
         p_symbol(style) + (style.spaced_operators ? " < " : "<") + level(style, settings.alpha);
}

Text as_note(std::string half_sentence) {
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  if (half_sentence.size() > 1 && is_small(half_sentence[0]) && is_small(half_sentence[1])) {
    half_sentence[0] = static_cast<char>(half_sentence[0] - 'a' + 'A');
  }
  return half_sentence;
}

Text as_sentence(std::string half_sentence) {
  if (!half_sentence.ends_with('.')) half_sentence += '.';
  const std::size_t blank = half_sentence.find(' ');
  const bool named = blank != std::string::npos && blank > 0 && half_sentence[blank - 1] == ':';
  return named ? Text(std::move(half_sentence)) : as_note(std::move(half_sentence));
}

document::PValue p_value(const analysis::Comparison& comparison) {
  const statistics::PValue p = analysis::deciding_p(comparison);
  return {p.p, p.log10_p};
}

document::PValue adjusted_p_value(const analysis::Comparison& comparison) {
  const statistics::PValue p = analysis::deciding_p_adjusted(comparison);
  return {p.p, p.log10_p};
}

Text flow_sentence(const analysis::Analysis& analysis) {
  const analysis::Participants& people = analysis.participants;
  return Text("Of " + counted(people.pre, "person", "people") + " who answered before, ") +
         document::Share{people.matched, people.pre} + " also answered after, matched by " + analysis.id_column + "; " +
         document::Count{people.pre_only} + " answered before only and " + document::Count{people.post_only} +
         " after only.";
}

namespace {

/// "3 people (withdrew: 2, staff: 1)".
std::string excluded_people(const analysis::Participants& people) {
  std::vector<std::string> reasons;
  for (const auto& excluded : people.exclusions)
    reasons.push_back(people.exclusions.size() == 1 ? excluded.reason
                                                    : fmt::format("{}: {}", excluded.reason, excluded.people));
  return counted(people.excluded, "person", "people") +
         (reasons.empty() ? "" : fmt::format(" ({})", fmt::join(reasons, ", ")));
}

}  // namespace

std::string left_out_sentence(const analysis::Participants& people) {
  std::vector<std::string> parts;
  const auto part = [&](std::size_t count, std::string_view singular, std::string_view plural) {
    if (count > 0) parts.push_back(counted(count, singular, plural));
  };
  part(people.duplicates, "further row of the same person and wave", "further rows of the same person and wave");
  part(people.blank_ids, "row without id", "rows without id");
  if (people.excluded > 0) parts.push_back(excluded_people(people));
  if (parts.empty()) return "";
  return fmt::format("Left out: {}.", listed(parts));
}

std::string repaired_sentence(const analysis::Participants& people) {
  if (people.repaired == 0) return "";
  return counted(people.repaired, "of the pairs was", "of the pairs were") +
         " joined by hand, as the ids were spelt differently.";
}

}  // namespace ecpr::report
