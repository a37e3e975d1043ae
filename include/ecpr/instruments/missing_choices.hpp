// Codings and orders that somebody must state.
#pragma once

#include <string>
#include <vector>

#include "ecpr/base/error.hpp"
#include "ecpr/instruments/instrument.hpp"

namespace ecpr::instruments {

/// A coding or an order that an instrument has no default for.
struct MissingChoice {
  std::string id;                  ///< of the instrument
  std::string kind;                ///< "coding" or "order"
  std::string need;                ///< "es28 needs a coding: agree-first (1 = strongly agree) or ..."
  std::vector<std::string> names;  ///< of the choices
};

/// What is left to state for `instrument` where `coding` and `order` are stated, or empty.
std::vector<MissingChoice> missing_choices(const Instrument& instrument, const std::string& coding,
                                           const std::string& order);

/// Something is left to state; says all of it, with options to paste.
class ChoicesMissing : public UsageError {
 public:
  /// Requires: at least one.
  explicit ChoicesMissing(std::vector<MissingChoice> choices);

  const std::vector<MissingChoice>& choices() const { return choices_; }

 private:
  std::vector<MissingChoice> choices_;
};

}  // namespace ecpr::instruments
