#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "page.hpp"

namespace ecpr::instruments {

namespace {

/// The codes of an item that count.
std::vector<std::string> counting_codes(const Questionnaire& form, const Item& item) {
  std::vector<std::string> codes;
  for (std::size_t k = 0; k < item.values.size(); ++k) {
    if (item.values[k] == 1) codes.push_back(shortest(form.lowest + static_cast<double>(k)));
  }
  return codes;
}

/// "1, 4, 6 (counting 2 and 3); 2, 3, 5 (counting 1 and 2)".
std::string counted_items(const Questionnaire& form, const Scale& scale) {
  std::vector<std::vector<std::string>> rules, numbers;
  for (const auto item : scale.items) {
    const auto codes = counting_codes(form, form.items[item]);
    const auto place = static_cast<std::size_t>(std::find(rules.begin(), rules.end(), codes) - rules.begin());
    if (place == rules.size()) {
      rules.push_back(codes);
      numbers.emplace_back();
    }
    numbers[place].push_back(std::to_string(item + 1));
  }
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < rules.size(); ++i)
    parts.push_back(fmt::format("{} (counting {})", fmt::join(numbers[i], ", "), listed(rules[i])));
  return fmt::format("{}", fmt::join(parts, "; "));
}

/// "1, 2, 3R": R where a higher code gives a lower score.
std::string numbered_items(const Questionnaire& form, const Scale& scale) {
  std::vector<std::string> words;
  for (const auto item : scale.items) {
    const auto& values = form.items[item].values;
    const bool falling = values.size() > 1 && values.front() > values.back();
    const bool reversed = std::binary_search(scale.reversed.begin(), scale.reversed.end(), item);
    words.push_back(std::to_string(item + 1) + (falling != reversed ? "R" : ""));
  }
  return fmt::format("{}", fmt::join(words, ", "));
}

/// One coding and order, and which items a scale has in it.
struct ItemLine {
  std::string coding, order, items;
};

template <class Variant>
std::vector<std::string> names(const std::vector<Variant>& variants) {
  if (variants.empty()) return {""};
  std::vector<std::string> result;
  for (const auto& variant : variants) result.push_back(variant.name);
  return result;
}

std::vector<ItemLine> item_lines(const Instrument& instrument, std::size_t scale) {
  std::vector<ItemLine> lines;
  for (const auto& order : names(instrument.orders)) {
    for (const auto& coding : names(instrument.codings)) {
      const Questionnaire form = questionnaire(instrument, coding, order);
      const Scale& keyed = form.scales[scale];
      lines.push_back({coding, order, instrument.counted ? counted_items(form, keyed) : numbered_items(form, keyed)});
    }
  }
  return lines;
}

/// The name of `line` among `lines`, as far as it tells it from the others: "agree-first, order A: ".
std::string variant_name(const ItemLine& line, const std::vector<ItemLine>& lines) {
  bool coding_matters = false, order_matters = false;
  for (const auto& other : lines) {
    if (other.items == line.items) continue;
    coding_matters |= other.coding != line.coding && other.order == line.order;
    order_matters |= other.order != line.order && other.coding == line.coding;
  }
  if (coding_matters && order_matters) return fmt::format("{}, order {}: ", line.coding, line.order);
  if (coding_matters) return line.coding + ": ";
  return order_matters ? fmt::format("order {}: ", line.order) : "";
}

void show_scale_items(Page& page, const Instrument& instrument, std::size_t scale) {
  const auto lines = item_lines(instrument, scale);
  std::vector<std::string> shown;
  for (const auto& line : lines) {
    const std::string text = variant_name(line, lines) + line.items;
    if (std::find(shown.begin(), shown.end(), text) != shown.end()) continue;
    page.field(shown.empty() ? "    items" : "", text);
    shown.push_back(text);
  }
}

std::string score(const Instrument& instrument, const Scale& scale) {
  std::string text = scale.aggregate == Aggregate::mean ? "mean" : "sum";
  if (instrument.counted) text = "count of answers";
  if (scale.multiplier != 1) text += " x " + shortest(scale.multiplier);
  text += ", " + range_in_words(scale.lowest, scale.highest);
  if (scale.direction == Direction::neutral) return text + "; higher is neither better nor worse";
  return text + (scale.direction == Direction::higher_is_better ? "; higher is better" : "; higher is worse");
}

std::string missing_rule(const Scale& scale) {
  const bool all = scale.minimum_answered == scale.items.size();
  const std::string wanted = all ? fmt::format("all {}", scale.items.size())
                                 : fmt::format("at least {} of {}", scale.minimum_answered, scale.items.size());
  const char* otherwise = all              ? ""
                          : scale.prorated ? "; the person's mean stands in for missing answers"
                                           : "; missing answers add nothing";
  return fmt::format("scored when {} are answered{} ({})", wanted, otherwise,
                     scale.rule_source.empty() ? "no published rule known" : scale.rule_source);
}

}  // namespace

void show_scales(Page& page, const Instrument& instrument) {
  page.blank();
  page.line(instrument.counted ? "Scales (counting: which codes add 1 to the score)"
                               : "Scales (R: a higher code lowers the score)");
  for (std::size_t i = 0; i < instrument.scales.size(); ++i) {
    const Scale& scale = instrument.scales[i];
    page.blank();
    page.line(fmt::format("  {}  {}", instrument.id + (scale.name.empty() ? "" : "." + scale.name), scale.label));
    page.field("    score", score(instrument, scale));
    show_scale_items(page, instrument, i);
    page.field("    missing", missing_rule(scale));
  }
}

}  // namespace ecpr::instruments
