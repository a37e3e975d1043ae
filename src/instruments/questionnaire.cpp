#include "ecpr/instruments/questionnaire.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/instruments/instrument.hpp"
#include "ecpr/instruments/missing_choices.hpp"

namespace ecpr::instruments {

namespace {

template <class Variant>
std::string choices(const std::vector<Variant>& variants) {
  std::vector<std::string> words;
  for (const auto& variant : variants) words.push_back(fmt::format("{} ({})", variant.name, variant.meaning));
  return listed(words, "or");
}

/// The chosen variant, or the default for an empty name; null where there is nothing to choose. `kind`: "coding".
/// Requires: `name` or `otherwise`, where there is something to choose.
template <class Variant>
const Variant* chosen(const Instrument& instrument, std::string_view kind, const std::vector<Variant>& variants,
                      std::optional<std::size_t> otherwise, const std::string& name) {
  const auto& id = instrument.id;
  if (variants.empty()) {
    if (!name.empty()) throw UsageError(fmt::format("{} has one {} only; leave '{}' out", id, kind, printable(name)));
    return nullptr;
  }
  if (name.empty() && otherwise) return &variants[*otherwise];
  std::vector<std::string> names;
  for (const auto& variant : variants) {
    if (variant.name == name) return &variant;
    names.push_back(variant.name);
  }
  const std::string hint = did_you_mean(name, names);
  throw UsageError(fmt::format("{} has no {} '{}'{} {} has {}", id, kind, printable(name), hint.empty() ? ";" : hint,
                               hint.empty() ? "it" : "It", choices(variants)));
}

/// Every answer, counting for itself; empty for fractions and wide ranges.
std::vector<double> identity(const Instrument& instrument) {
  constexpr double most_answers = 200;
  std::vector<double> result;
  if (!instrument.whole || instrument.highest - instrument.lowest >= most_answers) return result;
  for (double answer = instrument.lowest; answer <= instrument.highest; ++answer) result.push_back(answer);
  return result;
}

/// What each code counts.
std::vector<double> values(const Item& item, const Coding* coding, const Instrument& instrument) {
  if (!coding || coding->answers.empty()) return item.values.empty() ? identity(instrument) : item.values;
  if (item.values.empty()) return coding->answers;
  std::vector<double> result;
  for (const double answer : coding->answers)
    result.push_back(item.values[static_cast<std::size_t>(answer - instrument.lowest)]);
  return result;
}

/// The labels with the codes that stand for them in `coding`; those that it has no code for are left out.
std::vector<AnswerLabel> labels(const Instrument& instrument, const Coding* coding) {
  if (!coding || coding->answers.empty()) return instrument.labels;
  std::vector<AnswerLabel> result;
  for (const auto& label : instrument.labels) {
    const auto found = std::find(coding->answers.begin(), coding->answers.end(), label.answer);
    if (found != coding->answers.end())
      result.push_back({label.text, coding->lowest + static_cast<double>(found - coding->answers.begin())});
  }
  return result;
}

void set_coding(Questionnaire& result, const Instrument& instrument, const Coding* coding) {
  result.lowest = coding ? coding->lowest : instrument.lowest;
  result.highest = coding ? coding->highest : instrument.highest;
  result.value_lowest = instrument.counted ? 0 : instrument.lowest;
  result.value_highest = instrument.counted ? 1 : instrument.highest;
  result.labels = labels(instrument, coding);
  for (const auto& item : instrument.items) result.items.push_back({item.cue, values(item, coding, instrument)});
  if (!coding) return;
  result.coding = coding->name;
  result.coding_meaning = coding->meaning;
  for (const auto& other : instrument.codings) {
    if (&other != coding) result.other_codings.push_back({other.name, other.meaning, other.lowest, other.highest});
  }
}

std::vector<std::size_t> moved(const std::vector<std::size_t>& items, const std::vector<std::size_t>& place) {
  std::vector<std::size_t> result;
  for (const auto item : items) result.push_back(place[item]);
  std::sort(result.begin(), result.end());
  return result;
}

void set_order(Questionnaire& result, const Order& order) {
  result.order = order.name;
  const std::vector<Item> published = std::move(result.items);
  result.items.clear();
  std::vector<std::size_t> place(published.size());
  for (std::size_t k = 0; k < order.items.size(); ++k) {
    result.items.push_back(published[order.items[k]]);
    place[order.items[k]] = k;
  }
  for (auto& scale : result.scales) {
    scale.items = moved(scale.items, place);
    scale.reversed = moved(scale.reversed, place);
  }
}

}  // namespace

Questionnaire questionnaire(const Instrument& instrument, const std::string& coding, const std::string& order) {
  auto missing = missing_choices(instrument, coding, order);
  if (!missing.empty()) throw ChoicesMissing(std::move(missing));
  const Coding* chosen_coding = chosen(instrument, "coding", instrument.codings, instrument.default_coding, coding);
  const Order* chosen_order = chosen(instrument, "order", instrument.orders, instrument.default_order, order);
  Questionnaire result;
  result.id = instrument.id;
  result.title = instrument.title;
  result.label = instrument.label;
  result.published = true;
  result.whole = instrument.whole;
  result.scales = instrument.scales;
  result.recall_days = instrument.recall_days;
  result.minimal_important_changes = instrument.minimal_important_changes;
  set_coding(result, instrument, chosen_coding);
  if (chosen_order) set_order(result, *chosen_order);
  result.coding_assumed = chosen_coding && coding.empty();
  result.order_assumed = chosen_order && order.empty();
  return result;
}

}  // namespace ecpr::instruments
