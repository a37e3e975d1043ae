#include "material.hpp"

#include <algorithm>

#include "ecpr/base/text.hpp"

namespace ecpr::draft {

namespace {

using survey::ColumnImpression;

std::size_t count_of(const std::vector<survey::SeenValue>& values, const std::vector<std::string>& texts) {
  std::size_t count = 0;
  for (const auto& value : values) {
    if (std::find(texts.begin(), texts.end(), value.text) != texts.end()) count += value.count;
  }
  return count;
}

std::size_t count_of(const std::vector<survey::SeenCode>& seen, const std::vector<double>& codes) {
  std::size_t count = 0;
  for (const auto& one : seen) {
    if (std::find(codes.begin(), codes.end(), one.code) != codes.end()) count += one.count;
  }
  return count;
}

void add_texts(const ColumnImpression& column, const MissingAnswers& missing, Look& look) {
  look.many_texts = look.many_texts || column.many_texts;
  for (const auto& seen : column.texts) {
    if (std::find(missing.texts.begin(), missing.texts.end(), seen.text) != missing.texts.end()) continue;
    const auto known = std::find_if(look.texts.begin(), look.texts.end(),
                                    [&](const survey::SeenValue& other) { return other.text == seen.text; });
    if (known == look.texts.end()) {
      look.texts.push_back(seen);
    } else {
      known->count += seen.count;
    }
  }
}

}  // namespace

Look Material::look_of(const survey::Variable& variable) const {
  Look look;
  std::size_t numbers = 0, fractions = 0;
  const auto add = [&](const ColumnImpression& column, std::size_t& filled) {
    const std::size_t without_number = count_of(column.codes, missing.codes);
    filled = column.filled - without_number - count_of(column.texts, missing.texts);
    numbers += column.numbers - without_number;
    fractions += column.fractions;
    add_texts(column, missing, look);
    if (look.unclear.empty()) look.unclear = column.unclear;
    const auto range = survey::range_without(column, missing.codes);
    if (!range) return;
    look.range = look.range
                     ? Interval{std::min(look.range->lower, range->lower), std::max(look.range->upper, range->upper)}
                     : *range;
  };
  add(pre(variable), look.pre);
  if (&pre(variable) == &post(variable)) {
    look.post = look.pre;
  } else {
    add(post(variable), look.post);
  }
  if (!look.unclear.empty()) look.range.reset();
  const std::size_t filled = &pre(variable) == &post(variable) ? look.pre : look.pre + look.post;
  look.numeric = numbers > 0 && 5 * numbers >= 4 * filled;
  look.whole = look.numeric && fractions == 0;
  return look;
}

}  // namespace ecpr::draft
