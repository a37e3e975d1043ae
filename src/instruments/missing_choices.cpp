#include "ecpr/instruments/missing_choices.hpp"

#include <fmt/format.h>

#include "ecpr/base/text.hpp"

namespace ecpr::instruments {

namespace {

template <class Variant>
void add(const Instrument& instrument, const std::string& kind, const std::vector<Variant>& variants,
         std::vector<MissingChoice>& missing) {
  std::vector<std::string> words, names;
  for (const auto& variant : variants) {
    words.push_back(fmt::format("{} ({})", variant.name, variant.meaning));
    names.push_back(variant.name);
  }
  const auto article = kind == "order" ? "an" : "a";
  missing.push_back({instrument.id, kind,
                     fmt::format("{} needs {} {}: {}", instrument.id, article, kind, listed(words, "or")),
                     std::move(names)});
}

std::string option(const MissingChoice& choice) {
  return fmt::format("--{} {}={}", choice.kind, choice.id, choice.names.front());
}

std::string message(const std::vector<MissingChoice>& choices) {
  if (choices.size() == 1)
    return fmt::format("{}; say {} = \"{}\" in the study file or {}", choices[0].need, choices[0].kind,
                       choices[0].names.front(), option(choices[0]));
  std::string needs, options;
  for (const auto& choice : choices) {
    needs += choice.need + "; ";
    options += ' ' + option(choice);
  }
  return fmt::format("{}say so in the study file, or with these options, changed where it is the other one:{}", needs,
                     options);
}

}  // namespace

std::vector<MissingChoice> missing_choices(const Instrument& instrument, const std::string& coding,
                                           const std::string& order) {
  std::vector<MissingChoice> missing;
  if (coding.empty() && !instrument.codings.empty() && !instrument.default_coding)
    add(instrument, "coding", instrument.codings, missing);
  if (order.empty() && !instrument.orders.empty() && !instrument.default_order)
    add(instrument, "order", instrument.orders, missing);
  return missing;
}

ChoicesMissing::ChoicesMissing(std::vector<MissingChoice> choices)
    : UsageError(message(choices)), choices_(std::move(choices)) {}

}  // namespace ecpr::instruments
