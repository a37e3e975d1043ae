#include "option_values.hpp"

#include <fmt/format.h>

#include "ecpr/base/text.hpp"
#include "ecpr/study/resamples.hpp"

namespace ecpr::study {

namespace {

constexpr Choice decimal_marks{std::array{
    ChoiceWord<char>{".", '.', "a point"},
    ChoiceWord<char>{",", ',', "a comma"},
}};

constexpr std::uint64_t most_resamples = 10'000'000;

}  // namespace

std::vector<WordMeaning> effect_size_words() { return {effect_size_names.begin(), effect_size_names.end()}; }

std::vector<WordMeaning> decimal_words() { return decimal_marks.meanings(); }

std::string take_effect_sizes(const Typed& typed, Study& study) {
  for (const auto& name : typed) {
    const auto known = [&](const WordMeaning& one) { return one.word == name; };
    const bool found = std::any_of(effect_size_names.begin(), effect_size_names.end(), known);
    if (!found || std::count(typed.begin(), typed.end(), name) > 1) {
      std::vector<std::string> names;
      for (const auto& one : effect_size_names) names.emplace_back(one.word);
      return "a list of " + listed(names, "or") + ", each once at most";
    }
  }
  study.choices.effect_sizes = typed;
  return "";
}

std::string take_bounds(const Typed& typed, Study& study) {
  constexpr std::string_view in_d_z = "d_z:";
  const std::string_view text = typed.front();
  const bool standardized = text.starts_with(in_d_z);
  const auto bound = typed_positive(standardized ? text.substr(in_d_z.size()) : text);
  if (!bound) return "a change above 0 in score units, or d_z:X";
  study.choices.equivalence = {-*bound, *bound, standardized ? BoundUnit::d_z : BoundUnit::raw};
  return "";
}

std::string take_resamples(const Typed& typed, Study& study) {
  const auto number = typed_count(typed.front(), 0, most_resamples);
  if (number && *number > 0 && *number < fewest_resamples)
    return fmt::format("0 for none, or {} or more", fewest_resamples);
  return store(number, study.choices.bootstrap);
}

std::string take_seed(const Typed& typed, Study& study) {
  return store(typed_count(typed.front(), 0), study.choices.seed);
}

std::string take_min_cell(const Typed& typed, Study& study) {
  constexpr std::uint64_t most_people = 10'000'000;
  return store(typed_count(typed.front(), 0, most_people), study.choices.min_cell);
}

std::string take_same_form(const Typed& typed, Study& study) {
  study.same_form.insert(study.same_form.end(), typed.begin(), typed.end());
  return "";
}

std::string take_missing(const Typed& typed, Study& study) {
  study.input.missing.insert(study.input.missing.end(), typed.begin(), typed.end());
  return "";
}

std::string take_platform(const Typed& typed, Study& study) {
  return store(typed_word(typed.front(), survey_platforms), study.input.ways.platform);
}

std::string take_encoding(const Typed& typed, Study& study) {
  study.input.ways.encoding = typed.front();
  return "";
}

std::string take_delimiter(const Typed& typed, Study& study) {
  return store(typed_character(typed.front()), study.input.ways.delimiter);
}

std::string take_decimal(const Typed& typed, Study& study) {
  return store(typed_word(typed.front(), decimal_marks), study.input.ways.decimal);
}

std::string take_group(const Typed& typed, Study& study) {
  study.grouping.column = typed.front();
  study.grouping.guess = false;
  return "";
}

std::string take_group_order(const Typed& typed, Study& study) {
  study.grouping.order = typed;
  return "";
}

SettingValue effect_sizes_in_force(const Choices& choices) { return choices.effect_sizes; }

SettingValue bounds_in_force(const Choices& choices) {
  if (!choices.equivalence) return {};
  return *choices.equivalence;
}

SettingValue resamples_in_force(const Choices& choices) {
  if (choices.bootstrap == 0) return {};
  return std::uint64_t{choices.bootstrap};
}

SettingValue seed_in_force(const Choices& choices) {
  if (choices.bootstrap == 0) return {};
  return choices.seed;
}

SettingValue min_cell_in_force(const Choices& choices) { return std::uint64_t{choices.min_cell}; }

}  // namespace ecpr::study
