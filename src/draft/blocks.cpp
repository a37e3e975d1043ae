#include "blocks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/definition/quoted.hpp"
#include "ecpr/instruments/catalogue.hpp"

namespace ecpr::draft {

namespace {

const std::string same_question = "guess: columns of one question";

/// ["a", "b"], broken into lines of several names.
std::string list_text(const std::vector<std::string>& names) {
  constexpr std::size_t widest = 100;
  std::string text = "[";
  std::size_t width = 12;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string name = definition::quoted(names[i]) + (i + 1 < names.size() ? "," : "");
    if (width + name.size() > widest && i > 0) {
      text += "\n           ";
      width = 11;
    }
    text += (i == 0 ? "" : " ") + name;
    width += name.size() + 1;
  }
  return text + "]";
}

std::string columns_text(const std::vector<std::string>& names) {
  const std::string pattern = instruments::item_pattern(names);
  return pattern.empty() ? list_text(names) : definition::quoted(pattern);
}

}  // namespace

Line columns_line(const Material& material, const std::vector<std::size_t>& variables, const std::string& pattern) {
  std::vector<std::string> names, pre, post;
  bool own_names = false;
  for (const std::size_t place : variables) {
    const auto& variable = material.shape.variables[place];
    own_names = own_names || variable.own_names;
    names.push_back(variable.name);
    pre.push_back(material.pre(variable).called);
    post.push_back(material.post(variable).called);
  }
  if (!pattern.empty() && !own_names) return {fmt::format("items = {}", definition::quoted(pattern)), ""};
  if (!own_names) return {fmt::format("columns = {}", list_text(names)), ""};
  if (pattern.empty())
    return {fmt::format("columns = {{ pre = {}, post = {} }}", list_text(pre), list_text(post)), same_question};
  return {fmt::format("items = {{ pre = {}, post = {} }}", columns_text(pre), columns_text(post)), same_question};
}

std::vector<Line> column_lines(const Material& material, std::size_t variable) {
  const auto& one = material.shape.variables[variable];
  if (!one.own_names) return {{assigned("column", one.name), ""}};
  return {{assigned("pre", material.pre(one).called), same_question},
          {assigned("post", material.post(one).called), ""}};
}

std::string asked_in(const survey::ColumnImpression& column) {
  const std::string& question = column.name.question;
  const std::size_t dash = question.rfind(" - ");
  return dash == question.npos ? question : question.substr(dash + 3);
}

std::string short_name(const std::string& column) {
  const std::size_t open = column.rfind('[');
  if (!column.ends_with(']') || open == column.npos || open + 2 >= column.size()) return column;
  return std::string(trimmed_unicode(std::string_view(column).substr(open + 1, column.size() - open - 2)));
}

void hold(Block& block, std::string_view waits_for) {
  block.held = true;
  if (!block.waits_for.empty()) block.waits_for += " and ";
  block.waits_for += waits_for;
}

std::string assigned(std::string_view key, std::string_view text) {
  return fmt::format("{} = {}", key, definition::quoted(text));
}

std::string how(const survey::ColumnChoice& choice) {
  const std::string evidence = choice.evidence.empty() ? "" : ": " + choice.evidence;
  return choice.by_name ? "guess: by its name" : "guess: by what stands in it" + evidence;
}

std::string number_text(double number) { return shortest(number); }

std::string range_text(const Interval& range) {
  return fmt::format("range = [{}, {}]", number_text(range.lower), number_text(range.upper));
}

std::optional<Interval> seen_range(const Material& material, const std::vector<std::size_t>& variables) {
  std::optional<Interval> range;
  for (const std::size_t place : variables) {
    const auto one = material.look_of(material.shape.variables[place]).range;
    if (!one) continue;
    range = range ? Interval{std::min(range->lower, one->lower), std::max(range->upper, one->upper)} : *one;
  }
  return range;
}

std::vector<std::string> seen_texts(const Material& material, const std::vector<std::size_t>& variables) {
  std::vector<std::string> texts;
  for (const std::size_t place : variables) {
    for (const auto& seen : material.look_of(material.shape.variables[place]).texts) {
      if (std::find(texts.begin(), texts.end(), seen.text) == texts.end()) texts.push_back(seen.text);
    }
  }
  return texts;
}

std::string seen_words(const std::optional<Interval>& range, const std::vector<std::string>& texts) {
  constexpr std::size_t few = 8;
  std::string words = range ? fmt::format("seen: {} to {}", number_text(range->lower), number_text(range->upper)) : "";
  if (texts.empty()) return words.empty() ? "nothing seen" : words;
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < std::min(few, texts.size()); ++i) shown.push_back("'" + printable(texts[i]) + "'");
  if (texts.size() > few) shown.push_back(fmt::format("{} more", texts.size() - few));
  return (words.empty() ? "seen: " : words + ", and ") + listed(shown);
}

}  // namespace ecpr::draft
