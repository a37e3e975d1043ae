#include "names.hpp"

namespace ecpr::catalogue {

std::string_view name_of(analysis::OutcomeKind kind) {
  switch (kind) {
    case analysis::OutcomeKind::total: return "total";
    case analysis::OutcomeKind::subscale: return "subscale";
    case analysis::OutcomeKind::item: return "item";
    case analysis::OutcomeKind::score: return "score";
  }
  return "";
}

std::string_view name_of(instruments::Direction direction) {
  switch (direction) {
    case instruments::Direction::higher_is_better: return "better";
    case instruments::Direction::lower_is_better: return "worse";
    case instruments::Direction::neutral: return "neutral";
  }
  return "";
}

}  // namespace ecpr::catalogue
